import { describe, expect, it } from "vitest";
import { fils } from "../../src/domain/kwd.js";
import type { RenewalState } from "../../src/domain/renewal.js";
import { pay } from "../../src/journeys/pay.js";
import type { PaidLine, Receipt, Renewal, Unpaid } from "../../src/journeys/payments-port.js";
import { date, fakeWorld, unprovedAccount } from "../support/fake-world.js";
import { chatWith } from "../support/journey.js";

const paidLine: PaidLine = {
  worker: { name: { en: "Anita Santos", ar: "أنيتا سانتوس" }, initials: "A. S.", lastFour: "0107" },
  from: date("2026-07-01"),
  until: date("2028-06-30"),
  fils: fils(10_000),
};
const unpaid = (state: Unpaid["state"], intent = "17"): Unpaid => ({
  intent,
  lines: [paidLine],
  totalFils: fils(10_000),
  expiresAt: "2026-06-11T09:05:00Z",
  state,
});
const receipt = (n: number): Receipt => ({
  number: `TJ-2026-2345678${n}`,
  url: `https://service.example/r/${n}`,
  paidOn: date("2026-06-01"),
  totalFils: fils(10_000),
  lines: [paidLine],
});

describe("my payments", () => {
  it("say what to do where there are none, by who asks", async () => {
    const proved = await chatWith(pay).opens();
    expect(proved.now.ids).toEqual(["pay-nothing"]);
    expect(proved.now.buttons[0]).toMatchObject({ command: "renew" });
    const stranger = await chatWith(pay, fakeWorld({ account: undefined })).opens();
    expect(stranger.now.buttons[0]).toMatchObject({ command: "pay-quick" });
    expect(stranger.now.buttons[1]).toMatchObject({ command: "register" });
  });

  it.each(["not-tried", "at-gateway", "declined", "cancelled"] as const)(
    "tell what is unpaid as the gateway tells it, with a way to the link: %s",
    async (state) => {
      const world = fakeWorld();
      world.records.unpaid.push(unpaid(state));
      world.records.payable.push("17");
      const chat = await chatWith(pay, world).opens();
      expect(chat.now.ids).toEqual(["pay-amount", "pay-worker", `unpaid-${state}`, "pay-link-until"]);
      expect(chat.now.text).toContain("until tomorrow\u00a012:05\u00a0pm");
      const [button] = chat.now.buttons;
      expect(button).toMatchObject({ kind: "command", command: "pay", argument: "i17" });
      const link = await chatWith(pay, world).opens("i17");
      expect(link.now.buttons[0]).toMatchObject({ kind: "url", url: "https://service.example/p/again-17" });
      for (const told of [
        "https://service.example/p/again-17",
        "KD\u00a010.000",
        "Example Office",
        "…0107",
        "never ask",
      ])
        expect(link.now.text).toContain(told);
    },
  );

  it("give no link while the bank's answer is open: nobody pays twice", async () => {
    const world = fakeWorld();
    world.records.unpaid.push(unpaid("unknown"));
    world.records.payable.push("17");
    for (const argument of [undefined, "i17"]) {
      const chat = await chatWith(pay, world).opens(argument);
      expect(chat.now.ids).toEqual(["pay-amount", "pay-worker", "unpaid-unknown"]);
      expect(chat.now.buttons).not.toContainEqual(expect.objectContaining({ argument: "i17" }));
      expect(chat.now.text).toContain("Please do not pay again for now.");
    }
  });

  it("lead on from an expired link to today's fee, by who asks", async () => {
    for (const [account, command] of [
      [undefined, "pay-quick"],
      [unprovedAccount, "pay-quick"],
      [fakeWorld().account, "renew"],
    ] as const) {
      const world = fakeWorld({ account });
      world.records.unpaid.push(unpaid("expired"));
      const chat = await chatWith(pay, world).opens();
      expect(chat.now.ids).toContain("unpaid-expired");
      expect(chat.now.buttons[0]).toMatchObject({ command });
    }
  });

  it("say of a link that is gone that it is gone, and what helps", async () => {
    const gone = await chatWith(pay).opens("i99");
    expect(gone.now.ids).toEqual(["pay-link-gone"]);
    const world = fakeWorld();
    world.records.unpaid.push(unpaid("not-tried"));
    const paidMeanwhile = await chatWith(pay, world).opens("i17");
    expect(paidMeanwhile.now.ids).toEqual(["pay-link-gone"]);
  });

  it("list receipts with number and link, the last ones only", async () => {
    const world = fakeWorld();
    world.records.receipts.push(...Array.from({ length: 12 }, (_, n) => receipt(n)));
    const chat = await chatWith(pay, world).opens();
    expect(chat.now.ids.filter((id) => id === "receipt-link")).toHaveLength(8);
    expect(chat.now.text).toContain(
      "KD\u00a010.000 paid on 1 Jun 2026, receipt TJ-2026-23456780\nhttps://service.example/r/0",
    );
  });

  it.each([
    ["paid", "notice-waiting"],
    ["filed", "renewal-filed"],
    ["issued", "renewal-issued"],
    ["rejected", "renewal-rejected"],
    ["conflicted", "renewal-conflicted"],
    ["refund-due", "renewal-refund-due"],
    ["refunded", "renewal-refunded"],
  ] as const satisfies readonly (readonly [RenewalState, string])[])(
    "tell whether a renewal is filed: %s",
    async (state, id) => {
      for (const language of ["ar", "en"] as const) {
        const world = fakeWorld({ language });
        const renewal: Renewal = { ...paidLine, state, paidOn: date("2026-06-01") };
        world.records.renewals.push(renewal, { ...renewal, policyNumber: "HI-9" });
        const chat = await chatWith(pay, world).opens();
        expect(chat.now.ids.slice(0, 2)).toEqual(["renewals-title", id]);
        if (state === "issued") expect(chat.now.text).toContain("HI-9");
      }
    },
  );

  it("say that a free renewal was accepted, not paid", async () => {
    const world = fakeWorld();
    world.records.renewals.push({ ...paidLine, fils: fils(0), state: "paid", paidOn: date("2026-06-01") });
    expect((await chatWith(pay, world).opens()).now.ids).toContain("notice-waiting-free");
  });

  it("tell a quick payer's worker by initials", async () => {
    const world = fakeWorld({ account: undefined });
    const { name: _hidden, ...masked } = paidLine.worker;
    world.records.unpaid.push({ ...unpaid("not-tried"), lines: [{ ...paidLine, worker: masked }] });
    const chat = await chatWith(pay, world).opens();
    expect(chat.now.text).toContain("A. S. …0107");
  });
});
