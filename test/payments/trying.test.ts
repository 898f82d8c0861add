// Pay was pressed: what leads to the gateway, what does not, and what a crash or a second press changes (nothing).
import { expect, it } from "vitest";
import { describeEachDatabase } from "../support/databases.js";
import {
  baseUrl,
  createPaymentWorld,
  hour,
  linkOf,
  minute,
  order,
  orderLine,
  type PaymentWorld,
  press,
} from "../support/payment-world.js";

async function openLink(world: PaymentWorld, worker: string): Promise<string> {
  return linkOf(await world.payments(await world.payer()).open("draft", order([orderLine(worker)])));
}

describeEachDatabase("a try", (database) => {
  it("is opened by pressing Pay, never by looking", async () => {
    const world = createPaymentWorld(database());
    const token = await openLink(world, await world.addWorker());
    for (let i = 0; i < 3; i++) await world.service.payPage(token);
    expect(world.gateway.creates).toEqual([]);
    const reference = await press(world, token);
    expect(reference).toMatch(/^[0-9A-Za-z]{1,40}$/);
    expect(world.gateway.charges.get(reference)?.of).toEqual({
      reference,
      fils: 10_000,
      currency: "KWD",
      language: "en",
      returnUrl: `${baseUrl}/p/${token}/return`,
      callbackUrl: `${baseUrl}/gateways/sandbox/callback`,
    });
    expect(await world.service.payPage(token)).toMatchObject({ state: "at-gateway" });
  });

  it("is resumed by a second press and by a second tab", async () => {
    const world = createPaymentWorld(database());
    const token = await openLink(world, await world.addWorker());
    const presses = await Promise.all([press(world, token), press(world, token)]);
    presses.push(await press(world, token));
    expect(new Set(presses).size).toBe(1);
    expect(world.gateway.charges.size).toBe(1);
    expect(await world.db.selectFrom("attempts").select("id").execute()).toHaveLength(1);
  });

  it("of another link for the same period is told, and waited out", async () => {
    const world = createPaymentWorld(database());
    const worker = await world.addWorker();
    const [first, second] = [await openLink(world, worker), await openLink(world, worker)];
    const reference = await press(world, first);
    const refused = { ok: false, reason: "paying-elsewhere", language: "en", worker: { lastFour: "4001" } };
    expect(await world.service.openAttempt(second)).toMatchObject(refused);
    world.gateway.end(reference, "failed");
    const other = await press(world, second);
    world.gateway.pay(other);
    await world.service.calledBack("sandbox", other);
    expect(await world.service.openAttempt(first)).toMatchObject({ ok: false, reason: "covered" });
  });

  it("is refused for a period that was covered after the link was given", async () => {
    const world = createPaymentWorld(database());
    const worker = await world.addWorker();
    const token = await openLink(world, worker);
    await world.cover(worker, "2027-01-01", "2027-12-31");
    const refused = { ok: false, reason: "covered", worker: { initials: "M. S.", lastFour: "4001" } };
    expect(await world.service.openAttempt(token)).toMatchObject(refused);
    expect(world.gateway.creates).toEqual([]);
  });

  it("is not made when the gateway is down: the same link tries again under the same reference", async () => {
    const world = createPaymentWorld(database());
    const token = await openLink(world, await world.addWorker());
    world.gateway.isDown = true;
    const down = { ok: false, reason: "gateway-down", language: "en" };
    expect(await world.service.openAttempt(token)).toEqual(down);
    expect(await world.service.payPage(token)).toMatchObject({ state: "open" });
    world.clock.advance(10 * minute);
    await world.service.mopUp();
    expect(await world.service.openAttempt(token)).toEqual(down);
    world.gateway.isDown = false;
    await press(world, token);
    expect(new Set(world.gateway.creates).size).toBe(1);
  });

  it("whose creation was answered too late to be heard is found again, and charged once", async () => {
    const world = createPaymentWorld(database());
    const token = await openLink(world, await world.addWorker());
    world.gateway.failNextCreate("lost");
    expect(await world.service.openAttempt(token)).toMatchObject({ ok: false, reason: "gateway-down" });
    world.clock.advance(minute);
    await world.service.mopUp();
    await press(world, token);
    expect(world.gateway.charges.size).toBe(1);
  });

  it("cut off by a crash between its phases is found again, and charged once", async () => {
    const world = createPaymentWorld(database());
    const token = await openLink(world, await world.addWorker());
    world.gateway.failNextCreate("crash");
    await expect(world.service.openAttempt(token)).rejects.toThrow("died");
    expect(await world.db.selectFrom("attempts").select("state").execute()).toEqual([{ state: "opening" }]);
    expect(await press(world, token)).toBe(world.gateway.creates[0]);
    expect(world.gateway.charges.size).toBe(1);
  });

  it("that led nobody to the gateway keeps others out for two minutes, and no longer", async () => {
    const world = createPaymentWorld(database());
    const worker = await world.addWorker();
    const [first, second] = [await openLink(world, worker), await openLink(world, worker)];
    world.gateway.failNextCreate("unreached");
    await world.service.openAttempt(first);
    expect(await world.service.openAttempt(second)).toMatchObject({ ok: false, reason: "paying-elsewhere" });
    world.clock.advance(2 * minute);
    await press(world, second);
    expect(await world.service.openAttempt(first)).toMatchObject({ ok: false, reason: "paying-elsewhere" });
  });

  it("whose page comes after two minutes is led nowhere: others may be paying by then", async () => {
    const world = createPaymentWorld(database());
    const worker = await world.addWorker();
    const token = await openLink(world, worker);
    const create = world.gateway.createAttempt;
    world.gateway.createAttempt = async (of) => {
      world.clock.advance(2 * minute);
      return create(of);
    };
    expect(await world.service.openAttempt(token)).toMatchObject({ ok: false, reason: "gateway-down" });
    world.gateway.createAttempt = create;
    await press(world, token);
    expect(world.gateway.charges.size).toBe(1);
  });

  it("that the gateway refuses is over, and the next press is a new one", async () => {
    const world = createPaymentWorld(database());
    const payer = await world.payer();
    const token = linkOf(await world.payments(payer).open("d", order([orderLine(await world.addWorker())])));
    world.gateway.failNextCreate("refused");
    expect(await world.service.openAttempt(token)).toMatchObject({ ok: false, reason: "gateway-down" });
    const reference = await press(world, token);
    expect(world.gateway.creates).toEqual([expect.not.stringMatching(reference), reference]);
    expect(await world.told(payer)).toEqual([]);
  });

  it("is not made for an unknown link, nor for a receipt's", async () => {
    const world = createPaymentWorld(database());
    expect(await world.service.openAttempt("nobodys")).toEqual({ ok: false, reason: "unknown-link" });
    expect(await world.service.payPage("nobodys")).toBeUndefined();
    expect(await world.service.returned("nobodys")).toBeUndefined();
    expect(await world.service.receipt("nobodys")).toBeUndefined();
  });

  it("is resumed after its chat was told of nothing, for as long as its link lives", async () => {
    const world = createPaymentWorld(database());
    const token = await openLink(world, await world.addWorker());
    const reference = await press(world, token);
    world.clock.advance(23 * hour);
    expect(await press(world, token)).toBe(reference);
    world.clock.advance(hour);
    expect(await world.service.openAttempt(token)).toMatchObject({ ok: false, reason: "expired" });
  });
});
