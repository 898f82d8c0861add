// Of which case a handoff hears that it is needed again, for the staff is told of each; money that is owed back, which is counted often; and who broke the glass.
import { type Kysely, sql } from "kysely";

const statements = [
  sql`alter table handoff_events add column case_id bigint references cases`,
  // What its card has told: the last of its events then, and the case.
  sql`alter table handoffs add column card_event bigint, add column card_case bigint`,
  sql`create index handoff_events_case on handoff_events (at) where case_id is not null`,
  sql`create index renewals_owed on renewals (changed_at) where state = 'refund-due'`,
  sql`create index access_log_glass on access_log (at, id) where what = 'break-glass'`,
  sql`create index cases_open on cases (id) where state = 'open'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
