// What may be opened, and what is told instead.
import { sql } from "kysely";
import { expect, it } from "vitest";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { fils } from "../../src/domain/kwd.js";
import { FenceLost } from "../../src/records/fence.js";
import { describeEachDatabase } from "../support/databases.js";
import { createPaymentWorld, hour, linkOf, order, orderLine, press, rowOf } from "../support/payment-world.js";

describeEachDatabase("what is owed", (database) => {
  it("is opened once for its key, each time with the same link", async () => {
    const world = createPaymentWorld(database());
    const worker = await world.addWorker();
    const payments = world.payments(await world.payer());
    const [first, second] = [
      await payments.open("draft-1", order([orderLine(worker)])),
      await payments.open("draft-1", order([orderLine(worker)])),
    ];
    expect(linkOf(first)).toBe(linkOf(second));
    expect(await world.db.selectFrom("intents").select("id").execute()).toHaveLength(1);
    expect(await world.db.selectFrom("links").select("kind").execute()).toEqual([{ kind: "pay" }]);
    expect(await world.service.payPage(linkOf(first))).toMatchObject({ state: "open", totalFils: 10_000 });
  });

  it("under another key, or in another chat, has another link", async () => {
    const world = createPaymentWorld(database());
    const [payer, other] = [await world.payer(), await world.payer()];
    const links = [];
    for (const [of, key] of [
      [payer, "a"],
      [payer, "b"],
      [other, "a"],
    ] as const)
      links.push(linkOf(await world.payments(of).open(key, order([orderLine(await world.addWorker())]))));
    expect(new Set(links).size).toBe(3);
  });

  it("is never reached by a link of what a database has lost, though its number came round again", async () => {
    const world = createPaymentWorld(database());
    const payments = world.payments(await world.payer());
    const lost = linkOf(await payments.open("a", order([orderLine(await world.addWorker())])));
    const [intent] = await world.db.selectFrom("intents").select("id").execute();
    for (const table of ["links", "intent_lines", "intents"] as const) await world.db.deleteFrom(table).execute();
    await sql`alter table intents alter column id restart with ${sql.lit(intent?.id)}`.execute(world.db);
    const other = linkOf(
      await world.payments(await world.payer()).open("a", order([orderLine(await world.addWorker())])),
    );
    expect(await world.db.selectFrom("intents").select("id").execute()).toEqual([intent]);
    expect(await world.service.payPage(other)).toMatchObject({ state: "open" });
    expect(await world.service.payPage(lost)).toBeUndefined();
  });

  it("keeps what was accepted, and ends after 24 hours", async () => {
    const world = createPaymentWorld(database());
    const payments = world.payments(await world.payer());
    const opened = await payments.open("draft-1", order([orderLine(await world.addWorker())]));
    expect(opened).toMatchObject({ ok: true, kind: "link", totalFils: 10_000, expiresAt: "2026-11-23T10:00:00.000Z" });
    expect(await world.db.selectFrom("intents").selectAll().executeTakeFirst()).toMatchObject({
      state: "open",
      quote_digest: "d".repeat(32),
      terms_version: "2026-11",
      fee_schedule: "kd5",
      accepted_at: world.clock.now(),
    });
    world.clock.advance(24 * hour - 1);
    expect(await world.service.payPage(linkOf(opened))).toMatchObject({ state: "open" });
    world.clock.advance(1);
    expect(await world.service.payPage(linkOf(opened))).toMatchObject({ state: "expired" });
    expect(await world.service.openAttempt(linkOf(opened))).toMatchObject({ ok: false, reason: "expired" });
    expect(world.gateway.creates).toEqual([]);
  });

  it("keeps of a link only a hash", async () => {
    const world = createPaymentWorld(database());
    const payments = world.payments(await world.payer());
    const token = linkOf(await payments.open("draft-1", order([orderLine(await world.addWorker())])));
    const rows = await world.db.selectFrom("links").selectAll().execute();
    expect(rows.map(({ token_hash }) => token_hash.equals(Buffer.from(token, "base64url")))).toEqual([false]);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(Buffer.from(token, "base64url")).toHaveLength(16);
  });

  it("shows an account its workers by name, and a quick payer initials and last four alone", async () => {
    const world = createPaymentWorld(database());
    const [one, two] = [await world.addWorker(), await world.addWorker()];
    const account = linkOf(await world.payments(await world.payer()).open("a", order([orderLine(one)])));
    const quick = linkOf(await world.payments(await world.payer()).open("b", order([orderLine(two)], "quick")));
    const workerOf = async (token: string) => (await world.service.payPage(token))?.lines[0]?.worker;
    expect(await workerOf(account)).toEqual({
      name: { ar: "ماريا سانتوس", en: "Maria Lourdes Santos" },
      initials: "M. S.",
      lastFour: "4001",
    });
    expect(await workerOf(quick)).toEqual({ initials: "M. S.", lastFour: "4002" });
  });

  it.each([
    ["imported cover", "2026-11-30", "2026-12-01"],
    ["cover that begins on the last day", "2028-11-30", "2029-11-29"],
  ])("is refused for a period taken by %s", async (_, from, until) => {
    const world = createPaymentWorld(database());
    const worker = await world.addWorker();
    await world.cover(worker, from, until);
    const opened = await world.payments(await world.payer()).open("a", order([orderLine(worker)]));
    expect(opened).toEqual({ ok: false, reason: "covered", worker });
  });

  it("is not refused for what a sponsor told, nor for cover right before and after", async () => {
    const world = createPaymentWorld(database());
    const worker = await world.addWorker();
    await world.cover(worker, "2026-01-01", "2027-12-31", "told");
    await world.cover(worker, "2026-01-01", "2026-11-30");
    await world.cover(worker, "2028-12-01", "2029-11-30");
    expect(await world.payments(await world.payer()).open("a", order([orderLine(worker)]))).toMatchObject({ ok: true });
  });

  it("is refused for a worker who is not on record, or only tracked", async () => {
    const world = createPaymentWorld(database());
    const payments = world.payments(await world.payer());
    for (const worker of ["w999", "t1", "1", ""]) {
      const opened = await payments.open(`draft-${worker}`, order([orderLine(worker)]));
      expect(opened).toEqual({ ok: false, reason: "no-worker", worker });
    }
    expect(await world.db.selectFrom("intents").select("id").execute()).toEqual([]);
  });

  it("supersedes the payer's older unpaid link for the same worker, and nobody else's", async () => {
    const world = createPaymentWorld(database());
    const [one, two] = [await world.addWorker(), await world.addWorker()];
    const payer = await world.payer();
    const stranger = await world.payer();
    const payments = world.payments(payer);
    const first = linkOf(await payments.open("draft-1", order([orderLine(one), orderLine(two)])));
    const other = linkOf(await world.payments(stranger).open("draft-1", order([orderLine(one)])));
    const second = linkOf(await payments.open("draft-2", order([orderLine(one)])));
    expect(await world.service.payPage(first)).toMatchObject({ state: "superseded" });
    expect(await world.service.openAttempt(first)).toMatchObject({ ok: false, reason: "superseded" });
    expect(await world.service.payPage(other)).toMatchObject({ state: "open" });
    expect(await world.service.payPage(second)).toMatchObject({ state: "open" });
  });

  it("is what was accepted last in the draft: an older acceptance's link is superseded", async () => {
    const world = createPaymentWorld(database());
    const [one, two] = [await world.addWorker(), await world.addWorker()];
    const payments = world.payments(await world.payer());
    const year = { years: 1, until: "2027-11-30" as IsoDate, fils: fils(5000) } as const;
    const short = { ...order([orderLine(one, year)]), quoteDigest: "1".repeat(32) };
    const long = { ...order([orderLine(one)]), quoteDigest: "2".repeat(32) };
    const other = { ...order([orderLine(two)]), quoteDigest: "3".repeat(32) };
    const links: string[] = [];
    for (const accepted of [short, long, other, short]) {
      const opened = await payments.open("draft-1", accepted);
      expect(opened).toMatchObject({ kind: "link", totalFils: accepted.totalFils });
      expect(await payments.open("draft-1", accepted)).toEqual(opened);
      links.push(linkOf(opened));
    }
    const states = [];
    for (const link of links) states.push((await world.service.payPage(link))?.state);
    expect(states).toEqual(["superseded", "superseded", "superseded", "open"]);
    expect(await payments.unpaid()).toMatchObject([{ totalFils: 5000 }]);
  });

  it("supersedes an older link of the same account in another chat", async () => {
    const world = createPaymentWorld(database());
    const worker = await world.addWorker();
    const [phone, tablet] = [await world.payer({ account: "7" }), await world.payer({ account: "7" })];
    const first = linkOf(await world.payments(phone).open("draft-1", order([orderLine(worker)])));
    await world.payments(tablet).open("draft-2", order([orderLine(worker)]));
    expect(await world.service.payPage(first)).toMatchObject({ state: "superseded" });
  });

  it("is refused while somebody is at the gateway with it, and opened once that has ended", async () => {
    const world = createPaymentWorld(database());
    const worker = await world.addWorker();
    const first = linkOf(await world.payments(await world.payer()).open("a", order([orderLine(worker)])));
    const reference = await press(world, first);
    const second = world.payments(await world.payer());
    expect(await second.open("b", order([orderLine(worker)]))).toEqual({ ok: false, reason: "paying", worker });
    world.gateway.end(reference, "cancelled");
    expect(await second.open("b", order([orderLine(worker)]))).toMatchObject({ ok: true, kind: "link" });
    // The other period of the same worker is nobody's business.
    await press(world, first);
    const later = orderLine(worker, { from: "2029-01-01" as never, until: "2029-12-31" as never });
    expect(await second.open("c", order([later]))).toMatchObject({ ok: true });
  });

  it("changes nothing for a turn that was paused past its lease", async () => {
    const world = createPaymentWorld(database());
    const payer = await world.payer();
    const worker = await world.addWorker();
    await world.payments({ ...payer, fence: { ...payer.fence, token: 5 } }).receipts();
    await expect(world.payments(payer).open("a", order([orderLine(worker)]))).rejects.toThrow(FenceLost);
    expect(await world.db.selectFrom("intents").select("id").execute()).toEqual([]);
  });

  it("is a bug when its total is not the sum of its lines", async () => {
    const world = createPaymentWorld(database());
    const wrong = { ...order([orderLine(await world.addWorker())]), totalFils: fils(9_999) };
    await expect(world.payments(await world.payer()).open("a", wrong)).rejects.toThrow("sum");
  });
});

