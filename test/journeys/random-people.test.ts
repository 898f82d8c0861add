import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { journeys } from "../../src/journeys/catalogue.js";
import type { Input } from "../../src/journeys/input.js";
import { type Button, commands } from "../../src/journeys/message.js";
import { consentVersion } from "../../src/journeys/register.js";
import { render } from "../../src/messages/render.js";
import { createValueLabelled } from "../../src/messages/value-labelled.js";
import { type ConversationDeps, converse, type Turned } from "../../src/turns/conversation.js";
import type { Session } from "../../src/turns/session.js";
import { languages } from "../../src/words/line.js";
import { loadWords } from "../../src/words/load.js";
import type { Understand } from "../../src/words/understand.js";
import {
  checkAgainCivilId,
  civilId,
  cover,
  type FakeWorld,
  fakeWorld,
  provedAccount,
  unprovedAccount,
  worker,
} from "../support/fake-world.js";
import { speak } from "../support/journey.js";

const valueLabelled = createValueLabelled(speak);
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
  "?",
  "رجوع",
  "stop",
];

type Act = { press: number } | { input: Input } | { contact: boolean };
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ press: fc.nat(30) }) },
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
  languageChosen: fc.boolean(),
  codesOffered: fc.boolean(),
  tracked: fc.constantFrom([], [told]),
  acts: fc.array(act, { minLength: 5, maxLength: 40 }),
});

/** A chat with the whole catalogue: journeys are begun, left, resumed and ended as people do. */
function wholeChat(world: FakeWorld) {
  let session: Session = {};
  let last: Turned = { session, says: [] };
  let turns = 0;
  const deps: ConversationDeps = {
    journeyOf: (command) => journeys[command],
    worldOf: async (draft) => ({
      world: Object.assign(world, { draft: draft.id, argument: draft.argument }),
      proofs: world.proofs,
    }),
    understand: (text) => understand(text),
    hotline: world.service.hotline,
    valueLabelled,
    draftId: (command) => `${turns}-${command}`,
  };
  return {
    get last() {
      return last;
    },
    async sends(input: Input) {
      turns += 1;
      last = await converse(deps, session, input);
      session = JSON.parse(JSON.stringify(last.session));
    },
    /** A press on the nth button that is on the screen. */
    press(n: number): Input {
      const buttons = last.says.flatMap(({ message, fingerprint }) =>
        (message.buttons ?? []).flat().map((button) => inputOf(button, fingerprint)),
      );
      return buttons[n % buttons.length] ?? { kind: "command", command: "start" };
    },
  };
}

function inputOf(button: Button, fingerprint: string): Input {
  if (button.kind === "answer") return { kind: "press", fingerprint, value: button.value };
  if (button.kind === "url") return { kind: "command", command: "pay" };
  const { command, argument } = button;
  return argument === undefined ? { kind: "command", command } : { kind: "command", command, argument };
}

const contact = (own: boolean): Input => ({ kind: "contact", phone: "+96550123456", own });

describe("the whole catalogue", () => {
  it("answers whatever comes, shows no civil ID, and registers nobody without consent and proof", async () => {
    await fc.assert(
      fc.asyncProperty(setting, async ({ acts, languageChosen, codesOffered, ...of }) => {
        const world = fakeWorld({ ...of, workers: [known, worker(2)], service: { codesOffered } });
        world.languageChosen = languageChosen;
        const chat = wholeChat(world);
        await chat.sends({ kind: "command", command: "start" });
        let isProof = false;
        for (const each of acts) {
          const input =
            "press" in each ? chat.press(each.press) : "contact" in each ? contact(each.contact) : each.input;
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
