// Who of the staff wrote what went to a person: they may take it back, also once somebody else has the chat. Earlier ones have none.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table relays add column staff_id bigint references staff`.execute(db);
}
