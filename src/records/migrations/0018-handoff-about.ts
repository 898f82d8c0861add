// What a chat that needs a person was about, as only its turn knows it: the quote that was read, and what was not understood.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table handoffs add column about_sealed bytea`.execute(db);
}
