// What the desk must not forget: until when a phone stood on record, and who answered a person first.
import { type Kysely, sql } from "kysely";

const statements = [
  // A chat that was proved by it sees what was done until then, and no later.
  sql`create table former_phones (
    id bigint generated always as identity primary key,
    sponsor_id bigint not null references sponsors,
    phone_index bytea not null,
    until_at timestamptz not null
  )`,
  sql`create index former_phones_sponsor on former_phones (sponsor_id, phone_index)`,

  sql`alter table handoffs add column first_answer_by bigint references staff`,
  // Whoever had the chat when it was first answered: taking it stands in the access log.
  sql`update handoffs set first_answer_by = (
    select staff_id from access_log l
    where l.handoff_id = handoffs.id and l.what = 'taken-over' and l.at <= handoffs.first_answer_at
    order by l.id desc limit 1
  ) where first_answer_at is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
