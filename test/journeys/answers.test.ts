import { describe, expect, it } from "vitest";
import { builtInSchedules } from "../../src/domain/fee-schedule.js";
import { fils } from "../../src/domain/kwd.js";
import { answer } from "../../src/journeys/answer.js";
import { answers } from "../../src/journeys/answers.js";
import { isMeant, nearButtons } from "../../src/journeys/meaning-buttons.js";
import type { PaidLine, Unpaid } from "../../src/journeys/payments-port.js";
import { languages } from "../../src/words/line.js";
import { understood } from "../../src/words/meanings.js";
import { topics } from "../../src/words/topics.js";
import { date, type FakeWorld, fakeWorld, unprovedAccount, worker } from "../support/fake-world.js";
import { chatWith, speak } from "../support/journey.js";

type Of = Parameters<typeof fakeWorld>[0];

const paid: PaidLine = {
  worker: { name: { en: "Anita Santos", ar: "أنيتا سانتوس" }, initials: "A. S.", lastFour: "0107" },
  from: date("2026-07-01"),
  until: date("2027-06-30"),
  fils: fils(5000),
};
const unpaid = (state: Unpaid["state"]): Unpaid => ({
  intent: "7",
  lines: [paid],
  totalFils: fils(5000),
  expiresAt: "2026-06-11T09:00:00Z",
  state,
});
const receipt = { number: "TJ-2026-JC558EF9", url: "https://tajdeed.example/r/1", paidOn: date("2026-06-01") };

/** Somebody of whom as much is known as one answer could tell. */
function busy(of: Of = {}): FakeWorld {
  const world = fakeWorld({ workers: [worker(1), worker(2)], ...of });
  world.records.unpaid = [unpaid("not-tried"), unpaid("at-gateway"), unpaid("unknown"), unpaid("expired")];
  world.records.receipts = Array.from({ length: 6 }, (_, n) => ({
    ...receipt,
    number: n === 0 ? receipt.number : `TJ-2026-AAAAAA${n}`,
    totalFils: fils(5000),
    lines: [paid],
  }));
  const states = ["paid", "filed", "issued", "rejected", "refund-due"] as const;
  world.records.renewals = states.map((state) => ({ ...paid, state, paidOn: date("2026-06-01") }));
  return world;
}

const ask = (topic: string, world: FakeWorld) => chatWith(answer, world, "answer").opens(topic);

