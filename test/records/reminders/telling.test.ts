// What is told: once, in one message a chat and day, within the hours, and only what is still true when it is sent.
import { sql } from "kysely";
import { expect, it } from "vitest";
import type { IsoDate } from "../../../src/domain/iso-date.js";
import { defaultWishes } from "../../../src/domain/reminder.js";
import { readEverything } from "../../../src/records/everything.js";
import { enqueue } from "../../../src/records/outbox.js";
import { claimReminders } from "../../../src/records/reminders/claim.js";
import { countLateReminders } from "../../../src/records/reminders/count-late.js";
import type { ChatKey } from "../../../src/turns/session-store.js";
import { insertRenewal } from "../../support/bought.js";
import { describeEachDatabase, describeOnPostgres, testVault } from "../../support/databases.js";
import { civilId } from "../../support/fake-world.js";
import { joseph, phone, row, stranger } from "../../support/people-world.js";
import { createReminderWorld, type ReminderWorld } from "../../support/reminder-world.js";

const renewed = { policy_number: "HI-2", cover_from: "2027-01-01", cover_until: "2027-12-31" };
const date = (text: string) => text as IsoDate;

/** Noura, proved in one chat, with Maria covered until 31 December; it is noon of 1 December, 30 days before. */
async function withNoura(world: ReminderWorld): Promise<{ world: ReminderWorld; chat: ChatKey; w: string }> {
  await world.import(row());
  const chat = await world.chat("1");
  await world.register(chat);
  const w = await world.worker();
  world.at("2026-12-01", "19:59");
  return { world, chat, w };
}

const outboxStates = async ({ db }: ReminderWorld) =>
  (await db.selectFrom("outbox").select("state").where("kind", "=", "reminder").orderBy("id").execute()).map(
    ({ state }) => state,
  );

