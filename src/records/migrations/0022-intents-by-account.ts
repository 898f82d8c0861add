// What an account opened is found by it: its unpaid links, and whether it accepted these terms before, at every summary of a renewal.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index intents_account on intents (account_id, terms_version) where account_id is not null`.execute(
    db,
  );
}
