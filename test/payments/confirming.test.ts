// What the gateway says becomes: callback, return page and mop-up believe it alone, and tell the chat once.
import { expect, it } from "vitest";
import { fils } from "../../src/domain/kwd.js";
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
  rowOf,
  tokenOf,
} from "../support/payment-world.js";
import { createPeopleWorld, stranger } from "../support/people-world.js";

const states = async (world: PaymentWorld, table: "intents" | "attempts" | "renewals") =>
  (await world.db.selectFrom(table).select("state").orderBy("id").execute()).map(({ state }) => state);

async function atGateway(world: PaymentWorld, lines = 1, language: "ar" | "en" = "en") {
  const payer = await world.payer({ language });
  const workers: string[] = [];
  for (let i = 0; i < lines; i++) workers.push(await world.addWorker());
  const payments = world.payments(payer);
  const token = linkOf(await payments.open("draft", order(workers.map((worker) => orderLine(worker)))));
  return { payer, payments, workers, token, reference: await press(world, token) };
}

describeEachDatabase("the first receipt of an account", (database) => {
  it("offers to add to it, later ones do not, and one to whom enough is known never does", async () => {
    const world = createPaymentWorld(database());
    const people = createPeopleWorld(world.db);
    const offers: boolean[] = [];
    for (const told of [false, true]) {
      const chat = await people.chat(`account-${told}`);
      await people.register(chat, { civilId: stranger });
      if (told) await people.turn(chat).people.describe({ what: "gender", value: "female" });
      const account = (await people.chats.read(chat))?.account?.id;
      for (const draft of ["first", "second"]) {
        const payer = { ...(await world.payer()), ...(account === undefined ? {} : { account }) };
        const token = linkOf(await world.payments(payer).open(draft, order([orderLine(await world.addWorker())])));
        const reference = await press(world, token);
        world.gateway.pay(reference);
        await world.service.calledBack("sandbox", reference);
        const [newest] = (await world.told(payer)).toReversed();
        offers.push(JSON.stringify(newest?.buttons).includes('"/account"'));
      }
    }
    expect(offers).toEqual([true, false, false, false]);
  });
});

