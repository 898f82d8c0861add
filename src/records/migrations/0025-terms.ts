// Every text of the terms that was ever offered: what somebody accepted can be read for as long as anybody asks.
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table terms (
    version text primary key,
    ar text not null,
    en text not null,
    first_offered_at timestamptz not null
  )`.execute(db);
}