describeEachDatabase("a reminder", (database) => {
  const start = () => withNoura(createReminderWorld(database().db));

  it("is told on its day, once, and the next one is planned in the same stroke", async () => {
    const { world, chat, w } = await start();
    expect(await world.remind()).toEqual([{ chat, workers: { [w]: "2026-12-31" } }]);
    expect(await world.planned()).toEqual([`${w} 14 on 2026-12-17`]);
    expect(await world.remind()).toEqual([]);
    world.at("2026-12-16", "19:59");
    expect(await world.remind()).toEqual([]);
    expect(world.reports).toEqual([["told", 1]]);
  });

  it("waits while an agent has the chat, taken to the outbox before or not, and comes afterwards", async () => {
    const { world, chat, w } = await start();
    const handoff = { chat, reason: "asked", language: "en", opened_at: world.clock.now(), effect_key: "h" } as const;
    await world.claim();
    await world.db
      .insertInto("handoffs")
      .values({ ...handoff, state: "agent" })
      .execute();
    expect(await world.send()).toEqual([]);
    expect(await world.remind()).toEqual([]);
    expect(await world.planned()).toEqual([`${w} 30 on 2026-12-01`]);
    await world.db.updateTable("handoffs").set({ state: "bot" }).execute();
    expect(await world.remind()).toEqual([{ chat, workers: { [w]: "2026-12-31" } }]);
  });

  it("is told at every milestone until the last, and then no more", async () => {
    const { world, w } = await start();
    const days: string[] = [];
    for (let n = 0; n < 60; n += 1) {
      const heard = await world.remind();
      if (heard.length > 0) days.push(world.clock.now().toISOString().slice(0, 10));
      world.clock.advance(86_400_000);
    }
    expect(days).toEqual([
      "2026-12-01",
      "2026-12-17",
      "2026-12-24",
      "2026-12-28",
      "2026-12-30",
      "2026-12-31",
      "2027-01-07",
    ]);
    expect(await world.planned()).toEqual([]);
    expect(w).toBe(await world.worker());
  });

  it("is one message for all the workers of a person's day, and the rest of the day is silent", async () => {
    const { world, chat, w } = await start();
    await world.import(row({ worker_civil_id: joseph, policy_number: "J-1", cover_until: "2026-12-04" }));
    await world.turn(chat).workers.track("t", { civilId: stranger, name: "A", coverUntil: date("2026-12-02") });
    const second = await world.worker(1);
    const [heard, ...others] = await world.remind();
    expect(others).toEqual([]);
    expect(Object.values(heard?.workers ?? {})).toEqual(["2026-12-02", "2026-12-04", "2026-12-31"]);
    expect(Object.keys(heard?.workers ?? {})).toEqual([expect.stringMatching(/^t/), second, w]);
    // Known only now, and due today: said tomorrow.
    await world.import(
      row({ worker_civil_id: civilId("1993-03-03", 4000), policy_number: "K-1", cover_until: "2026-12-01" }),
    );
    const third = await world.worker(2);
    expect(await world.remind()).toEqual([]);
    expect(await world.planned()).toContain(`${third} 0 on 2026-12-02`);
    world.at("2026-12-02", "19:59");
    const [tomorrow] = await world.remind();
    expect(tomorrow?.workers).toMatchObject({ [third]: "2026-12-01" });
  });

  it("of what was renewed between the claim and the call is not sent, and its day is not used up", async () => {
    const { world, w } = await start();
    expect(await world.claim()).toBe(1);
    await world.import(row(renewed));
    expect(await world.send()).toEqual([]);
    expect(await outboxStates(world)).toEqual(["dropped"]);
    expect(await world.planned()).toEqual([`${w} 60 on 2027-11-01`]);
    await world.import(row({ worker_civil_id: joseph, policy_number: "J-1", cover_until: "2026-12-01" }));
    expect(await world.remind()).toMatchObject([{ workers: { [await world.worker(1)]: "2026-12-01" } }]);
  });

  it("counts what was paid between the claim and the call as renewed", async () => {
    const { world } = await start();
    await world.claim();
    await insertRenewal(world, "paid");
    expect(await world.send()).toEqual([]);
  });

  it("tells what is left when one of its workers was renewed meanwhile", async () => {
    const { world, w } = await start();
    await world.import(row({ worker_civil_id: joseph, policy_number: "J-1", cover_until: "2026-12-04" }));
    await world.claim();
    await world.import(row(renewed));
    expect(await world.send()).toMatchObject([{ workers: { [await world.worker(1)]: "2026-12-04" } }]);
    expect(await world.planned()).toContain(`${w} 60 on 2027-11-01`);
  });

  it.each(["left", "not-mine", "stopped"] as const)(
    "is not sent once the person said %s, and is planned again when they take it back",
    async (kind) => {
      const { world, chat, w } = await start();
      await world.claim();
      await world.reminders(chat).answer("a", w, { kind });
      expect(await world.send()).toEqual([]);
      expect(await world.planned()).toEqual([]);
      await world.reminders(chat).answer("u", w, undefined);
      expect(await world.planned()).toEqual([`${w} 30 on 2026-12-01`]);
      expect(await world.remind()).toHaveLength(1);
    },
  );

  it("is not sent once it was switched off, nor to who has left", async () => {
    const { world, chat } = await start();
    await world.claim();
    await world.reminders(chat).wish("k", { ...defaultWishes, isOn: false });
    expect(await world.send()).toEqual([]);
    await world.reminders(chat).wish("k2", defaultWishes);
    await world.claim();
    await world.turn(chat).people.erase("e");
    expect(await world.send()).toEqual([]);
  });

  it("is told in the chat that was chosen meanwhile", async () => {
    const { world, chat, w } = await start();
    const other = await world.chat("2");
    await world.register(other);
    await world.reminders(chat).choose("k", chat);
    await world.claim();
    await world.reminders(chat).choose("k2", other);
    expect(await world.send()).toEqual([]);
    expect(await world.remind()).toEqual([{ chat: other, workers: { [w]: "2026-12-31" } }]);
  });

  it("outside the hours waits for the next morning, also when it was queued within them", async () => {
    const { world, w } = await start();
    await world.claim();
    world.at("2026-12-01", "20:00");
    expect(await world.send()).toEqual([]);
    expect(await world.planned()).toEqual([`${w} 30 on 2026-12-02`]);
    world.at("2026-12-02", "08:59");
    expect(await world.remind()).toEqual([]);
    world.at("2026-12-02", "19:59");
    expect(await world.remind()).toHaveLength(1);
  });

  it("that was queued and is sent before the hours begin waits for them on the same day", async () => {
    const { world, w } = await start();
    await world.claim();
    world.at("2026-12-02", "03:00");
    expect(await world.send()).toEqual([]);
    expect(await world.planned()).toEqual([`${w} 30 on 2026-12-02`]);
  });

  it("that is late waits for the hour that its person chose, and for a quiet Friday to pass", async () => {
    const { world, chat, w } = await start();
    await world.reminders(chat).wish("k", { ...defaultWishes, hour: 17, quietFridays: true });
    world.at("2026-12-02", "12:00");
    expect(await world.remind()).toEqual([]);
    expect(await world.planned()).toEqual([`${w} 30 on 2026-12-02`]);
    // 4 December is a Friday.
    world.at("2026-12-04", "18:30");
    expect(await world.remind()).toEqual([]);
    expect(await world.planned()).toEqual([`${w} 30 on 2026-12-05`]);
    world.at("2026-12-05", "18:00");
    expect(await world.remind()).toHaveLength(1);
  });

  it("that is late tells the day's truth, once for all the milestones that passed", async () => {
    const { world, w } = await start();
    world.at("2026-12-24", "12:00");
    expect(await countLateReminders(world.db, date("2026-12-24"))).toBe(1);
    expect(await world.remind()).toEqual([expect.objectContaining({ workers: { [w]: "2026-12-31" } })]);
    expect(await countLateReminders(world.db, date("2026-12-24"))).toBe(0);
    expect(await world.planned()).toEqual([`${w} 3 on 2026-12-28`]);
  });

  it("asked for later comes on that day and not before, with what holds then", async () => {
    const { world, chat, w } = await start();
    await world.remind();
    await world.reminders(chat).answer("a", w, { kind: "later", on: date("2026-12-19") });
    expect(await world.planned()).toEqual([`${w} 7 on 2026-12-24`, `${w} later on 2026-12-19`]);
    world.at("2026-12-17", "19:59");
    expect(await world.remind()).toEqual([]);
    world.at("2026-12-19", "19:59");
    expect(await world.remind()).toHaveLength(1);
    expect(await world.planned()).toEqual([`${w} 7 on 2026-12-24`]);
  });

  it("asked for later is no longer told of cover that was renewed, and comes on a Friday that was asked for", async () => {
    const { world, chat, w } = await start();
    await world.reminders(chat).wish("k", { ...defaultWishes, quietFridays: true });
    await world.reminders(chat).answer("a", w, { kind: "later", on: date("2026-12-04") });
    world.at("2026-12-04", "19:59");
    expect(await world.remind()).toHaveLength(1);
    await world.reminders(chat).answer("b", w, { kind: "later", on: date("2026-12-06") });
    await world.import(row(renewed));
    expect(await world.planned()).toEqual([`${w} 60 on 2027-11-01`]);
  });

  it("that the platform refused for now is tried again, and then only if it is still true", async () => {
    const { world, w } = await start();
    expect(await world.remind({ kind: "later", inMs: 60_000 })).toHaveLength(1);
    world.at("2026-12-01", "20:05");
    expect(await world.send()).toEqual([]);
    expect(await world.planned()).toEqual([`${w} 30 on 2026-12-02`]);
    world.at("2026-12-02", "19:50");
    expect(await world.remind({ kind: "later", inMs: 60_000 })).toHaveLength(1);
    await world.import(row(renewed));
    world.at("2026-12-02", "19:52");
    expect(await world.send()).toEqual([]);
    expect(await outboxStates(world)).toEqual(["dropped", "dropped"]);
  });

  it("whose sender died during the call is never sent again, and the next milestone still comes", async () => {
    const { world, w } = await start();
    await world.claim();
    const [item] = await world.store.claim("telegram", 1, 60_000);
    expect((await world.store.markSending([item?.id ?? ""])).size).toBe(1);
    await world.db
      .updateTable("outbox")
      .set({ leased_until: new Date(0) })
      .execute();
    expect(await world.store.recoverCrashed()).toEqual([item?.id]);
    expect(await world.remind()).toEqual([]);
    expect(await world.planned()).toEqual([`${w} 14 on 2026-12-17`]);
    world.at("2026-12-17", "19:59");
    expect(await world.remind()).toHaveLength(1);
  });

  it("to a chat that is blocked goes to another chat of the person at once, with what else waits for it", async () => {
    const { world, chat, w } = await start();
    const other = await world.chat("2");
    await world.register(other);
    await world.reminders(chat).choose("k", chat);
    expect(await world.remind({ kind: "unreachable" })).toMatchObject([{ chat }]);
    expect(await world.remind()).toEqual([{ chat: other, workers: { [w]: "2026-12-31" } }]);
    expect(await world.planned(other)).toEqual([`${w} 14 on 2026-12-17`]);
  });

  it("to the only chat of a person, which is blocked, waits for nobody; when it is not, the next one comes there", async () => {
    const { world, chat, w } = await start();
    await world.remind({ kind: "unreachable" });
    expect(await world.planned()).toEqual([]);
    world.at("2026-12-20");
    await world.chats.markReachable(chat, world.clock.now());
    expect(await world.planned()).toEqual([`${w} 7 on 2026-12-24`]);
  });

  it("without words costs one message, is told to operators, and holds up no other", async () => {
    const { world, w } = await start();
    world.fault = new Error("a bug");
    expect(await world.remind()).toEqual([]);
    world.fault = undefined;
    expect(await outboxStates(world)).toEqual(["failed"]);
    expect(world.reports).toEqual([["faulty", 1]]);
    expect(await world.planned()).toEqual([`${w} 14 on 2026-12-17`]);
  });

  it("waits behind what was to be said to its chat before, and lets at most so many wait at once", async () => {
    const { world, chat } = await start();
    const message = { text: "a receipt", language: "en", code: [], buttons: [] } as const;
    await enqueue(world.db, testVault, { chat, kind: "payment", effectKey: "r", message, now: world.clock.now() });
    await world.claim();
    const first = await world.store.claim("telegram", 9, 60_000);
    expect(first).toHaveLength(1);
    expect([...(await world.store.markSending([first[0]?.id ?? ""])).values()]).toEqual([message]);
    expect(await claimReminders(world.db, world.clock.now(), 1)).toEqual({ chats: 0, isFull: true });
  });

  it("is in a copy of everything, as it is wished and answered", async () => {
    const { world, chat, w } = await start();
    await world.reminders(chat).wish("k", { ...defaultWishes, hour: 17 });
    await world.reminders(chat).answer("a", w, { kind: "stopped" });
    expect(await readEverything(world.db, { vault: testVault, tellAccess: () => "" }, chat)).toMatchObject({
      reminders: {
        wishes: { isOn: true, hour: 17, quietFridays: false, names: "name" },
        answers: [{ workerEndsIn: expect.any(String), said: "stopped", takenBackAt: null }],
      },
    });
  });
});

