// Finds when a sample person's next reminder goes out, so that the simulator can move its clock there.
import { addDays, daysBetween, type IsoDate, kuwaitDate } from "../domain/iso-date.js";
import { isWithinHours, type ReminderHours } from "../domain/reminder.js";
import type { Clock } from "../journeys/clock.js";
import type { Db } from "../records/database.js";
import { chatKey, type Vault } from "../records/vault.js";

/** `undefined`: none is planned for this person. */
export type NextReminder = (telegramUserId: number) => Promise<Date | undefined>;

const dayMs = 24 * 60 * 60 * 1000;

export function createNextReminder(deps: {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly hours: ReminderHours;
}): NextReminder {
  const { db, vault, clock, hours } = deps;
  return async (telegramUserId) => {
    const chat = chatKey(vault, "telegram", String(telegramUserId));
    const now = clock.now();
    const today = kuwaitDate(now);
    const planned = await db
      .selectFrom("reminders")
      .select(["due_at", "due_day"])
      .where("chat", "=", chat)
      .where("state", "=", "planned")
      .execute();
    const told = await db
      .selectFrom("reminders")
      .select("id")
      .where("chat", "=", chat)
      .where("told_day", "=", today)
      .limit(1)
      .executeTakeFirst();
    // A chat is told once a day: what is due on a day that was told goes out on the next.
    const times = planned.map(({ due_at, due_day }) =>
      told !== undefined && due_day <= today
        ? due_at.getTime() + daysBetween(due_day as IsoDate, addDays(today, 1)) * dayMs
        : due_at.getTime(),
    );
    if (times.length === 0) return undefined;
    return firstOpen(new Date(Math.max(now.getTime(), Math.min(...times))), hours);
  };
}

/** The instant itself, or when the operator's hours begin after it. */
function firstOpen(at: Date, hours: ReminderHours): Date {
  if (isWithinHours(at, hours)) return at;
  const opens = Date.parse(`${kuwaitDate(at)}T00:00:00+03:00`) + hours.from * 60_000;
  return new Date(opens > at.getTime() ? opens : opens + dayMs);
}
