// When a topic was closed after its talk. Those of talks that were over before stay as they are: there may be hundreds.
import { type Kysely, sql } from "kysely";

const statements = [
  sql`alter table handoffs add column topic_closed_at timestamptz`,
  sql`update handoffs set topic_closed_at = closed_at where state = 'bot'`,
  sql`create index handoffs_topic_to_close on handoffs (id)
    where state = 'bot' and thread is not null and topic_closed_at is null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