describeEachDatabase("an answer", (database) => {
  const start = () => withNoura(createReminderWorld(database().db));
  const told = ({ db }: ReminderWorld) =>
    db.selectFrom("covers").select(["source", "from_day", "until_day"]).where("source", "=", "told").execute();

  it("that cover was renewed is kept as told from today on, and taken back exactly", async () => {
    const { world, chat, w } = await start();
    await world.reminders(chat).answer("a", w, { kind: "renewed", until: date("2027-06-30") });
    await world.reminders(chat).answer("a", w, { kind: "renewed", until: date("2027-06-30") });
    expect(await told(world)).toEqual([{ source: "told", from_day: "2026-12-01", until_day: "2027-06-30" }]);
    expect(await world.planned()).toEqual([`${w} 60 on 2027-05-01`]);
    await world.reminders(chat).answer("b", w, { kind: "renewed", until: date("2027-05-31") });
    expect(await told(world)).toMatchObject([{ until_day: "2027-05-31" }]);
    expect(await world.reminders(chat).answers()).toEqual([
      { worker: w, answer: { kind: "renewed", until: "2027-05-31" } },
    ]);
    await world.reminders(chat).answer("u", w, undefined);
    await world.reminders(chat).answer("u", w, undefined);
    expect(await told(world)).toMatchObject([{ until_day: "2027-06-30" }]);
    await world.reminders(chat).answer("u2", w, undefined);
    expect([await told(world), await world.reminders(chat).answers()]).toEqual([[], []]);
    await world.reminders(chat).answer("u3", w, undefined);
    expect(await world.planned()).toEqual([`${w} 30 on 2026-12-01`]);
  });

  it("about a followed worker changes the end that was told, unless it was told anew since", async () => {
    const { world, chat } = await start();
    const track = (coverUntil: string) =>
      world.turn(chat).workers.track("t", { civilId: joseph, name: "Joseph", coverUntil: date(coverUntil) });
    const { id } = await track("2026-12-05");
    const ends = async () =>
      (await world.db.selectFrom("tracked_workers").select("until_day").execute()).map((row) => row.until_day);
    await world.reminders(chat).answer("a", id, { kind: "renewed", until: date("2027-06-30") });
    expect(await ends()).toEqual(["2027-06-30"]);
    await world.reminders(chat).answer("u", id, undefined);
    expect(await ends()).toEqual(["2026-12-05"]);
    await world.reminders(chat).answer("b", id, { kind: "renewed", until: date("2027-06-30") });
    await track("2028-01-01");
    await world.reminders(chat).answer("u2", id, undefined);
    expect(await ends()).toEqual(["2028-01-01"]);
  });

  it("that a worker is not theirs opens a case with its history, which taking it back closes", async () => {
    const { world, chat, w } = await start();
    await world.reminders(chat).answer("a", w, { kind: "not-mine" });
    const cases = () =>
      world.db
        .selectFrom("cases")
        .select(["kind", "state", sql<string>`'w' || worker_id`.as("worker")])
        .execute();
    expect(await cases()).toEqual([{ kind: "not-mine", state: "open", worker: w }]);
    await world.reminders(chat).answer("u", w, undefined);
    expect(await cases()).toEqual([{ kind: "not-mine", state: "closed", worker: w }]);
    const events = await world.db.selectFrom("case_events").select("event").orderBy("id").execute();
    expect(events).toEqual([{ event: "opened" }, { event: "taken-back" }]);
    expect((await world.turn(chat).workers.household()).workers).toHaveLength(1);
  });

  it("of a stranger changes nothing, nor does one without an account", async () => {
    const { world, chat, w } = await start();
    const other = await world.chat("2");
    const everything = async () =>
      Promise.all([
        world.db.selectFrom("reminder_answers").selectAll().execute(),
        world.db.selectFrom("cases").selectAll().execute(),
        told(world),
        world.planned(),
      ]);
    const before = await everything();
    const answers = [
      { kind: "renewed", until: date("2027-06-30") },
      { kind: "not-mine" },
      { kind: "stopped" },
      undefined,
    ] as const;
    const { id } = await world
      .turn(chat)
      .workers.track("t", { civilId: joseph, name: "Joseph", coverUntil: undefined });
    for (const isRegistered of [false, true]) {
      if (isRegistered) await world.register(other, { civilId: stranger, phone: phone("55554444") });
      for (const [n, answer] of answers.entries())
        for (const worker of [w, id, "w999999", "nonsense"])
          await world.reminders(other).answer(`k${n}${isRegistered}${worker}`, worker, answer);
      await world.reminders(other).choose("c", chat);
    }
    expect(await everything()).toEqual(before);
    expect(await world.reminders(other).answers()).toEqual([]);
    expect(await world.reminders(other).chats()).toMatchObject([{ id: other, isThis: true }]);
  });

  it("of a former sponsor goes with the worker to nobody", async () => {
    const { world, chat, w } = await start();
    await world.reminders(chat).answer("a", w, { kind: "renewed", until: date("2027-06-30") });
    await world.import(row({ sponsor_civil_id: stranger, sponsor_phone: "55554444" }));
    expect([await told(world), await world.reminders(chat).answers()]).toEqual([[], []]);
  });

  it("is not written by a turn that was paused past its lease", async () => {
    const { world, chat, w } = await start();
    const paused = world.reminders(chat);
    await world.reminders(chat).wish("k", defaultWishes);
    await expect(paused.answer("a", w, { kind: "stopped" })).rejects.toThrow("a later turn");
  });
});

