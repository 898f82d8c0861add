// What journeys are promised of payments, whoever keeps them: the books, or the world in memory that journeys are tested in.
import { beforeEach, expect, it } from "vitest";
import { fils } from "../../src/domain/kwd.js";
import type { Order, Payments } from "../../src/journeys/payments-port.js";

export type PaymentsHarness = {
  /** Of one chat. */
  readonly payments: Payments;
  /** Of another. */
  readonly others: Payments;
  /** For a worker on record whose period is free: another one each time. */
  readonly order: (kwdFils: number) => Promise<Order>;
};

export function paymentsContract(start: () => Promise<PaymentsHarness>): void {
  let of: PaymentsHarness;
  beforeEach(async () => {
    of = await start();
  });

  it("opens an order once under its key, and gives the same again", async () => {
    const order = await of.order(10_000);
    const opened = await of.payments.open("a", order);
    expect(opened).toMatchObject({ ok: true, kind: "link", totalFils: fils(10_000) });
    expect(await of.payments.open("a", order)).toEqual(opened);
    expect(opened.ok && opened.kind === "link" && opened.url).toMatch(/^https?:\/\/[^/]+\/p\//u);
    const other = await of.payments.open("b", await of.order(5_000));
    expect(other.ok && other.kind === "link" && other.intent).not.toBe(
      opened.ok && opened.kind === "link" && opened.intent,
    );
  });

  it("opens no link for an order of zero, and tells again what became of it", async () => {
    const order = await of.order(0);
    const opened = await of.payments.open("a", order);
    expect(opened).toMatchObject({ ok: true, kind: "nothing-to-pay" });
    const states = opened.ok && opened.kind === "nothing-to-pay" && opened.renewals;
    const freed = await of.payments.freed("a");
    expect(freed?.map(({ state }) => state)).toEqual(states);
    expect(freed).toMatchObject(order.lines.map(({ from, until, fils: fee }) => ({ from, until, fils: fee })));
  });

  it("knows of no freed order under a key that opened none, or one that is to be paid", async () => {
    await of.payments.open("a", await of.order(10_000));
    expect(await of.payments.freed("a")).toBeUndefined();
    expect(await of.payments.freed("b")).toBeUndefined();
  });

  it("tells whether this account accepted these terms before: under another key than the one that asks", async () => {
    const order = await of.order(10_000);
    const { termsVersion } = order;
    expect(await of.payments.hasAccepted(termsVersion, "a")).toBe(false);
    await of.payments.open("a", order);
    expect(await of.payments.hasAccepted(termsVersion, "a")).toBe(false);
    expect(await of.payments.hasAccepted(termsVersion, "b")).toBe(true);
    expect(await of.payments.hasAccepted(`${termsVersion}-next`, "b")).toBe(false);
    expect(await of.others.hasAccepted(termsVersion, "b")).toBe(false);
  });

  it("gives no link to what is nobody's", async () => {
    expect(await of.payments.link("999999")).toBeUndefined();
    expect(await of.payments.link("x")).toBeUndefined();
  });

  it("shows a chat that opened nothing nothing", async () => {
    await of.payments.open("a", await of.order(0));
    expect(await of.others.unpaid()).toEqual([]);
    expect(await of.others.receipts()).toEqual([]);
    expect(await of.others.renewals()).toEqual([]);
  });
}
