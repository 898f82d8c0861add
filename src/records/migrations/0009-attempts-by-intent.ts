// The tries of an intent are found by it: without this index every reading of a payment went through all tries of everybody.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index attempts_intent on attempts (intent_id, id)`.execute(db);
}
