// Codes are counted for a chat and a civil ID together, too: one chat alone no longer spends a civil ID's day.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tallies drop constraint tallies_what_check, add constraint tallies_what_check check (what in
    ('refusal-chat', 'refusal-civil-id', 'code-chat', 'code-pair', 'code-civil-id', 'register-chat'))`.execute(db);
}
