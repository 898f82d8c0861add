import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fils } from "../../src/domain/kwd.js";
import { commands, type Message } from "../../src/journeys/message.js";
import { createRender, parseButtonData, parseCommand, render } from "../../src/messages/render.js";
import { createWords } from "../../src/words/fluent.js";
import { type Line, languages, line, type WordId } from "../../src/words/line.js";
import { loadWords } from "../../src/words/load.js";

const speak = createWords({
  en: "number = Number { $code }\nlabel = Renew { $name }\nhello = Hello",
  ar: "number = رقم { $code }\nlabel = تجديد { $name }\nhello = أهلًا",
});
const say = (id: string, args?: Line["args"]): Line => (args ? { id: id as WordId, args } : { id: id as WordId });
const label = say("hello");
const renewMaria = say("label", { name: "Maria" });

const fils = 5000 as Fils;

describe("rendering a message", () => {
  it("puts each line on its own and keeps the place of what is to be copied", () => {
    const lines = [say("hello"), say("number", { code: { code: "1234" } }), say("number", { code: { code: "56" } })];
    const { text, code } = render({ lines }, "ar", speak, "f");
    expect(text).toBe("أهلًا\nرقم 1234\nرقم 56");
    expect(code.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(["1234", "56"]);
  });

  it("says TEST at the head of every message where money is not real, and nowhere else", async () => {
    const { speak } = await loadWords("locales");
    const asked = { id: "menu-ask" } as const;
    for (const language of languages) {
      const said = (isTest: boolean) => createRender(speak, { isTest })({ lines: [asked] }, language).text;
      const tag = speak.plain(language, { id: "test-tag" });
      expect(said(true)).toBe(`${tag} ${speak.say(language, asked).text}`);
      expect(said(false)).toBe(speak.say(language, asked).text);
    }
  });

  it("says TEST in full with an amount, a link, a first greeting, or what money changed", async () => {
    const { speak } = await loadWords("locales");
    const url: Message = {
      lines: [],
      buttons: [[{ kind: "url", label: line("button-pay-link"), url: "https://a.example" }]],
    };
    const inside = line("desk-consent-look", {
      on: line("pay-amount", { total: { kwd: fils } }),
      time: "",
      staff: "",
      role: "",
      did: "",
    });
    const told: readonly Message[] = [
      { lines: [line("pay-amount", { total: { kwd: fils } })] },
      { lines: [inside] },
      { lines: [line("pay-link", { moment: "", link: { link: "https://a.example" } })] },
      { lines: [line("start-operator-ministry", { operator: "Office" })] },
      { lines: [line("nothing-to-pay")] },
      url,
    ];
    for (const message of told)
      for (const language of languages)
        expect(createRender(speak, { isTest: true })(message, language).text.split("\n")[0]).toBe(
          speak.plain(language, { id: "message-test" }),
        );
  });

  it("keeps the place of what is to be copied behind the TEST tag", async () => {
    const { speak } = await loadWords("locales");
    const message = { lines: [line("human-phone", { hotline: { code: "151" } })] };
    const said = createRender(speak, { isTest: true })(message, "en");
    expect(said.text.startsWith(speak.plain("en", { id: "test-tag" }))).toBe(true);
    expect(said.code.map(({ offset, length }) => said.text.slice(offset, offset + length))).toEqual(["151"]);
  });

  it("writes a file in its reader's words, and it survives being kept as JSON", () => {
    const message: Message = {
      lines: [label],
      file: { name: "a.ics", mediaType: "text/calendar", text: (say) => `1: ${say(renewMaria)}; 2: ${say(label)}` },
    };
    const texts = languages.map((language) => render(message, language, speak, "f").file);
    expect(JSON.parse(JSON.stringify(texts))).toEqual([
      { name: "a.ics", mediaType: "text/calendar", text: "1: تجديد Maria; 2: أهلًا" },
      { name: "a.ics", mediaType: "text/calendar", text: "1: Renew Maria; 2: Hello" },
    ]);
  });

  it("gives answer buttons the question's fingerprint, and command buttons the command", () => {
    const message: Message = {
      lines: [label],
      buttons: [
        [
          { kind: "answer", label, value: "w17" },
          { kind: "command", label, command: "renew", argument: "w17" },
        ],
        [
          { kind: "command", label, command: "pay-quick" },
          { kind: "url", label, url: "https://pay.example/p/1" },
        ],
      ],
      contact: label,
    };
    expect(render(message, "en", speak, "a1b2")).toEqual({
      text: "Hello",
      language: "en",
      code: [],
      contact: "Hello",
      buttons: [
        [
          { label: "Hello", data: "a1b2.w17" },
          { label: "Hello", data: "/renew w17" },
        ],
        [
          { label: "Hello", data: "/pay-quick" },
          { label: "Hello", url: "https://pay.example/p/1" },
        ],
      ],
    });
  });

  it("leaves isolation marks out of labels, where they would be counted and shown as boxes", () => {
    const button = { kind: "answer", label: say("label", { name: "Maria" }), value: "1" } as const;
    expect(render({ lines: [label], buttons: [[button]] }, "ar", speak, "f").buttons[0]?.[0]?.label).toBe(
      "تجديد Maria",
    );
  });

  it("throws for data beyond 64 bytes, counted in bytes and not in letters", () => {
    const withValue = (value: string): Message => ({ lines: [label], buttons: [[{ kind: "answer", label, value }]] });
    expect(() => render(withValue("x".repeat(62)), "en", speak, "f")).not.toThrow();
    expect(() => render(withValue("x".repeat(63)), "en", speak, "f")).toThrow(/64/);
    expect(() => render(withValue("م".repeat(32)), "en", speak, "f")).toThrow(/64/);
  });
});

describe("reading a button's data", () => {
  it("gives back what was put in", () => {
    const fingerprint = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/);
    const value = fc.string({ maxLength: 50 }).filter((text) => Buffer.byteLength(text) <= 50);
    fc.assert(
      fc.property(fingerprint, value, (print, given) => {
        const message: Message = { lines: [label], buttons: [[{ kind: "answer", label, value: given }]] };
        const [button] = render(message, "en", speak, print).buttons.flat();
        expect(parseButtonData(button && "data" in button ? button.data : "")).toEqual({
          kind: "press",
          fingerprint: print,
          value: given,
        });
      }),
    );
  });

  it.each(commands)("reads the button of /%s as the command, with its argument", (command) => {
    expect(parseButtonData(`/${command}`)).toEqual({ kind: "command", command });
    expect(parseButtonData(`/${command} w17`)).toEqual({ kind: "command", command, argument: "w17" });
  });

  it("reads anything else as a press that fits no question", () => {
    const nothing = { kind: "press", fingerprint: "", value: "" };
    for (const data of ["", "x", "/nothing", "//", "/"]) expect(parseButtonData(data)).toEqual(nothing);
    fc.assert(fc.property(fc.string({ unit: "binary" }), (data) => void parseButtonData(data)));
  });
});

describe("reading a typed command", () => {
  it("takes the bot's name and the payload of a link", () => {
    expect(parseCommand("/renew@tajdeed_bot")).toEqual({ kind: "command", command: "renew" });
    expect(parseCommand("/start  invite-1 ")).toEqual({ kind: "command", command: "start", argument: "invite-1" });
    expect(parseCommand("/START")).toEqual({ kind: "command", command: "start" });
  });

  it("knows no other command, and none in the middle of a text", () => {
    for (const text of ["/foo", "renew", "please /renew", "/renewal", "/ renew"])
      expect(parseCommand(text)).toBeUndefined();
  });
});
