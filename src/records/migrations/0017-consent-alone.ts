// A consent is of a member, a record and a chat: never of a handoff.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table consents drop column handoff_id`.execute(db);
}