describeEachDatabase("a basket that costs nothing", (database) => {
  const free = { fils: fils(0) };

  it.each([
    ["own", "issued"],
    ["manual", "paid"],
  ] as const)("needs no link: with FILING=%s its renewals are %s at once", async (filing, state) => {
    const world = createPaymentWorld(database(), { filing });
    const payer = await world.payer();
    const worker = await world.addWorker();
    const payments = world.payments(payer);
    const opened = { ok: true, kind: "nothing-to-pay", renewals: [state] };
    expect(await payments.open("a", order([orderLine(worker, free)]))).toEqual(opened);
    expect(await payments.open("a", order([orderLine(worker, free)]))).toEqual(opened);
    expect(await payments.unpaid()).toEqual([]);
    const renewals = await payments.renewals();
    expect(renewals).toMatchObject([{ state, fils: 0, paidOn: "2026-11-22" }]);
    expect(await payments.freed("a")).toEqual(renewals);
    expect(await payments.freed("b")).toBeUndefined();
    expect(await world.payments(await world.payer()).freed("a")).toBeUndefined();
    expect(world.gateway.creates).toEqual([]);
    const covers = await world.db
      .selectFrom("covers")
      .select("source")
      .where("worker_id", "=", rowOf(worker))
      .execute();
    expect(covers).toEqual(filing === "own" ? [{ source: "issued" }] : []);
  });

  it("is confirmed in the chat once, with a number and without the word paid", async () => {
    const world = createPaymentWorld(database(), { filing: "manual" });
    const payer = await world.payer();
    const payments = world.payments(payer);
    const basket = order([orderLine(await world.addWorker(), free)]);
    await payments.open("a", basket);
    await payments.open("a", basket);
    const told = await world.told(payer);
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain("The fee is zero");
    expect(told[0]?.text).toContain("Accepted, not yet in the Ministry's system");
    const [receipt] = await payments.receipts();
    expect(told[0]?.text).toContain(receipt?.number);
    expect(receipt).toMatchObject({ totalFils: 0 });
  });

  it("has one receipt link, in the message about it and however often its payer looks", async () => {
    const world = createPaymentWorld(database());
    const payer = await world.payer();
    const payments = world.payments(payer);
    await payments.open("a", order([orderLine(await world.addWorker(), free)]));
    const [first] = await payments.receipts();
    const [again] = await payments.receipts();
    expect(again).toEqual(first);
    expect((await world.told(payer))[0]?.text).toContain(first?.url);
    expect(await world.db.selectFrom("links").select("kind").execute()).toEqual([{ kind: "receipt" }]);
    expect(await world.service.receipt(first?.url.split("/").at(-1) ?? "")).toMatchObject({ number: first?.number });
  });

  it("is refused like any other when the period is taken", async () => {
    const world = createPaymentWorld(database());
    const worker = await world.addWorker();
    const payments = world.payments(await world.payer());
    await payments.open("a", order([orderLine(worker, free)]));
    expect(await payments.open("b", order([orderLine(worker, free)]))).toMatchObject({ ok: false, reason: "covered" });
  });
});