describeEachDatabase("a payment that was made", (database) => {
  it("is a receipt, cover in force and a message, all at once", async () => {
    const world = createPaymentWorld(database());
    const { payer, payments, workers, token, reference } = await atGateway(world, 2);
    world.gateway.pay(reference);
    expect(await world.service.calledBack("sandbox", reference)).toBe("confirmed");

    expect([await states(world, "intents"), await states(world, "attempts"), await states(world, "renewals")]).toEqual([
      ["paid"],
      ["captured"],
      ["issued", "issued"],
    ]);
    const receipt = await world.service.receipt(token);
    expect(receipt).toMatchObject({
      number: expect.stringMatching(/^TJ-2026-[2-9A-HJKMNP-TV-Z]{8}$/),
      paidAt: world.clock.now(),
      paidOn: "2026-11-22",
      totalFils: 20_000,
      payment: {
        gateway: "sandbox",
        reference,
        refs: { chargeId: expect.any(String), paymentId: expect.any(String) },
      },
      isTest: false,
    });
    const covers = await world.db.selectFrom("covers").selectAll().orderBy("id").execute();
    expect(covers).toMatchObject(
      workers.map((worker, place) => ({
        worker_id: rowOf(worker),
        from_day: "2026-12-01",
        until_day: "2028-11-30",
        source: "issued",
        policy_number: `${receipt?.number}-${place + 1}`,
      })),
    );
    const [message, ...more] = await world.told(payer);
    expect(more).toEqual([]);
    expect(message?.text).toContain("✅ \u2068KD\u00a020.000\u2069 is paid.");
    expect(message?.text).toContain("Amana");
    expect(message?.text).toContain("4001");
    expect(message?.code.map(({ offset, length }) => message.text.slice(offset, offset + length))).toEqual([
      `${receipt?.number}-1`,
      `${receipt?.number}-2`,
      receipt?.number,
    ]);
    const url = message?.buttons[0]?.[0];
    if (url === undefined || !("url" in url)) throw new Error("the receipt's button is a link");
    expect(message?.text).toContain(url.url);
    expect(url.url.startsWith(`${baseUrl}/r/`)).toBe(true);
    expect(receipt?.url).toBe(url.url);
    expect(await world.service.receipt(tokenOf(url.url))).toEqual(receipt);
    expect(await payments.receipts()).toMatchObject([{ number: receipt?.number, paidOn: "2026-11-22" }]);
    expect(await payments.unpaid()).toEqual([]);
  });

  it("waits for filing where the Ministry keeps the registry, and every answer says so", async () => {
    const world = createPaymentWorld(database(), { filing: "manual" });
    const { payer, payments, token, reference } = await atGateway(world, 1, "ar");
    world.gateway.pay(reference);
    await world.service.calledBack("sandbox", reference);
    expect(await states(world, "renewals")).toEqual(["paid"]);
    expect(await world.db.selectFrom("covers").select("id").execute()).toEqual([]);
    expect((await world.service.receipt(token))?.lines).toMatchObject([{ state: "paid" }]);
    expect(await payments.renewals()).toMatchObject([{ state: "paid", from: "2026-12-01", until: "2028-11-30" }]);
    expect((await world.told(payer))[0]?.text).toContain("مدفوع، ولم يُسجَّل بعد في نظام الوزارة");
  });

  it("waits or issues as filing is at that moment: it may be switched while the service runs", async () => {
    const settings: { filing: "own" | "manual" } = { filing: "own" };
    const world = createPaymentWorld(database(), settings);
    const first = await atGateway(world);
    settings.filing = "manual";
    world.gateway.pay(first.reference);
    await world.service.calledBack("sandbox", first.reference);
    const second = await atGateway(world);
    settings.filing = "own";
    world.gateway.pay(second.reference);
    await world.service.calledBack("sandbox", second.reference);
    expect(await states(world, "renewals")).toEqual(["paid", "issued"]);
  });

  it("is counted once, however often and from wherever it is told", async () => {
    const world = createPaymentWorld(database());
    const { payer, token, reference } = await atGateway(world);
    world.gateway.pay(reference);
    const back = await world.service.returned(token);
    const receiptUrl = (await world.service.receipt(token))?.url;
    expect(receiptUrl?.startsWith(`${baseUrl}/r/`)).toBe(true);
    expect(back).toMatchObject({ state: "paid", receiptUrl });
    await world.service.calledBack("sandbox", reference);
    await world.service.calledBack("sandbox", reference);
    world.clock.advance(hour);
    await world.service.mopUp();
    expect(await states(world, "renewals")).toEqual(["issued"]);
    expect(await world.db.selectFrom("receipts").select("id").execute()).toHaveLength(1);
    expect(await world.db.selectFrom("cases").select("id").execute()).toEqual([]);
    expect(await world.told(payer)).toHaveLength(1);
    expect(await world.service.openAttempt(token)).toMatchObject({
      ok: false,
      reason: "paid",
      receiptUrl: `${baseUrl}/r/${token}`,
    });
  });

  it("is believed from the gateway alone: a callback that says so by itself changes nothing", async () => {
    const world = createPaymentWorld(database());
    const { reference } = await atGateway(world);
    await world.service.calledBack("sandbox", reference);
    expect(await states(world, "intents")).toEqual(["paying"]);
    expect(await world.service.calledBack("sandbox", "0".repeat(32))).toBe("unknown-reference");
  });

  it("is found by the mop-up when its callback was lost", async () => {
    const world = createPaymentWorld(database());
    const { payer, reference } = await atGateway(world);
    world.gateway.pay(reference);
    expect(await world.service.mopUp()).toEqual({ asked: 0 });
    world.clock.advance(15_000);
    expect(await world.service.mopUp()).toEqual({ asked: 1 });
    expect(await states(world, "intents")).toEqual(["paid"]);
    expect(await world.told(payer)).toHaveLength(1);
    world.clock.advance(48 * hour);
    expect(await world.service.mopUp()).toEqual({ asked: 0 });
  });

  it("after the link's end still counts when the period is free", async () => {
    const world = createPaymentWorld(database());
    const { token, reference } = await atGateway(world);
    world.clock.advance(25 * hour);
    await world.service.mopUp();
    expect(await states(world, "intents")).toEqual(["expired"]);
    world.gateway.pay(reference);
    await world.service.calledBack("sandbox", reference);
    expect(await world.service.payPage(token)).toMatchObject({ state: "paid" });
    expect(await states(world, "renewals")).toEqual(["issued"]);
  });

  it("after it was declined still counts, when the gateway changes its word", async () => {
    const world = createPaymentWorld(database());
    const { token, reference } = await atGateway(world);
    world.gateway.end(reference, "failed");
    await world.service.returned(token);
    world.gateway.pay(reference);
    world.clock.advance(6 * hour);
    expect(await world.service.mopUp()).toEqual({ asked: 1 });
    expect(await world.service.payPage(token)).toMatchObject({ state: "paid" });
  });

  it("shows TEST in every message where money is not real", async () => {
    const world = createPaymentWorld(database(), { isTest: true });
    const { payer, token, reference } = await atGateway(world);
    world.gateway.end(reference, "failed");
    await world.service.returned(token);
    const second = await press(world, token);
    await world.service.returned(token);
    world.gateway.pay(second);
    await world.service.returned(token);
    const told = await world.told(payer);
    expect(told).toHaveLength(3);
    for (const { text } of told) expect(text).toMatch(/^🧪 TEST\. /u);
    expect((await world.service.receipt(token))?.isTest).toBe(true);
  });
});

