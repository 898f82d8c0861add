// By which day a paid renewal is promised to be filed, and when its payer was told that it is late. Earlier ones promised none.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table renewals add column promised_day date, add column late_told_at timestamptz`.execute(db);
}
