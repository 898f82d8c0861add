// By when somebody who waits for a person is answered, and when they were told that it is late.
import { type Kysely, sql } from "kysely";

const statements = [
  sql`alter table handoffs add column promised_at timestamptz, add column apologised_at timestamptz`,
  sql`alter table handoffs add column apologies integer not null default 0`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
