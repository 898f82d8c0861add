// Who comes back to the desk begins anew: neither their links nor their open questions outlive a suspension; and a correction knows what it corrects.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table staff add column sitting bigint not null default 0`.execute(db);
  // The maker's; a link from before has none, and counts no more, unless nobody of the staff made it.
  await sql`alter table staff_invites add column made_sitting bigint`.execute(db);
  await sql`alter table phone_corrections add column former_index bytea`.execute(db);
}