describe("the answer to a topic", () => {
  const worlds: readonly (readonly [string, (language: "ar" | "en") => FakeWorld])[] = [
    ["a stranger", (language) => fakeWorld({ language, account: undefined })],
    ["an account without a record", (language) => fakeWorld({ language, account: unprovedAccount })],
    ["a sponsor", (language) => fakeWorld({ language })],
    ["somebody with payments", (language) => busy({ language })],
    ["whoever is filed for here", (language) => busy({ language, service: { filing: "own", isMinistry: true } })],
    [
      "whoever pays by the decision",
      (language) => busy({ language, service: { fees: builtInSchedules["decision-306-2025"] } }),
    ],
  ];

  it.each(topics)(
    "is at most six lines with one or two buttons, for everybody, in both languages: %s",
    async (topic) => {
      for (const [who, worldOf] of worlds)
        for (const language of languages) {
          const { now } = await ask(topic, worldOf(language));
          expect(now.state).toBe("ended");
          const lines = now.text.split("\n");
          expect([who, lines.length <= 6, lines]).toEqual([who, true, lines]);
          for (const each of lines) expect([each, each.length > 0 && each.length <= 170]).toEqual([each, true]);
          expect(new Set(lines).size).toBe(lines.length);
          expect([who, now.buttons.length]).toEqual([who, now.buttons.length === 1 ? 1 : 2]);
          for (const button of now.buttons) expect(button.kind).toBe("command");
          for (const label of now.labels) expect([...label].length).toBeLessThanOrEqual(20);
        }
    },
  );

  it("names the rows of the schedule that holds, whichever it is", async () => {
    for (const schedule of Object.values(builtInSchedules)) {
      const { now } = await ask("fee-why", fakeWorld({ service: { fees: schedule } }));
      for (const row of schedule.rows) expect(now.text).toContain(row.title.en);
    }
    const [row] = builtInSchedules.kd5.rows;
    if (row === undefined) throw new Error("the schedule has a row");
    const many = { ...builtInSchedules.kd5, rows: [1, 2, 3, 4, 5].map(() => row) };
    expect((await ask("fee-why", fakeWorld({ service: { fees: many } }))).now.ids).toContain("topic-fee-more");
  });

  it("invents no rule for money that was paid", async () => {
    for (const language of languages) {
      const { now } = await ask("refund", fakeWorld({ language }));
      expect(now.ids).toEqual(["topic-refund", "topic-refund-other"]);
      expect(now.text).not.toMatch(/\d/);
    }
  });

  it("leads nobody who wants to cancel to the link, and says how the payment stands", async () => {
    const { now } = await ask("cancel-payment", busy());
    expect(now.ids).toEqual([
      "topic-cancel-payment-link",
      "topic-cancel-payment-open",
      "topic-payment-unanswered",
      "topic-cancel-payment-paid",
    ]);
    expect(now.text).not.toContain("https://");
    expect(now.buttons).not.toContainEqual(expect.objectContaining({ command: "pay" }));
    expect((await ask("cancel-payment", fakeWorld())).now.ids[0]).toBe("topic-cancel-payment-none");
  });

  it("tells of a payment what is known of it: the answer that is out, the last receipt, or that there is none", async () => {
    const world = busy();
    expect((await ask("paid-nothing-came", world)).now.ids[0]).toBe("topic-payment-unanswered");
    world.records.unpaid = [];
    expect((await ask("paid-nothing-came", world)).now.text).toContain(receipt.number);
    expect((await ask("paid-nothing-came", fakeWorld())).now.ids[0]).toBe("topic-payment-none");
  });

  it("shows the person's own receipts and renewals", async () => {
    expect((await ask("lost-receipt", busy())).now.text).toContain(receipt.number);
    expect((await ask("lost-receipt", fakeWorld())).now.ids).toEqual(["topic-receipt-none"]);
    expect((await ask("filing-status", busy())).now.text).toContain("Anita Santos …0107");
    expect((await ask("filing-status", fakeWorld())).now.ids).toEqual(["topic-filing-none"]);
  });

  it("pays the way that is open to whoever asks", async () => {
    const first = async (world: FakeWorld) => (await ask("ways-to-pay", world)).now.buttons[0];
    expect(await first(busy())).toMatchObject({ command: "pay" });
    expect(await first(fakeWorld())).toMatchObject({ command: "renew" });
    expect(await first(fakeWorld({ account: undefined }))).toMatchObject({ command: "pay-quick" });
  });

  it("begins no insurance for a residency, and says whose that is", async () => {
    const { now } = await ask("residency-elsewhere", fakeWorld());
    expect(now.text).toContain("Ministry of Interior");
    expect(now.labels[0]).toBe("Renew insurance");
  });

  it("names the address by which a page is known", async () => {
    expect((await ask("is-it-fraud", fakeWorld())).now.text).toContain("https://tajdeed.example\n");
  });

  it("says in its own name who runs this, and calls no agent the Ministry's", async () => {
    for (const topic of topics) {
      const { now } = await ask(topic, fakeWorld());
      expect(now.text).not.toMatch(/151 (?:team|staff)/);
    }
    expect((await ask("is-it-official", fakeWorld())).now.ids[0]).toBe("page-run-by");
    expect((await ask("is-it-official", fakeWorld({ service: { isMinistry: true } }))).now.ids[0]).toBe(
      "page-run-by-ministry",
    );
  });

  it("is there for each topic, and nothing else is one", async () => {
    expect(Object.keys(answers).sort()).toEqual([...topics].sort());
    expect((await ask("nothing-of-ours", fakeWorld())).now.ids).toEqual(["near-else"]);
  });
});

describe("meanings that are near", () => {
  it("have a button each in both languages, whatever they are", () => {
    for (const meaning of [...understood, ...topics]) {
      const buttons = nearButtons([meaning]).flat();
      expect(buttons.length).toBe(isMeant(meaning) ? 2 : 0);
      for (const { label } of buttons)
        for (const language of languages) expect([...speak.plain(language, label)].length).toBeLessThanOrEqual(20);
    }
  });
});
