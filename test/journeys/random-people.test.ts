import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Input } from "../../src/journeys/input.js";
import { commands } from "../../src/journeys/message.js";
import { consentVersion } from "../../src/journeys/register.js";
import { render } from "../../src/messages/render.js";
import { languages } from "../../src/words/line.js";
import { loadWords } from "../../src/words/load.js";
import type { Understand } from "../../src/words/understand.js";
import {
  checkAgainCivilId,
  civilId,
  cover,
  fakeWorld,
  provedAccount,
  unprovedAccount,
  worker,
} from "../support/fake-world.js";
import { speak } from "../support/journey.js";
import { inputOf, type WholeChat, wholeChat } from "../support/whole-chat.js";

let understand: Understand;
beforeAll(async () => {
  ({ understand } = await loadWords("locales"));
});

const known = worker(1, { covers: [cover("2026-01-01", "2026-07-01")] });
const told = worker(3, { id: "t1", source: "told" });
const civilIds = [
  known.civilId,
  told.civilId,
  fakeWorld().records.sponsor,
  civilId("1979-11-21", 3300),
  checkAgainCivilId(),
];
const words = [
  ...civilIds,
  "Noura Al-Salem",
  "نورة",
  "noura@example.com",
  "31/12/2026",
  "50123456",
  "482913",
  "أبي أسجل",
  "my data",
  "عمالتي",
  "جددت",
  "ذكرني بعدين",
  "لا تذكرني",
  "undo",
  "?",
  "رجوع",
  "stop",
];

/** `comply`: what the question that waits asks for, so that journeys are ended too and not only begun. */
type Act = { press: number } | { input: Input } | { contact: boolean } | { comply: number; times: number };
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ comply: fc.nat(30), times: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 8, arbitrary: fc.record({ press: fc.nat(30) }) },
  { weight: 4, arbitrary: fc.constantFrom(...words).map((text) => ({ input: { kind: "text" as const, text } })) },
  { weight: 2, arbitrary: fc.boolean().map((contact) => ({ contact })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...commands).map((command) => ({ input: { kind: "command" as const, command } })),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }).map((text) => ({ input: { kind: "text" as const, text } })) },
  { weight: 1, arbitrary: fc.constant({ input: { kind: "media" as const, media: "photo" as const } }) },
);

const setting = fc.record({
  account: fc.constantFrom(undefined, undefined, unprovedAccount, provedAccount),
  language: fc.constantFrom(...languages),
  codesOffered: fc.boolean(),
  tracked: fc.constantFrom([], [told]),
  acts: fc.array(act, { minLength: 3, maxLength: 15 }),
});

function inputFor(each: Act, chat: WholeChat): Input {
  if ("press" in each) return press(chat, each.press);
  if ("comply" in each) return comply(chat, each.comply);
  return "contact" in each ? contact(each.contact) : each.input;
}

/** A press on the nth button that is on the screen. */
function press({ last }: WholeChat, n: number): Input {
  const buttons = last.says.flatMap(({ message, fingerprint }) =>
    (message.buttons ?? []).flat().map((button) => inputOf(button, fingerprint)),
  );
  return buttons[n % buttons.length] ?? { kind: "command", command: "start" };
}

/** Answers that are typed, by the key of their question; to the others the first button is an answer. */
const fitting: Readonly<Record<string, string>> = {
  "civil-id": fakeWorld().records.sponsor,
  name: "Noura Al-Salem",
  email: "noura@example.com",
  until: "31/12/2026",
};

function comply(chat: WholeChat, n: number): Input {
  const { asks, last, world } = chat;
  if (asks === undefined) return press(chat, n);
  const text = fitting[asks];
  if (text !== undefined) return { kind: "text", text };
  if (asks !== "phone") return press(chat, 0);
  const isContact = last.says.some(({ message }) => message.contact !== undefined);
  return isContact ? contact(true) : { kind: "text", text: world.code };
}

const contact = (own: boolean): Input => ({ kind: "contact", phone: "+96550123456", own });

describe("the whole catalogue", () => {
  it("answers whatever comes, shows no civil ID, and registers nobody without consent and proof", async () => {
    await fc.assert(
      fc.asyncProperty(setting, async ({ acts, codesOffered, ...of }) => {
        const world = fakeWorld({ ...of, workers: [known, worker(2)], service: { codesOffered } });
        const chat = wholeChat(world, understand);
        await chat.sends({ kind: "command", command: "start" });
        let isProof = false;
        for (const each of acts.flatMap((one) => Array.from({ length: "times" in one ? one.times : 1 }, () => one))) {
          const input = inputFor(each, chat);
          isProof ||=
            (input.kind === "contact" && input.own) || (input.kind === "text" && input.text.includes(world.code));
          await chat.sends(input);
          expect(chat.last.says.length).toBeGreaterThan(0);
          for (const language of languages)
            for (const { message, fingerprint } of chat.last.says) {
              const { text } = render(message, language, speak, fingerprint);
              expect(text.trim()).not.toBe("");
              expect(text.length).toBeLessThan(4096);
              for (const civilId of civilIds) expect(text).not.toContain(civilId);
            }
        }
        for (const { consentedTo } of world.did.registered.values()) expect(consentedTo).toBe(consentVersion);
        if (!isProof) expect(world.did.registered.size).toBe(0);
        expect(new Set(world.did.erased).size).toBe(world.did.erased.length);
      }),
      { numRuns: 150 },
    );
  });
});
