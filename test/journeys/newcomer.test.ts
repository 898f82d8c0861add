import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../src/journeys/message.js";
import type { Wish } from "../../src/journeys/wish.js";
import { spokenIn } from "../../src/turns/incoming.js";
import { languages } from "../../src/words/line.js";
import { loadWords } from "../../src/words/load.js";
import type { Understand } from "../../src/words/understand.js";
import { cover, fakeWorld, worker } from "../support/fake-world.js";
import { type WholeChat, wholeChat } from "../support/whole-chat.js";

let understand: Understand;
beforeAll(async () => {
  ({ understand } = await loadWords("locales"));
});

const maria = worker(1, { covers: [cover("2025-07-01", "2026-06-30")] });
const mine = fakeWorld().records.sponsor;
const ownNumber = { kind: "contact", phone: "+96550123456", own: true } as const;

function stranger(of: Parameters<typeof fakeWorld>[0] = {}): WholeChat {
  return wholeChat(fakeWorld({ account: undefined, workers: [maria], ...of }), understand);
}

/** Agrees and proves, from the consent on. */
async function registers(chat: WholeChat, how: "contact" | "code" = "contact"): Promise<void> {
  await chat.presses("button-agree");
  await chat.says(mine);
  if (how === "contact") return chat.sends(ownNumber);
  await chat.presses("button-by-code");
  await chat.says(chat.world.code);
}

/** Accepts what is asked from the years on, as somebody who changes nothing does, until there is a link. */
async function toTheLink(chat: WholeChat): Promise<void> {
  while (chat.asks !== undefined) {
    const [first] = chat.buttons;
    if (first?.button.kind !== "answer") throw new Error(`nothing to press under ${chat.ids.join(", ")}`);
    await chat.sends({ kind: "press", fingerprint: first.fingerprint, value: first.button.value });
  }
  expect(chat.ids).toContain("pay-link");
}

const menusIn = ({ said }: WholeChat) =>
  said.filter(({ message }) => (message.buttons ?? []).flat().some(({ label }) => label.id === "button-menu-more"));
const offersIn = ({ said }: WholeChat) =>
  said.filter(({ message }) => message.lines.some(({ id }) => id === "resume-offer"));

describe.each(languages)("a newcomer, in %s", (language) => {
  it.each(["renew Anita for two years", "ابي اجدد حق انيتا سنتين"])(
    "is asked again neither for whom nor for how long: %s",
    async (words) => {
      const other = worker(2, { covers: [cover("2025-07-01", "2026-06-30")] });
      const chat = stranger({ language, workers: [maria, other] });
      await chat.says(words);
      await registers(chat);
      expect(chat.ids).toContain("fee-not-included");
      await toTheLink(chat);
      expect(chat.acts).toBeLessThanOrEqual(6);
    },
  );

  it.each(["contact", "code"] as const)(
    "has the pay link after seven messages and presses at most, proved by %s",
    async (how) => {
      const chat = stranger({ language });
      await chat.commands("renew");
      await registers(chat, how);
      await toTheLink(chat);
      expect(chat.acts).toBeLessThanOrEqual(7);
      expect(menusIn(chat)).toEqual([]);
      expect(offersIn(chat)).toEqual([]);
    },
  );

  it("is asked for nothing but the consent, the civil ID and the proof, and reads who speaks first", async () => {
    const chat = stranger({ language, service: { codesOffered: false } });
    await chat.says(language === "ar" ? "ابي اجدد" : "renew");
    expect(chat.ids).toEqual(["start-operator", "start-never", "consent-need-renew", "consent-kept", "consent-rights"]);
    const labels = chat.buttons.map(({ button }) => button.label.id);
    expect(labels).toEqual(expect.arrayContaining(["button-agree", "button-pay-quick", "button-privacy-page"]));
    expect(labels).toContain(language === "ar" ? "button-english" : "button-arabic");
    await registers(chat);
    expect(chat.ids[0]).toBe("register-welcome");
    expect(chat.last.says).toHaveLength(1);
    expect(chat.asks).toMatch(/^years/);
  });

  it("as a guest has the pay link after six messages and presses at most, and fewer with both numbers at once", async () => {
    const chat = stranger({ language });
    await chat.commands("pay-quick");
    await chat.says(mine);
    await chat.says(maria.civilId);
    await toTheLink(chat);
    expect(chat.acts).toBeLessThanOrEqual(6);
    const both = stranger({ language });
    await both.commands("pay-quick");
    await both.says(`${mine} ${maria.civilId}`);
    await toTheLink(both);
    expect(both.acts).toBe(chat.acts - 1);
    expect([...menusIn(chat), ...offersIn(chat)]).toEqual([]);
  });
});