describeEachDatabase("a payment that was not made", (database) => {
  it.each([
    ["failed", "declined", "The bank declined"],
    ["cancelled", "cancelled", "was cancelled"],
    ["expired", "expired", "not finished in time"],
  ] as const)("(%s) took nothing, says so once, and the same link pays again", async (ended, lastTry, words) => {
    const world = createPaymentWorld(database());
    const { payer, payments, token, reference } = await atGateway(world);
    world.gateway.end(reference, ended);
    expect(await world.service.returned(token)).toMatchObject({ state: "open", lastTry });
    await world.service.calledBack("sandbox", reference);
    const told = await world.told(payer);
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain(words);
    expect(told[0]?.text).toContain("Nothing was taken");
    for (const said of [
      "KD\u00a010.000",
      "Amana",
      "4001",
      "We never ask for a card number",
      `${baseUrl}/p/`,
      "13:00",
    ]) {
      expect(told[0]?.text).toContain(said);
    }
    expect(await payments.unpaid()).toMatchObject([{ state: lastTry, totalFils: 10_000 }]);

    const retry = await press(world, token);
    expect(retry).not.toBe(reference);
    world.gateway.pay(retry);
    expect(await world.service.returned(token)).toMatchObject({ state: "paid" });
    expect(await states(world, "attempts")).toEqual([lastTry, "captured"]);
  });

  it("is asked about when Pay is pressed again, so that nobody is led back to a page that is over", async () => {
    const world = createPaymentWorld(database());
    const { token, reference } = await atGateway(world);
    world.gateway.end(reference, "cancelled");
    expect(await press(world, token)).not.toBe(reference);
  });

  it("after the link's end is not offered again", async () => {
    const world = createPaymentWorld(database());
    const { payer, payments, token, reference } = await atGateway(world);
    world.clock.advance(25 * hour);
    world.gateway.end(reference, "failed");
    expect(await world.service.returned(token)).toMatchObject({ state: "expired" });
    expect(await world.told(payer)).toEqual([]);
    expect(await payments.unpaid()).toEqual([]);
  });
});

