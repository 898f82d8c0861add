// Whom the bot keeps out of which group of the staff's; and a chat's handoffs, as claims and erasures look them up.
import { type Kysely, sql } from "kysely";

const statements = [
  // Of each group by itself: a bar holds where it was made, also when the staff meets elsewhere.
  sql`create table group_bars (
    staff_id bigint not null references staff,
    chat text not null,
    -- unsure: a call was begun, and how it ended is not known.
    standing text not null check (standing in ('barred', 'unsure', 'free')),
    -- Rises with each call that is begun: whoever comes late with an outcome finds that another one was begun since.
    attempt integer not null default 1,
    -- Until then, by the database's clock, one process calls.
    leased_until timestamptz,
    -- Of the member when it was called: what failed in an earlier one puts nothing off.
    sitting bigint not null,
    tries integer not null default 0,
    try_at timestamptz,
    told_at timestamptz,
    primary key (staff_id, chat)
  )`,
  sql`create index handoffs_chat on handoffs (chat)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