describe("the first wish", () => {
  const forgotten = new Set(["register", "cancel", "resume", "start", "language"]);
  const wishes = commands.filter((each): each is Wish["command"] => !forgotten.has(each));

  it("goes on by itself after registering, with all that it carried, whatever it was", async () => {
    const argument = fc.option(fc.constantFrom(maria.id, maria.civilId, "add", "off", "email", "Maria", "w9"), {
      nil: undefined,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...wishes),
        argument,
        fc.constantFrom(...languages),
        async (wish, of, language) => {
          const chat = stranger({ language });
          await chat.commands(wish, of);
          if (chat.session.draft?.command !== "register") return;
          await registers(chat);
          const known = wholeChat(chat.world, understand);
          await known.sends({ kind: "command", command: "help" });
          chat.world.did.opened.clear();
          await known.commands(wish, of);
          // The same as somebody is answered who has an account and asks for it now, under a word of welcome.
          expect(chat.ids.filter((id) => id !== "register-welcome")).toEqual(known.ids);
          expect(chat.session.draft?.command).toBe(known.session.draft?.command);
          expect(chat.session.draft?.argument).toBe(known.session.draft?.argument);
        },
      ),
      { numRuns: 120 },
    );
  });

  it("outlives a crash after the account was opened: the repeated turn goes on with it, too", async () => {
    const chat = stranger();
    await chat.commands("inquire", maria.civilId);
    await chat.presses("button-agree");
    await chat.says(mine);
    const before = chat.session;
    await chat.sends(ownNumber);
    expect(chat.ids).toEqual(expect.arrayContaining(["register-welcome", "inquire-title"]));
    const { ids } = chat;
    await chat.repeats(ownNumber, before);
    expect(chat.ids).toEqual(ids);
    expect(chat.world.did.registered.size).toBe(1);
  });

  it("is told plainly to somebody who is not on record, with the ways that are left", async () => {
    for (const wish of ["renew", "inquire"] as const) {
      const chat = stranger();
      chat.world.records.sponsor = worker(40).civilId;
      await chat.commands(wish);
      await registers(chat);
      expect(chat.ids).toEqual(["register-done", "not-on-record", "not-on-record-next"]);
      const ways = chat.buttons.map(({ button }) => button.kind === "command" && button.command);
      expect(ways).toEqual(expect.arrayContaining(["pay-quick", "workers", "human"]));
    }
  });

  it("is the menu where there was none", async () => {
    const chat = stranger();
    await chat.commands("register");
    await registers(chat);
    expect(chat.ids[0]).toBe("register-welcome");
    expect(menusIn(chat)).toHaveLength(1);
  });
});

describe("an hour of somebody who looks at everything", () => {
  it("shows the menu only where it is opened, and offers nothing twice", async () => {
    const chat = stranger();
    await chat.commands("start");
    await chat.commands("renew");
    await registers(chat);
    for (const [command, argument] of [
      ["help", "fee"],
      ["inquire", maria.id],
      ["workers"],
      ["pay"],
      ["reminders"],
      ["account"],
      ["privacy"],
      ["human"],
    ] as const)
      await chat.commands(command, argument);
    await chat.commands("pay-quick");
    await chat.presses("button-cancel");
    await chat.commands("renew", maria.id);
    await toTheLink(chat);
    await chat.commands("start", "menu");
    expect(menusIn(chat)).toHaveLength(2);
    expect(offersIn(chat).length).toBeLessThanOrEqual(1);
  });
});

describe("the language of a chat's first message", () => {
  const said = (text: string, language?: "ar" | "en") =>
    spokenIn({ input: { kind: "text", text }, ...(language === undefined ? {} : { language }) });

  it("is Arabic where it is written so, and else the app's", () => {
    expect(said("ابي اجدد", "en")).toBe("ar");
    expect(said("renew", "ar")).toBe("ar");
    expect(said("renew", "en")).toBe("en");
    expect(spokenIn({ input: { kind: "command", command: "renew" }, language: "en" })).toBe("en");
  });

  it("is told by the letters where the app tells nothing, and by nothing where there are none", () => {
    expect(said("renew please")).toBe("en");
    expect(said("جدد")).toBe("ar");
    expect(said("12")).toBeUndefined();
    expect(spokenIn({ input: { kind: "command", command: "renew" } })).toBeUndefined();
  });
});
