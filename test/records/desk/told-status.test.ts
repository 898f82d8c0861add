// A payer is told where the renewal stands before they ask: each step, once, whoever takes it.
import { expect, it } from "vitest";
import { createFilingNotices } from "../../../src/desk/filing-notices.js";
import type { Staff } from "../../../src/desk/staff.js";
import { type IsoDate, kuwaitDate } from "../../../src/domain/iso-date.js";
import type { PolicyNumber } from "../../../src/domain/policy-number.js";
import { createRender } from "../../../src/messages/render.js";
import { createTellLate } from "../../../src/records/desk/late-filings.js";
import { openMessages } from "../../../src/records/stored-message.js";
import { insertIntent, insertRenewal } from "../../support/bought.js";
import { describeEachDatabase, describeOnPostgres, testVault } from "../../support/databases.js";
import { createDeskWorld, type DeskWorld } from "../../support/desk-world.js";
import { service } from "../../support/fake-world.js";
import { speak } from "../../support/journey.js";
import { day, row } from "../../support/people-world.js";
import { plain } from "../../support/talking.js";

const nextYear = { policy_number: "HI-777", cover_from: "2027-01-01", cover_until: "2027-12-31" };

/** A renewal of Maria's for 2027, paid from a chat on Sunday 22 November 2026 and promised for Tuesday. */
async function paid(world: DeskWorld) {
  await world.import(row());
  const chat = await world.chat("700");
  const intent = await insertIntent(world, "paid", chat);
  return { chat, renewal: await insertRenewal(world, "paid", { intent, promised: "2026-11-24" }) };
}

/** What waits for the payer, oldest first. */
async function told({ db }: DeskWorld, chat: string) {
  const rows = await db
    .selectFrom("outbox")
    .select(["id", "chat", "message_sealed"])
    .where("chat", "=", chat)
    .where("kind", "=", "payment")
    .orderBy("id")
    .execute();
  const messages = await db.transaction().execute((trx) => openMessages(trx, testVault, rows));
  return [...messages.values()].flatMap((message) =>
    message === undefined ? [] : [{ ...message, text: plain(message.text) }],
  );
}

/** Of what the Ministry's system and the records hold, nothing that a quick payer did not give or buy. */
function expectNothingMore(message: Awaited<ReturnType<typeof told>>[number] | undefined) {
  expect(message?.text).toContain("M. S.");
  const all = JSON.stringify(message);
  for (const hidden of ["HI-777", "Maria", "15 Jan 2027", "14 Jan 2028"]) expect(all).not.toContain(hidden);
}

async function agentOf(world: DeskWorld): Promise<Staff> {
  const agent = await world.desk.staff.of((await world.seat(2, "agent")).chat);
  if (agent === undefined) throw new Error("nobody is there");
  return agent;
}

const lateLoop = ({ db, clock }: DeskWorld, holidays: readonly string[] = []) =>
  createTellLate({
    db,
    vault: testVault,
    clock,
    holidays: new Set(holidays as IsoDate[]),
    render: createRender(speak, { isTest: false }),
    notices: createFilingNotices(service),
  });

