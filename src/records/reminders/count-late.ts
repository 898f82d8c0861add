// For operators: reminders whose day is over and that are still to be told; more than a few say that the window is too short.
import { sql } from "kysely";
import type { IsoDate } from "../../domain/iso-date.js";
import type { Db } from "../database.js";

export async function countLateReminders(db: Db, today: IsoDate): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from reminders where state = 'planned' and due_at < ${`${today}T00:00:00+03:00`}::timestamptz`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}
