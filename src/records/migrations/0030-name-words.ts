// People on record found by the words of their names: keyed, as every index over people is. Rows of before are filled by the program, which has the key.
import { type Kysely, sql } from "kysely";

const statements = ["sponsors", "workers"].flatMap((table) => [
  sql`alter table ${sql.table(table)} add column name_words bytea[]`,
  sql`create index ${sql.raw(`${table}_name_words`)} on ${sql.table(table)} using gin (name_words)`,
  // What is not filled yet is asked for at every sweep.
  sql`create index ${sql.raw(`${table}_without_name_words`)} on ${sql.table(table)} (id) where name_words is null`,
]);

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
