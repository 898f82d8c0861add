// Of which case a handoff hears that it is needed again: the staff is told of each in its place.
import { type Kysely, sql } from "kysely";

const statements = [
  sql`alter table handoff_events add column case_id bigint references cases`,
  sql`create index handoff_events_case on handoff_events (case_id) where case_id is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
