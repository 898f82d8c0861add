// How fast messages go out to a channel is one thing for all processes; and what cannot wait is found without looking at what can.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table channel_pace (
    channel text primary key,
    -- So many calls may go out at filled_at, by the database's clock; less than none after replies, which wait for nothing.
    tokens double precision not null,
    filled_at timestamptz not null,
    paused_until timestamptz
  )`.execute(db);
  await sql`create index reminders_urgent on reminders (due_at, chat) where (state = 'planned' and milestone <= 1)`.execute(
    db,
  );
}
