import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInSchedules } from "../../src/domain/fee-schedule.js";
import { controls } from "../../src/journeys/controls.js";
import type { Input } from "../../src/journeys/input.js";
import { inquire } from "../../src/journeys/inquire.js";
import { pay } from "../../src/journeys/pay.js";
import { payQuick } from "../../src/journeys/pay-quick.js";
import { quote } from "../../src/journeys/quote.js";
import { renew } from "../../src/journeys/renew.js";
import { cover, fakeWorld, passDays, provedAccount, unprovedAccount, waiting, worker } from "../support/fake-world.js";
import { chatWith } from "../support/journey.js";

const journeys = { inquire, quote, renew, pay, "pay-quick": payQuick } as const;
const schedules = Object.values(builtInSchedules);
const household = [
  worker(1, { covers: [cover("2025-07-01", "2026-06-30")] }),
  worker(2, { inKuwait: false, name: {} }),
  worker(3, { covers: [cover("2026-01-01", "2027-12-30")] }),
  worker(4, { waiting: [waiting("2026-06-01", "2027-05-31")] }),
  worker(5, { article: 18 }),
  worker(6, { covers: [cover("2024-01-01", "2025-01-01", { source: "told" })] }),
];

/** A press on the nth button shown, some text, a day that passes, or anything at all. */
const act = fc.oneof(
  { weight: 14, arbitrary: fc.record({ press: fc.constantFrom(0, 0, 0, 1, 2, 3, 5, 8) }) },
  { weight: 4, arbitrary: fc.record({ text: fc.constant(fakeWorld().records.sponsor) }) },
  { weight: 3, arbitrary: fc.record({ text: fc.constantFrom(...texts()) }) },
  { weight: 1, arbitrary: fc.record({ text: fc.string({ unit: "binary", maxLength: 30 }) }) },
  { weight: 1, arbitrary: fc.record({ days: fc.integer({ min: 1, max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ old: fc.nat(40) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      input: fc.constantFrom<Input>({ kind: "media", media: "sticker" }, { kind: "contact", phone: "x", own: true }),
    }),
  },
);

function texts(): string[] {
  return [
    ...household.map(({ civilId }) => civilId),
    fakeWorld().records.sponsor,
    "1/8/2026",
    "today",
    "٣",
    "0",
    "back",
    "<back",
  ];
}

describe("any journey about money", () => {
  it("never throws and never leaves anybody without a message, whatever comes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          name: fc.constantFrom<keyof typeof journeys>(
            "renew",
            "renew",
            "pay-quick",
            "pay-quick",
            "inquire",
            "quote",
            "pay",
          ),
          account: fc.constantFrom(undefined, unprovedAccount, provedAccount, provedAccount, provedAccount),
          workers: fc.subarray(household),
          fees: fc.constantFrom(...schedules),
          language: fc.constantFrom("ar" as const, "en" as const),
          argument: fc.constantFrom(undefined, undefined, "w1", "w3", "t1", "i17", household[0]?.civilId),
          acts: fc.array(act, { minLength: 8, maxLength: 40, size: "max" }),
        }),
        async ({ name, account, workers, fees, language, argument, acts }) => {
          const tracked = [worker(7, { id: "t1", source: "told" })];
          const world = fakeWorld({ account, workers, language, argument, tracked, service: { fees } });
          const chat = await chatWith(journeys[name], world, name).opens();
          let earlier = chat.now;
          for (const each of acts) {
            if (chat.now.draft === undefined) break;
            const answers = chat.now.buttons.filter((of) => of.kind === "answer" && of.value !== controls.cancel);
            if ("days" in each) passDays(world, each.days);
            else if ("press" in each) await chat.presses(valueAt(answers, each.press));
            else if ("old" in each)
              await chat.pressesAgain(
                earlier,
                valueAt(
                  earlier.buttons.filter(({ kind }) => kind === "answer"),
                  each.old,
                ),
              );
            else if ("input" in each) await chat.sends(each.input);
            else await chat.says(each.text);
            if (chat.now.state === "cancelled") break;
            expect(chat.now.messages.length).toBeGreaterThan(0);
            for (const message of chat.now.messages) expect(message.lines.length).toBeGreaterThan(0);
            expect(chat.now.text.length).toBeLessThan(4096);
            if (chat.now.state === "asks") earlier = chat.now;
          }
          // Nothing is owed that was not accepted as shown, and never without a worker on record.
          for (const order of world.did.opened.values()) {
            expect(order.totalFils).toBe(order.lines.reduce((sum, { fils }) => sum + fils, 0));
            for (const { worker: id } of order.lines) expect(workers.map((of) => of.id)).toContain(id);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

function valueAt(answers: readonly { readonly kind: string }[], n: number): string {
  const found = answers[n % answers.length];
  return found !== undefined && "value" in found ? String(found.value) : "";
}