describeOnPostgres("many claimers at once", (database) => {
  it("take each chat once, and none of them twice", async () => {
    const world = createReminderWorld(database().db);
    const ids = Array.from({ length: 30 }, (_, n) => civilId("1992-02-02", 1000 + 20 * n));
    for (const [n, id] of ids.entries()) {
      const sponsor = civilId("1970-02-02", 1000 + 20 * n);
      const number = phone(`5100${1000 + n}`);
      const of = { sponsor_civil_id: sponsor, sponsor_phone: number };
      await world.import(
        row({ ...of, worker_civil_id: id }),
        row({ ...of, worker_civil_id: civilId("1994-04-04", 1000 + 20 * n) }),
      );
      await world.register(await world.chat(`${n}`), { civilId: sponsor, phone: number });
    }
    world.at("2026-12-01", "19:59");
    const claims = [];
    for (let n = 0; n < 8; n += 1)
      claims.push(
        ...(await Promise.all(Array.from({ length: 4 }, () => claimReminders(world.db, world.clock.now(), 12)))),
      );
    const heard = [];
    for (let n = 0; n < 20; n += 1) {
      await Promise.all(Array.from({ length: 4 }, () => world.claim()));
      heard.push(...(await world.send()));
    }
    expect(new Set(heard.map(({ chat }) => chat)).size).toBe(30);
    expect(heard).toHaveLength(30);
    expect(heard.every(({ workers }) => Object.keys(workers).length === 2)).toBe(true);
    expect(claims.reduce((sum, { chats }) => sum + chats, 0)).toBeGreaterThan(0);
  });
});
