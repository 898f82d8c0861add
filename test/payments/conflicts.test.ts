// Money that cannot count: never silence, never a guess, always a case with what is owed back, and a word to the payer.
import { expect, it } from "vitest";
import { fils } from "../../src/domain/kwd.js";
import { describeEachDatabase } from "../support/databases.js";
import {
  createPaymentWorld,
  hour,
  linkOf,
  order,
  orderLine,
  type PaymentWorld,
  press,
  rowOf,
} from "../support/payment-world.js";

async function openLink(world: PaymentWorld, fees: readonly number[] = [10_000]) {
  const payer = await world.payer();
  const workers: string[] = [];
  for (const _ of fees) workers.push(await world.addWorker());
  const lines = workers.map((worker, place) => orderLine(worker, { fils: fils(fees[place] ?? 0) }));
  const token = linkOf(await world.payments(payer).open("draft", order(lines)));
  return { payer, workers, token };
}

const casesOf = async (world: PaymentWorld) =>
  world.db
    .selectFrom("cases")
    .innerJoin("case_events", "case_events.case_id", "cases.id")
    .select(["cases.kind", "cases.state", "case_events.event", "case_events.detail"])
    .orderBy("cases.id")
    .execute();

const renewalsOf = async (world: PaymentWorld) =>
  (await world.db.selectFrom("renewals").select("state").orderBy("intent_line_id").execute()).map(({ state }) => state);

describeEachDatabase("a capture that cannot count", (database) => {
  it("because it is the second one for its link is a case, and un-pays nothing", async () => {
    const world = createPaymentWorld(database());
    const { payer, token } = await openLink(world);
    const first = await press(world, token);
    world.gateway.end(first, "failed");
    const second = await press(world, token);
    world.gateway.pay(second);
    await world.service.calledBack("sandbox", second);
    world.gateway.pay(first);
    await world.service.calledBack("sandbox", first);
    await world.service.calledBack("sandbox", first);
    expect(await world.service.payPage(token)).toMatchObject({ state: "paid" });
    expect(await renewalsOf(world)).toEqual(["issued"]);
    const detail = { refundFils: 10_000, currency: "KWD" };
    expect(await casesOf(world)).toEqual([{ kind: "second-capture", state: "open", event: "opened", detail }]);
    const told = await world.told(payer);
    expect(told).toHaveLength(3);
    expect(told[2]?.text).toContain("A second payment of \u2068KD\u00a010.000\u2069 arrived");
    expect(told[2]?.text).toContain("151");
  });

  it.each([
    ["wrong-amount", { fils: fils(9_999) }, { refundFils: 9_999, currency: "KWD" }, "KD\u00a09.999"],
    ["wrong-amount", { fils: fils(10_001) }, { refundFils: 10_001, currency: "KWD" }, "KD\u00a010.001"],
    ["wrong-currency", { currency: "USD" }, { refundFils: 10_000, currency: "USD" }, "another currency"],
  ] as const)("because of a %s (%o) closes its link and renews nothing", async (kind, paid, detail, words) => {
    const world = createPaymentWorld(database());
    const { payer, token } = await openLink(world);
    const reference = await press(world, token);
    world.gateway.pay(reference, paid);
    expect(await world.service.returned(token)).toMatchObject({ state: "conflicted" });
    expect(await world.service.openAttempt(token)).toMatchObject({ ok: false, reason: "conflicted" });
    expect(await renewalsOf(world)).toEqual([]);
    expect(await casesOf(world)).toEqual([{ kind, state: "open", event: "opened", detail }]);
    expect((await world.told(payer)).map(({ text }) => text)).toEqual([expect.stringContaining(words)]);
    expect(await world.service.receipt(token)).toBeUndefined();
  });

  it("because the whole period was covered meanwhile is a case for the whole amount", async () => {
    const world = createPaymentWorld(database());
    const { payer, token, workers } = await openLink(world);
    const reference = await press(world, token);
    await world.cover(workers[0] ?? "", "2028-11-30", "2029-11-29");
    world.gateway.pay(reference);
    expect(await world.service.returned(token)).toMatchObject({ state: "conflicted" });
    const detail = { refundFils: 10_000, currency: "KWD" };
    expect(await casesOf(world)).toEqual([{ kind: "period-taken", state: "open", event: "opened", detail }]);
    expect(await renewalsOf(world)).toEqual([]);
    expect((await world.told(payer))[0]?.text).toContain("the period was taken meanwhile");
  });

  it.each(["own", "manual"] as const)(
    "for one worker of a basket owes that line back; the others go on (%s)",
    async (filing) => {
      const world = createPaymentWorld(database(), { filing });
      const { payer, token, workers } = await openLink(world, [10_000, 5_000, 10_000]);
      const reference = await press(world, token);
      await world.cover(workers[1] ?? "", "2026-11-01", "2027-10-31");
      world.gateway.pay(reference);
      expect(await world.service.returned(token)).toMatchObject({ state: "paid" });
      const done = filing === "own" ? "issued" : "paid";
      expect(await renewalsOf(world)).toEqual([done, "refund-due", done]);
      expect(await casesOf(world)).toEqual([
        { kind: "period-taken", state: "open", event: "opened", detail: { refundFils: 5_000 } },
      ]);
      const [message] = await world.told(payer);
      expect(message?.text).toContain("KD\u00a05.000\u2069 is owed back to you");
      expect((await world.service.receipt(token))?.lines.map(({ state }) => state)).toEqual([done, "refund-due", done]);
      expect(await world.payments(payer).renewals()).toMatchObject([
        { state: done },
        { state: "refund-due" },
        { state: done },
      ]);
    },
  );

  it("for a free line of a mixed basket owes nothing, and says that it was covered already", async () => {
    const world = createPaymentWorld(database());
    const { payer, token, workers } = await openLink(world, [0, 10_000]);
    const reference = await press(world, token);
    await world.cover(workers[0] ?? "", "2026-11-01", "2027-10-31");
    world.gateway.pay(reference);
    await world.service.calledBack("sandbox", reference);
    expect(await renewalsOf(world)).toEqual(["conflicted", "issued"]);
    expect(await casesOf(world)).toMatchObject([{ kind: "period-taken", detail: { refundFils: 0 } }]);
    const [message] = await world.told(payer);
    expect(message?.text).toContain("is covered already. Nothing was charged for it.");
    expect(message?.text).not.toContain("owed back");
  });

  it("keeps its link closed until money that counts comes after all", async () => {
    const world = createPaymentWorld(database());
    const { token } = await openLink(world);
    const first = await press(world, token);
    world.gateway.end(first, "cancelled");
    const second = await press(world, token);
    world.gateway.pay(second, { fils: fils(1) });
    await world.service.calledBack("sandbox", second);
    expect(await world.service.payPage(token)).toMatchObject({ state: "conflicted" });
    world.gateway.pay(first);
    await world.service.calledBack("sandbox", first);
    expect(await world.service.payPage(token)).toMatchObject({ state: "paid" });
    expect(await renewalsOf(world)).toEqual(["issued"]);
  });
});

