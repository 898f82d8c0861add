// What the holder of an account may tell later is not needed to open it.
import { type Kysely, sql } from "kysely";

const statements = [
  sql`alter table accounts alter column gender drop not null, alter column governorate drop not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
