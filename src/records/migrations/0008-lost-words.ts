// What does not arrive is told to the desk, once; and what goes to one group keeps to that group's pace.
import { type Kysely, sql } from "kysely";

const statements = [
  sql`alter table relays
    -- A change or a withdrawal is on its way as much as the message it is about.
    add column what text not null default 'message' check (what in ('message', 'edit', 'withdrawal')),
    -- How often it was found lost, and the desk was told of it or shown it again.
    add column lost integer not null default 0`,
  sql`create index outbox_desk_lost on outbox (id) where (kind = 'desk' and state in ('failed', 'unknown', 'dropped'))`,
  sql`create table group_pace (
    chat text primary key,
    -- The newest first; no more than a minute may hold, by the database's clock.
    posted_at timestamptz[] not null default '{}',
    paused_until timestamptz
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
