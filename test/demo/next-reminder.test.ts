import { describe, expect, it } from "vitest";
import { createNextReminder } from "../../src/demo/next-reminder.js";
import { returningId, samplePeople } from "../../src/demo/people.js";
import { registerReturning } from "../../src/demo/register-returning.js";
import { seedSamplePeople } from "../../src/demo/seed.js";
import { kuwaitDate } from "../../src/domain/iso-date.js";
import { defaultReminderRules, isWithinHours } from "../../src/domain/reminder.js";
import { readChat } from "../../src/records/accounts.js";
import { chatKey } from "../../src/records/vault.js";
import { createDatabaseSessions } from "../../src/sessions/database.js";
import { describeEachDatabase, type TestDb, testReplan, testVault } from "../support/databases.js";
import { createPeopleWorld, day, minute } from "../support/people-world.js";
import { startedDemo } from "./started-demo.js";

/** A fresh demo's database, and when this person's next reminder is due by it. */
async function seededDemo({ db }: TestDb) {
  const { clock } = createPeopleWorld(db);
  const people = samplePeople(kuwaitDate(clock.now()));
  const returning = people.find(({ id }) => id === returningId);
  if (returning === undefined) throw new Error("nobody has registered");
  const seeded = { db, vault: testVault, replan: testReplan, clock };
  await seedSamplePeople({ ...seeded, people });
  await registerReturning({ ...seeded, sessions: createDatabaseSessions(db) }, returning);
  const { hours } = defaultReminderRules;
  const next = createNextReminder({ ...seeded, hours });
  const chat = chatKey(testVault, "telegram", String(returning.telegramUserId));
  return { clock, people, returning, chat, hours, next: () => next(returning.telegramUserId), nextOf: next };
}

describeEachDatabase("a fresh demo", (database) => {
  it("has one person registered and proved, whose chat a turn may open at once, and nobody else", async () => {
    const { db } = database();
    const { chat, returning, people } = await seededDemo(database());
    const standing = await readChat(db, testVault, chat);
    expect(standing?.account).toMatchObject({ standing: "proved", name: { en: returning.nameEn } });
    expect(standing?.language).toBe(returning.languageCode);
    expect(await db.selectFrom("accounts").select("id").execute()).toHaveLength(1);
    expect(people.length).toBeGreaterThan(1);
    expect(await createDatabaseSessions(db).open(chat, "first", { ms: minute })).toMatchObject({ kind: "open" });
  });

  it("has a reminder waiting for them on its first day, and none for anybody else", async () => {
    const { clock, people, next, nextOf, hours } = await seededDemo(database());
    const at = await next();
    if (at === undefined) throw new Error("no reminder waits");
    expect(at.getTime() - clock.now().getTime()).toBeLessThan(day);
    expect(isWithinHours(at, hours)).toBe(true);
    const others = people.filter(({ id }) => id !== returningId);
    expect(await Promise.all(others.map(({ telegramUserId }) => nextOf(telegramUserId)))).toEqual(
      others.map(() => undefined),
    );
  });

  it("waits for the hours in which reminders go out, and on a day that was told for the next", async () => {
    const { db } = database();
    const { clock, next, hours, chat } = await seededDemo(database());
    // 23:00 in Kuwait, on the day it was due.
    clock.advance(11 * 60 * minute);
    const late = await next();
    expect(late).toEqual(new Date(`2026-11-23T06:00:00Z`));
    clock.advance(-11 * 60 * minute);
    const today = kuwaitDate(clock.now());
    const due = await next();
    const told = { state: "told", told_day: today } as const;
    const row = { person: "s1", worker: "w999", end_day: today, why: "milestone", milestone: 0, chat } as const;
    await db
      .insertInto("reminders")
      .values({ ...row, due_day: today, due_at: clock.now(), ...told })
      .execute();
    const after = await next();
    expect((after?.getTime() ?? 0) - (due?.getTime() ?? 0)).toBe(day);
    expect(isWithinHours(after ?? new Date(0), hours)).toBe(true);
  });
});

describe("POST /demo/next-reminder", () => {
  it("moves the clock to when the person's next reminder is due, never back", async () => {
    const { post, clock, reminders, fatima } = await startedDemo();
    const due = new Date(Date.now() + 9 * day);
    reminders.set(fatima.telegramUserId, due);
    expect(await (await post("/demo/next-reminder", { as: "fatima" })).json()).toEqual({
      reminderAt: due.toISOString(),
      now: expect.stringContaining(due.toISOString().slice(0, 19)),
    });
    reminders.set(fatima.telegramUserId, new Date(0));
    await post("/demo/next-reminder", { as: "fatima" });
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(due.getTime());
  });

  it("says that none is planned, and refuses nobody and nonsense", async () => {
    const { post, clock } = await startedDemo();
    const none = await post("/demo/next-reminder", { as: "fatima" });
    expect(await none.json()).toMatchObject({ reminderAt: null });
    expect((await post("/demo/next-reminder", { as: "nobody" })).status).toBe(404);
    expect((await post("/demo/next-reminder", {})).status).toBe(400);
    expect(clock.now().getTime() - Date.now()).toBeLessThan(minute);
  });
});
