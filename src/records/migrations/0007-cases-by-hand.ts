// Cases that one of the staff opens about a household, who closed a case with which note, and cases of renewals that are late.
import { type Kysely, sql } from "kysely";

const statements = [
  // Whom it is about, where it is about no payment and no worker.
  sql`alter table cases add column sponsor_id bigint references sponsors`,
  sql`create index cases_sponsor on cases (sponsor_id) where (sponsor_id is not null)`,
  sql`create index cases_renewal on cases (renewal_id) where (renewal_id is not null)`,
  // What is done by hand is done once under its key.
  sql`alter table case_events add column note_sealed bytea, add column effect_key text unique`,
  sql`create index case_events_case on case_events (case_id, id)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
