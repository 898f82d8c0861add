// What is limited is counted here, apart for a chat and for a civil ID; a count falls by itself as time goes by.
import { type SqlBool, sql, type Transaction } from "kysely";
import type { Schema } from "./schema.js";

type What = Schema["tallies"]["what"];

/** Whose count: the keyed index of a civil ID, a chat's key as bytes, or one after the other. */
export type Subject = { readonly what: What; readonly of: Buffer };

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/** So many in so long, and then no more until the oldest of them is that long ago. */
const limits: Readonly<Record<What, { readonly most: number; readonly inMs: number }>> = {
  "refusal-chat": { most: 10, inMs: hourMs },
  "refusal-civil-id": { most: 20, inMs: dayMs },
  "code-chat": { most: 10, inMs: dayMs },
  // Ten codes of five tries are 50 guesses a day at a million, and nobody's phone rings all night. One chat can spend three of
  // them, so that a stranger's does not lock the owner's out; several strangers' can, but never a chat that has met a code of this
  // civil ID, and the owner's contact proves it without a code.
  "code-pair": { most: 3, inMs: dayMs },
  "code-civil-id": { most: 10, inMs: dayMs },
  // Whoever holds a phone on record could otherwise try civil IDs with it until one opens; people err once or twice.
  "register-chat": { most: 10, inMs: dayMs },
};

/** The longest that a limit looks back. */
export const tallyMs = dayMs;

/**
 * Which of the subjects have reached their limit: the same statements, whatever the answer. Until the transaction ends nobody else
 * counts for these subjects, so that two chats at once do not both pass the last of them.
 */
export async function spent(
  trx: Transaction<Schema>,
  subjects: readonly Subject[],
  now: Date,
): Promise<readonly boolean[]> {
  // A statement of its own: one that waited for a lock would count what it saw before. In one order, so that no two wait for one another.
  const keys = subjects.map(({ what, of }) => `${what}:${of.toString("hex")}`).toSorted();
  await sql`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${keys}::text[]) as key`.execute(trx);
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
