// Planning follows whatever it goes by: covers, payments, accounts, wishes, answers, chats; always one next reminder of each worker.
import { expect, it } from "vitest";
import type { IsoDate } from "../../../src/domain/iso-date.js";
import { defaultWishes } from "../../../src/domain/reminder.js";
import { followRules } from "../../../src/records/reminders/follow-rules.js";
import { createReplan } from "../../../src/records/reminders/replan.js";
import { sweepOver } from "../../../src/records/retention.js";
import { describeEachDatabase, describeOnPostgres, type testReplan } from "../../support/databases.js";
import { civilId } from "../../support/fake-world.js";
import { createPaymentWorld, linkOf, order, orderLine, press } from "../../support/payment-world.js";
import { day, joseph, maria, neverCovered, phone, row, stranger } from "../../support/people-world.js";
import { createReminderWorld, type ReminderWorld } from "../../support/reminder-world.js";

const nextYear = { policy_number: "HI-2", cover_from: "2027-01-01", cover_until: "2027-12-31" };
const until = (text: string) => text as IsoDate;

describeEachDatabase("a plan", (database) => {
  const newWorld = () => createReminderWorld(database().db);
  /** Noura, proved in one chat, with Maria covered until 31 December; it is 22 November. */
  async function withNoura(): Promise<{
    world: ReminderWorld;
    chat: Awaited<ReturnType<ReminderWorld["chat"]>>;
    w: string;
  }> {
    const world = newWorld();
    await world.import(row());
    const chat = await world.chat("1");
    await world.register(chat);
    return { world, chat, w: await world.worker() };
  }

  it("begins when an account is proved, and with nobody before that", async () => {
    const world = newWorld();
    await world.import(row());
    expect(await world.planned()).toEqual([]);
    const chat = await world.chat("1");
    await world.register(chat);
    expect(await world.planned(chat)).toEqual([`${await world.worker()} 30 on 2026-12-01`]);
  });

  it("follows an import: a new end, a new worker, a worker who goes to another sponsor", async () => {
    const { world, w } = await withNoura();
    await world.import(row(nextYear));
    expect(await world.planned()).toEqual([`${w} 60 on 2027-11-01`]);
    await world.import(row({ worker_civil_id: joseph, policy_number: "HI-3", cover_until: "2026-11-24" }));
    const second = await world.worker(1);
    expect(await world.planned()).toEqual([`${second} 1 on 2026-11-23`, `${w} 60 on 2027-11-01`].toSorted());
    await world.import(row({ ...nextYear, sponsor_civil_id: stranger, sponsor_phone: "55554444" }));
    expect(await world.planned()).toEqual([`${second} 1 on 2026-11-23`]);
  });

  it("of the same import again is the same", async () => {
    const { world } = await withNoura();
    const rows = () => world.db.selectFrom("reminders").selectAll().execute();
    const before = await rows();
    await world.import(row());
    expect(await rows()).toEqual(before);
  });

  it("ends when an import has another phone, and begins for whoever is proved by it", async () => {
    const { world, chat, w } = await withNoura();
    const other = await world.chat("2");
    await world.register(other, { phone: phone("55554444") });
    await world.import(row({ sponsor_phone: "55554444" }));
    expect([await world.planned(chat), await world.planned(other)]).toEqual([[], [`${w} 30 on 2026-12-01`]]);
  });

  it("counts what is paid and not yet filed as renewed", async () => {
    const world = newWorld();
    const paying = createPaymentWorld(database(), { filing: "manual" });
    await world.import(row());
    const chat = await world.chat("1");
    await world.register(chat);
    const w = await world.worker();
    const payer = { fence: world.turn(chat).fence, account: undefined, language: "en" } as const;
    const line = orderLine(w, { from: until("2027-01-01"), until: until("2028-12-31") });
    const token = linkOf(await paying.payments(payer).open("d", order([line])));
    const reference = await press(paying, token);
    expect(await world.planned()).toEqual([`${w} 30 on 2026-12-01`]);
    paying.gateway.pay(reference);
    await paying.confirm(reference);
    expect(await world.db.selectFrom("renewals").select("state").execute()).toEqual([{ state: "paid" }]);
    expect(await world.planned()).toEqual([`${w} 60 on 2028-11-01`]);
  });

  it("follows workers who are only followed, proved or not, and ends with them", async () => {
    const world = newWorld();
    const chat = await world.chat("1");
    await world.register(chat, { civilId: stranger });
    const { id } = await world
      .turn(chat)
      .workers.track("t", { civilId: joseph, name: "Joseph", coverUntil: until("2026-12-05") });
    expect(await world.planned()).toEqual([`${id} 7 on 2026-11-28`]);
    await world.turn(chat).workers.track("t2", { civilId: joseph, name: "Joseph", coverUntil: until("2026-12-06") });
    expect(await world.planned()).toEqual([`${id} 14 on 2026-11-22`]);
    await world.turn(chat).workers.untrack("u", id);
    expect(await world.planned()).toEqual([]);
  });

  it("names one worker once who is on record and followed as well", async () => {
    const { world, chat, w } = await withNoura();
    await world.turn(chat).workers.track("t", { civilId: maria, name: "Maria", coverUntil: until("2026-12-30") });
    expect(await world.planned()).toEqual([`${w} 30 on 2026-12-01`]);
  });

  it("follows wishes: milestones, Fridays, the hour, and off", async () => {
    const { world, chat, w } = await withNoura();
    const wish = (wishes: Partial<typeof defaultWishes>) =>
      world.reminders(chat).wish("k", { ...defaultWishes, ...wishes });
    await wish({ days: [7, 0] });
    expect(await world.planned()).toEqual([`${w} 7 on 2026-12-24`]);
    await wish({ days: [34] });
    expect(await world.planned()).toEqual([]);
    await wish({ hour: 17 });
    const [row] = await world.db.selectFrom("reminders").select("due_at").execute();
    expect(row?.due_at.toISOString()).toMatch(/^2026-12-01T14:/);
    await wish({ isOn: false });
    expect(await world.planned()).toEqual([]);
    expect(await world.reminders(chat).wishes()).toEqual({ ...defaultWishes, isOn: false });
  });

  it("of a quiet Friday is of the day before", async () => {
    const { world, chat, w } = await withNoura();
    await world.import(row({ policy_number: "HI-1", cover_until: "2027-01-03" }));
    expect(await world.planned()).toEqual([`${w} 30 on 2026-12-04`]);
    await world.reminders(chat).wish("k", { ...defaultWishes, quietFridays: true });
    expect(await world.planned()).toEqual([`${w} 30 on 2026-12-03`]);
  });

  it("is kept in the newest chat of a person, or in the one they chose; never in another's", async () => {
    const { world, chat, w } = await withNoura();
    world.clock.advance(day);
    const newer = await world.chat("2");
    await world.register(newer);
    const others = await world.chat("3");
    expect([await world.planned(chat), await world.planned(newer)]).toEqual([[], [`${w} 30 on 2026-12-01`]]);
    await world.reminders(newer).choose("k", others);
    expect(await world.planned(newer)).toHaveLength(1);
    await world.reminders(newer).choose("k2", chat);
    expect([await world.planned(chat), await world.planned(newer)]).toEqual([[`${w} 30 on 2026-12-01`], []]);
    expect(await world.reminders(newer).chats()).toEqual([
      { id: newer, channel: "telegram", isThis: true, isChosen: false },
      { id: chat, channel: "telegram", isThis: false, isChosen: true },
    ]);
  });

  it("goes to another chat of the person when one is blocked, and comes back when it is not", async () => {
    const { world, chat, w } = await withNoura();
    await world.chats.markUnreachable(chat, world.clock.now());
    expect(await world.planned()).toEqual([]);
    const other = await world.chat("2");
    await world.register(other);
    expect(await world.planned(other)).toEqual([`${w} 30 on 2026-12-01`]);
    await world.reminders(other).choose("k", chat);
    expect(await world.planned(other)).toHaveLength(1);
    await world.chats.markReachable(chat, world.clock.now());
    expect([await world.planned(chat), await world.planned(other)]).toEqual([[`${w} 30 on 2026-12-01`], []]);
  });

  it("keeps what was wished before the account was proved, and after it no longer is", async () => {
    const world = newWorld();
    await world.import(row({ sponsor_phone: "55554444" }));
    const chat = await world.chat("1");
    expect(await world.register(chat)).toBe("unproved");
    await world.reminders(chat).wish("k", { ...defaultWishes, days: [7] });
    await world.import(row());
    expect(await world.planned()).toEqual([`${await world.worker()} 7 on 2026-12-24`]);
    await world.reminders(chat).wish("k2", { ...defaultWishes, days: [3] });
    await world.import(row({ sponsor_phone: "55554444" }));
    expect(await world.planned()).toEqual([]);
    expect((await world.reminders(chat).wishes()).days).toEqual([3]);
  });

  it("ends when its person leaves, with wishes and answers; another chat's of the same person too", async () => {
    const { world, chat, w } = await withNoura();
    const other = await world.chat("2");
    await world.register(other);
    await world.reminders(chat).wish("k", { ...defaultWishes, quietFridays: true });
    await world.reminders(other).answer("a", w, { kind: "renewed", until: until("2027-06-30") });
    await world.turn(chat).workers.track("t", { civilId: joseph, name: "Joseph", coverUntil: until("2026-12-05") });
    await world.turn(chat).people.erase("e");
    for (const table of ["reminders", "reminder_wishes", "reminder_answers"] as const)
      expect([table, await world.db.selectFrom(table).selectAll().execute()]).toEqual([table, []]);
    expect(await world.db.selectFrom("covers").select("source").execute()).toEqual([{ source: "imported" }]);
  });

  it("of a sponsor goes on in the other chat when somebody else registers in this one", async () => {
    const { world, chat, w } = await withNoura();
    await world.reminders(chat).wish("k", { ...defaultWishes, days: [7] });
    world.clock.advance(day);
    const other = await world.chat("2");
    await world.register(other);
    await world.register(other, { civilId: stranger, phone: phone("55554444") });
    expect([await world.planned(chat), await world.planned(other)]).toEqual([[`${w} 7 on 2026-12-24`], []]);
  });

  it("is made anew for everybody when the operator's rules are others than before, and only then", async () => {
    const { world, w } = await withNoura();
    const rules = { days: [10, 0], hours: { from: 600, until: 900 } };
    let plans = 0;
    const replan: typeof testReplan = async (...of) => {
      plans += 1;
      await createReplan(rules)(...of);
    };
    const { db, clock } = world;
    await followRules({ db, rules, clock, replan });
    await followRules({ db, rules, clock, replan });
    expect([plans, await world.planned()]).toEqual([1, [`${w} 10 on 2026-12-21`]]);
  });

  it("told of an end that is long past is swept", async () => {
    const { world } = await withNoura();
    world.at("2026-12-01", "19:59");
    await world.remind();
    const toldRows = () => world.db.selectFrom("reminders").select("id").where("state", "=", "told").execute();
    world.at("2028-01-31");
    await sweepOver(world.db, world.clock.now());
    expect(await toldRows()).toHaveLength(1);
    world.at("2028-03-01");
    await sweepOver(world.db, world.clock.now());
    expect(await toldRows()).toEqual([]);
  });
});

describeOnPostgres("two changes at once", (database) => {
  it("leave one plan of each worker, by what both have changed", async () => {
    const world = createReminderWorld(database().db);
    const ids = Array.from({ length: 8 }, (_, n) => civilId("1992-02-02", 1000 + 20 * n));
    const rows = (more: object) => ids.map((id) => row({ worker_civil_id: id, ...neverCovered, ...more }));
    await world.import(...rows({}));
    const chat = await world.chat("1");
    await world.register(chat);
    const other = await world.chat("2");
    await world.register(other);
    await Promise.all([
      ...ids.map((id) => world.import(row({ worker_civil_id: id, ...nextYear, policy_number: `HI-${id}` }))),
      world.reminders(chat).choose("c", chat),
      world.reminders(other).wish("w", { ...defaultWishes, days: [30] }),
    ]);
    const planned = await world.planned(chat);
    expect(planned).toHaveLength(8);
    expect(await world.planned()).toEqual(planned);
    expect(planned.every((text) => text.endsWith(" 30 on 2027-12-01"))).toBe(true);
  });
});