describeEachDatabase("a mixed basket", (database) => {
  it("files its free lines at capture, with the others", async () => {
    const world = createPaymentWorld(database(), { filing: "manual" });
    const { token } = await openLink(world, [0, 10_000]);
    expect(await renewalsOf(world)).toEqual([]);
    const reference = await press(world, token);
    expect(world.gateway.charges.get(reference)?.of.fils).toBe(10_000);
    world.gateway.pay(reference);
    await world.service.returned(token);
    expect(await renewalsOf(world)).toEqual(["paid", "paid"]);
  });
});

describeEachDatabase("two people and one worker", (database) => {
  it("pay once: whoever is late is told before paying", async () => {
    const world = createPaymentWorld(database());
    const worker = await world.addWorker();
    const [mother, father] = [await world.payer({ account: "1" }), await world.payer({ account: "2" })];
    const links = [];
    for (const payer of [mother, father]) {
      links.push(linkOf(await world.payments(payer).open("draft", order([orderLine(worker)]))));
    }
    const [hers = "", his = ""] = links;
    const reference = await press(world, hers);
    expect(await world.service.openAttempt(his)).toMatchObject({ ok: false, reason: "paying-elsewhere" });
    world.gateway.pay(reference);
    // Asked because he pressed: her callback has not come yet.
    expect(await world.service.openAttempt(his)).toMatchObject({ ok: false, reason: "covered" });
    expect(await world.service.payPage(hers)).toMatchObject({ state: "paid" });
    expect(await world.db.selectFrom("covers").select("worker_id").execute()).toEqual([{ worker_id: rowOf(worker) }]);
  });

  it("who pay all the same, when one gateway page outlived everything, end in one cover and one case", async () => {
    const world = createPaymentWorld(database());
    const worker = await world.addWorker();
    const [first, second] = [await world.payer(), await world.payer()];
    const one = linkOf(await world.payments(first).open("draft", order([orderLine(worker)])));
    const early = await press(world, one);
    world.gateway.end(early, "expired");
    await world.service.calledBack("sandbox", early);
    world.clock.advance(hour);
    const two = linkOf(await world.payments(second).open("draft", order([orderLine(worker)])));
    const late = await press(world, two);
    world.gateway.pay(early);
    world.gateway.pay(late);
    await Promise.all([world.service.calledBack("sandbox", late), world.service.calledBack("sandbox", early)]);
    expect(await renewalsOf(world)).toEqual(["issued"]);
    expect(await casesOf(world)).toMatchObject([{ kind: "period-taken" }]);
  });
});
