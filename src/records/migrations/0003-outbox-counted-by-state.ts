// Operators' counts of the outbox look at what is not sent alone: sent messages pile up, and are not looked at again.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index outbox_not_sent on outbox (state) where (state <> 'sent')`.execute(db);
}
