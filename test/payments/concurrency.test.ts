// Many at once on real connections: money counts once, and what cannot count is a case.
import { expect, it } from "vitest";
import { describeOnPostgres } from "../support/databases.js";
import { createPaymentWorld, linkOf, order, orderLine, press } from "../support/payment-world.js";

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

describeOnPostgres("at the same time", (database) => {
  it("twenty confirmations of one try extend cover once", async () => {
    const world = createPaymentWorld(database());
    const payer = await world.payer();
    const basket = order([orderLine(await world.addWorker()), orderLine(await world.addWorker())]);
    const token = linkOf(await world.payments(payer).open("draft", basket));
    const reference = await press(world, token);
    world.gateway.pay(reference);
    const settled = await Promise.all(times(20, () => world.confirm(reference)));
    expect(settled.filter((each) => each?.step === "taken")).toHaveLength(1);
    expect(await world.db.selectFrom("covers").select("id").execute()).toHaveLength(2);
    expect(await world.db.selectFrom("receipts").select("id").execute()).toHaveLength(1);
    expect(await world.db.selectFrom("cases").select("id").execute()).toEqual([]);
    expect(await world.told(payer)).toHaveLength(1);
  });

  it("twenty presses of one link make one charge", async () => {
    const world = createPaymentWorld(database());
    const basket = order([orderLine(await world.addWorker())]);
    const token = linkOf(await world.payments(await world.payer()).open("draft", basket));
    const opened = await Promise.all(times(20, () => world.service.openAttempt(token)));
    expect(new Set(opened.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(opened[0]).toMatchObject({ ok: true });
    expect(world.gateway.charges.size).toBe(1);
  });

  it("ten people who press Pay for one worker: one is led to the gateway", async () => {
    const world = createPaymentWorld(database());
    const worker = await world.addWorker();
    const payers = await Promise.all(times(10, () => world.payer()));
    const links = await Promise.all(
      payers.map(async (payer) => linkOf(await world.payments(payer).open("draft", order([orderLine(worker)])))),
    );
    const opened = await Promise.all(links.map((token) => world.service.openAttempt(token)));
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
    expect(opened.filter((each) => !each.ok && each.reason === "paying-elsewhere")).toHaveLength(9);
  });

  it("baskets that overlap crosswise neither wait for one another for ever nor both get a worker", async () => {
    const world = createPaymentWorld(database());
    const [one, two] = [await world.addWorker(), await world.addWorker()];
    const baskets = times(8, (i) => order((i % 2 === 0 ? [one, two] : [two, one]).map((worker) => orderLine(worker))));
    const links = await Promise.all(
      baskets.map(async (basket) => linkOf(await world.payments(await world.payer()).open("draft", basket))),
    );
    const opened = await Promise.all(links.map((token) => world.service.openAttempt(token)));
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("captures of two links for one period, both made, end in one cover and one case", async () => {
    const world = createPaymentWorld(database());
    const worker = await world.addWorker();
    const references: string[] = [];
    for (const payer of [await world.payer(), await world.payer()]) {
      const token = linkOf(await world.payments(payer).open("draft", order([orderLine(worker)])));
      const reference = await press(world, token);
      world.gateway.end(reference, "failed");
      await world.service.calledBack("sandbox", reference);
      references.push(reference);
    }
    for (const reference of references) world.gateway.pay(reference);
    await Promise.all(times(20, (i) => world.confirm(references[i % 2] ?? "")));
    expect(await world.db.selectFrom("covers").select("id").execute()).toHaveLength(1);
    expect(await world.db.selectFrom("cases").select("kind").execute()).toEqual([{ kind: "period-taken" }]);
    const intents = await world.db.selectFrom("intents").select("state").execute();
    expect(intents.map(({ state }) => state).toSorted()).toEqual(["conflicted", "paid"]);
  });

  it("an import and a capture of the same period end in one cover and a case, or in the cover that was paid", async () => {
    const world = createPaymentWorld(database());
    for (let round = 0; round < 5; round++) {
      const worker = await world.addWorker();
      const token = linkOf(await world.payments(await world.payer()).open("draft", order([orderLine(worker)])));
      const reference = await press(world, token);
      world.gateway.pay(reference);
      const [imported] = await Promise.allSettled([
        world.cover(worker, "2026-12-01", "2027-11-30"),
        world.confirm(reference),
      ]);
      const cases = await world.db.selectFrom("cases").select("id").execute();
      expect(await world.db.selectFrom("covers").select("id").execute()).toHaveLength(round + 1);
      const wasImported = imported.status === "fulfilled";
      const state = (await world.service.payPage(token))?.state;
      expect(state).toBe(wasImported ? "conflicted" : "paid");
      expect(cases.length > 0 || !wasImported).toBe(true);
    }
  });

  it("two mop-ups ask about each try once", async () => {
    const world = createPaymentWorld(database());
    for (let i = 0; i < 6; i++) {
      const basket = order([orderLine(await world.addWorker())]);
      await press(world, linkOf(await world.payments(await world.payer()).open("draft", basket)));
    }
    world.clock.advance(60_000);
    const passes = await Promise.all([world.service.mopUp(), world.service.mopUp()]);
    expect(passes.reduce((sum, { asked }) => sum + asked, 0)).toBe(6);
    expect(new Set(world.gateway.queries).size).toBe(6);
  });
});