describeEachDatabase("a payer", (database) => {
  it("is told when the renewal is filed, by when its number comes, and then the number, ready to be copied", async () => {
    const world = createDeskWorld(database().db);
    const { chat, renewal } = await paid(world);
    const { filings } = world.desk;
    if (filings === undefined) throw new Error("nothing is filed here");
    const by = await agentOf(world);
    for (const _time of [1, 2]) {
      await filings.take(renewal, { kind: "claim" }, by, "claim");
      await filings.take(renewal, { kind: "file" }, by, "file");
      await filings.take(renewal, { kind: "issue", policyNumber: "HI-777" as PolicyNumber }, by, "issue");
    }
    const [filed, issued, ...more] = await told(world, chat);
    expect(more).toEqual([]);
    expect(filed?.text).toContain("registered with the Ministry");
    expect(filed?.text).toContain("by 24 Nov 2026 at the latest");
    expect(issued?.text).toContain("HI-777");
    expect(issued?.buttons?.flat()).toContainEqual(expect.objectContaining({ copy: "HI-777" }));
  });

  it("who is a quick payer is told each step by initials and last four alone, and no number", async () => {
    const world = createDeskWorld(database().db);
    const { chat, renewal } = await paid(world);
    await world.db.updateTable("intents").set({ payer: "quick" }).execute();
    const by = await agentOf(world);
    await world.desk.filings?.take(renewal, { kind: "claim" }, by, "claim");
    await world.desk.filings?.take(renewal, { kind: "file" }, by, "file");
    world.clock.advance(3 * day);
    await lateLoop(world)(kuwaitDate(world.clock.now()));
    await world.desk.filings?.take(renewal, { kind: "issue", policyNumber: "HI-777" as PolicyNumber }, by, "issue");
    const [filed, late, issued, ...more] = await told(world, chat);
    expect(more).toEqual([]);
    expect(filed?.text).toContain("the policy is issued, by 24 Nov 2026 at the latest. You are told here");
    expect(late?.text).toContain("later than we promised");
    expect(issued?.text).toContain("1 Jan 2027 to 31 Dec 2027, is issued");
    for (const message of [filed, late, issued]) expectNothingMore(message);
  });

  it("is promised no day anew by a filing that is late already", async () => {
    const world = createDeskWorld(database().db);
    const { chat, renewal } = await paid(world);
    const by = await agentOf(world);
    world.clock.advance(4 * day);
    await world.desk.filings?.take(renewal, { kind: "claim" }, by, "claim");
    await world.desk.filings?.take(renewal, { kind: "file" }, by, "file");
    const [filed] = await told(world, chat);
    expect(filed?.text).not.toContain("at the latest");
  });

  it("is told that it is late once, with a new day that counts working days alone", async () => {
    const world = createDeskWorld(database().db);
    const { chat, renewal } = await paid(world);
    const tellLate = lateLoop(world, ["2026-11-26"]);
    const today = () => kuwaitDate(world.clock.now());
    world.clock.advance(2 * day);
    expect(await tellLate(today())).toBe(0);
    world.clock.advance(day);
    expect(await tellLate(today())).toBe(1);
    world.clock.advance(10 * day);
    expect(await tellLate(today())).toBe(0);
    const [late, ...more] = await told(world, chat);
    expect(more).toEqual([]);
    // Wednesday; Thursday is off, Friday and Saturday too.
    expect(late?.text).toContain("later than we promised");
    expect(late?.text).toContain("30 Nov 2026 at the latest");
    const kept = world.db.selectFrom("renewals").select("promised_day").where("id", "=", renewal);
    expect(await kept.executeTakeFirst()).toEqual({ promised_day: "2026-11-30" });
  });

  it("who was promised no day, before promises were kept, is told as well when the second working day has passed", async () => {
    const world = createDeskWorld(database().db);
    const { chat } = await paid(world);
    await world.db.updateTable("renewals").set({ promised_day: null }).execute();
    world.clock.advance(3 * day);
    await lateLoop(world)(kuwaitDate(world.clock.now()));
    expect(await told(world, chat)).toHaveLength(1);
  });

  it("is told of an issue, and not that it is late, when both come at once", async () => {
    const world = createDeskWorld(database().db);
    const { chat } = await paid(world);
    world.clock.advance(3 * day);
    await Promise.all([world.import(row(), row(nextYear)), lateLoop(world)(kuwaitDate(world.clock.now()))]);
    const said = await told(world, chat);
    expect(said.at(-1)?.text).toContain("HI-777");
    expect(said.slice(0, -1).every(({ text }) => text.includes("later than we promised"))).toBe(true);
  });
});

describeEachDatabase("an import that confirms a renewal", (database) => {
  it("tells its payer once, with the dates as the Ministry has them", async () => {
    const world = createDeskWorld(database().db);
    const { chat } = await paid(world);
    const rows = [row(), row({ ...nextYear, cover_from: "2027-01-15", cover_until: "2028-01-14" })];
    for (const _time of [1, 2]) expect(await world.import(...rows)).toEqual([undefined, undefined]);
    const [issued, ...more] = await told(world, chat);
    expect(more).toEqual([]);
    expect(issued?.text).toContain("covered from 15 Jan 2027 to 14 Jan 2028");
    expect(issued?.text).toContain("HI-777");
  });

  it("tells a quick payer that what they paid for is issued: no number, and none of the Ministry's own dates", async () => {
    const world = createDeskWorld(database().db);
    const { chat } = await paid(world);
    await world.db.updateTable("intents").set({ payer: "quick" }).execute();
    await world.import(row(), row({ ...nextYear, cover_from: "2027-01-15", cover_until: "2028-01-14" }));
    const [issued, ...more] = await told(world, chat);
    expect(more).toEqual([]);
    expect(issued?.text).toContain("1 Jan 2027 to 31 Dec 2027, is issued");
    expectNothingMore(issued);
  });

  it("tells nobody where nothing was paid", async () => {
    const world = createDeskWorld(database().db);
    await world.import(row());
    const chat = await world.chat("700");
    await world.import(row(nextYear));
    expect(await told(world, chat)).toEqual([]);
  });
});

describeOnPostgres("an import and the desk at the same moment", (database) => {
  it("issue a renewal once, and its payer reads it once", async () => {
    const world = createDeskWorld(database().db);
    const { chat, renewal } = await paid(world);
    const by = await agentOf(world);
    await world.desk.filings?.take(renewal, { kind: "claim" }, by, "claim");
    await world.desk.filings?.take(renewal, { kind: "file" }, by, "file");
    await Promise.all([
      world.desk.filings?.take(renewal, { kind: "issue", policyNumber: "HI-777" as PolicyNumber }, by, "issue"),
      world.import(row(), row(nextYear)),
    ]);
    const said = await told(world, chat);
    expect(said.filter(({ text }) => text.includes("HI-777"))).toHaveLength(1);
  });
});
