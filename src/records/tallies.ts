// What is limited is counted here, apart for a chat and for a civil ID; a count falls by itself as time goes by.
import { type SqlBool, sql, type Transaction } from "kysely";
import type { Db } from "./database.js";
import type { Schema } from "./schema.js";

type What = Schema["tallies"]["what"];

/** Whose count: the keyed index of a civil ID, or a chat's key as bytes. */
export type Subject = { readonly what: What; readonly of: Buffer };

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/** So many in so long, and then no more until the oldest of them is that long ago. */
const limits: Readonly<Record<What, { readonly most: number; readonly inMs: number }>> = {
  "refusal-chat": { most: 10, inMs: hourMs },
  "refusal-civil-id": { most: 20, inMs: dayMs },
  // Five codes of five tries are 25 guesses a day at a million; and nobody's phone rings all night.
  "code-chat": { most: 10, inMs: dayMs },
  "code-civil-id": { most: 5, inMs: dayMs },
  // Whoever holds a phone on record could otherwise try civil IDs with it until one opens; people err once or twice.
  "register-chat": { most: 10, inMs: dayMs },
};

/** Which of the subjects have reached their limit: one statement, whatever the answer. */
export async function spent(
  trx: Transaction<Schema>,
  subjects: readonly Subject[],
  now: Date,
): Promise<readonly boolean[]> {
  const counts = subjects.map(({ what, of }) => {
    const since = new Date(now.getTime() - limits[what].inMs);
    return sql`(select count(*) >= ${sql.lit(limits[what].most)} from tallies
      where what = ${what} and subject = ${of} and at > ${since})`;
  });
  const { rows } = await sql<{ spent: SqlBool[] }>`select array[${sql.join(counts)}] as spent`.execute(trx);
  return (rows[0]?.spent ?? []).map(Boolean);
}

/** Counts one for each subject if `counts`: the same statement either way, so that its absence tells nothing. */
export async function tally(
  trx: Transaction<Schema>,
  subjects: readonly Subject[],
  now: Date,
  counts: boolean,
): Promise<void> {
  const rows = subjects.map(({ what, of }) => sql`(${what}::text, ${of}::bytea, ${now}::timestamptz)`);
  await sql`insert into tallies (what, subject, at)
    select * from (values ${sql.join(rows)}) as counted where ${counts}::boolean`.execute(trx);
}

/** Forgets what no limit looks at any more. */
export async function sweepTallies(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom("tallies")
    .where("at", "<", new Date(now.getTime() - dayMs))
    .execute();
}