describeEachDatabase("a payment without an answer", (database) => {
  it("is unknown, not failed: the payer is told once not to pay again, and later how it ended", async () => {
    const world = createPaymentWorld(database());
    const { payer, payments, token, reference } = await atGateway(world);
    expect(await payments.unpaid()).toMatchObject([{ state: "at-gateway" }]);
    world.gateway.isDown = true;
    expect(await world.service.returned(token)).toMatchObject({ state: "unknown" });
    expect(await world.service.returned(token)).toMatchObject({ state: "unknown" });
    expect(await world.service.payPage(token)).toMatchObject({ state: "unknown" });
    expect(await payments.unpaid()).toMatchObject([{ state: "unknown" }]);
    expect((await world.told(payer)).map(({ text }) => text)).toEqual([
      expect.stringContaining("Please do not pay again for now."),
    ]);
    world.gateway.isDown = false;
    world.gateway.pay(reference);
    world.clock.advance(minute);
    await world.service.mopUp();
    expect(await world.service.payPage(token)).toMatchObject({ state: "paid" });
    expect((await world.told(payer))[1]?.text).toContain("is paid");
  });

  it("after coming back to a gateway that is still undecided says the same", async () => {
    const world = createPaymentWorld(database());
    const { payer, token } = await atGateway(world);
    expect(await world.service.returned(token)).toMatchObject({ state: "unknown" });
    expect(await world.told(payer)).toHaveLength(1);
    world.clock.advance(25 * hour);
    expect(await world.service.returned(token)).toMatchObject({ state: "unknown" });
  });

  it("is asked about ever more rarely until two days past the link, and then becomes a case and a word to the payer", async () => {
    const world = createPaymentWorld(database());
    const { payer } = await atGateway(world);
    world.gateway.isDown = true;
    for (let passes = 0; passes < 12; passes++) {
      world.clock.advance(6 * hour);
      await world.service.mopUp();
    }
    expect(world.gateway.queries).toHaveLength(12);
    expect(await states(world, "attempts")).toEqual(["expired"]);
    expect(await states(world, "intents")).toEqual(["expired"]);
    const cases = await world.db.selectFrom("cases").select(["kind", "state"]).execute();
    expect(cases).toEqual([{ kind: "no-outcome", state: "open" }]);
    expect((await world.told(payer)).map(({ text }) => text)).toEqual([
      expect.stringContaining("never told us how the payment of \u2068KD\u00a010.000\u2069"),
    ]);
    const asked = world.gateway.queries.length;
    world.clock.advance(240 * hour);
    await world.service.mopUp();
    expect(world.gateway.queries).toHaveLength(asked);
  });

  it("is none when a capture comes without its amount: it is asked again", async () => {
    const world = createPaymentWorld(database());
    const { reference } = await atGateway(world);
    const charge = world.gateway.charges.get(reference);
    if (charge === undefined) throw new Error("the try is at the gateway");
    charge.answer = { status: "paid", currency: "KWD" };
    await world.service.calledBack("sandbox", reference);
    expect(await states(world, "attempts")).toEqual(["unknown"]);
    charge.answer = { status: "paid", fils: fils(10_000) };
    await world.service.calledBack("sandbox", reference);
    expect(await states(world, "intents")).toEqual(["paying"]);
  });

  it("leaves its link to its payer alone", async () => {
    const world = createPaymentWorld(database());
    const payer = await world.payer();
    const payments = world.payments(payer);
    const opened = await payments.open("d", order([orderLine(await world.addWorker())]));
    if (!opened.ok || opened.kind !== "link") throw new Error("it is payable");
    const again = await payments.link(opened.intent);
    expect(await world.service.payPage(tokenOf(again?.url ?? ""))).toMatchObject({ state: "open" });
    expect(await world.payments(await world.payer()).link(opened.intent)).toBeUndefined();
    expect(await world.payments(await world.payer()).unpaid()).toEqual([]);
    for (const wrong of ["x", "", "0", "1 or 1=1"]) expect(await payments.link(wrong)).toBeUndefined();
    world.clock.advance(24 * hour);
    expect(await payments.link(opened.intent)).toBeUndefined();
  });
});
