// What stands in the way of paying for a worker's period: cover, a renewal that stands, or somebody at the gateway with it.
import type { Transaction } from "kysely";
import type { Period } from "../domain/cover.js";
import { underWay } from "../payments/verdict.js";
import type { Schema } from "./schema.js";

export type WorkerPeriod = Period & { readonly worker: number };

/**
 * Whoever pays for, renews or refuses a worker's period holds the worker's row: so two people cannot both find it free. Locked in
 * the order of their ids, before any intent, so that no two transactions wait for one another.
 * @returns those that are on record
 */
export async function lockWorkers(trx: Transaction<Schema>, workers: readonly number[]): Promise<ReadonlySet<number>> {
  const rows = await trx
    .selectFrom("workers")
    .select("id")
    .where("id", "in", [...workers])
    .orderBy("id")
    .forUpdate()
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Renewals in these states hold their period; the exclusion constraint says the same. */
const standing = ["paid", "filed", "issued"] as const;

/** Covered, or paid for. What a sponsor told never counts. */
export async function isTaken(trx: Transaction<Schema>, { worker, from, until }: WorkerPeriod): Promise<boolean> {
  const cover = await trx
    .selectFrom("covers")
    .select("id")
    .where("worker_id", "=", worker)
    .where("source", "<>", "told")
    .where("from_day", "<=", until)
    .where("until_day", ">=", from)
    .limit(1)
    .executeTakeFirst();
  if (cover !== undefined) return true;
  const renewal = await trx
    .selectFrom("renewals")
    .select("id")
    .where("worker_id", "=", worker)
    .where("state", "in", standing)
    .where("from_day", "<=", until)
    .where("until_day", ">=", from)
    .limit(1)
    .executeTakeFirst();
  return renewal !== undefined;
}

/**
 * How long creating a try at the gateway may take. Until then a try without its redirect blocks others; after it nobody was led to
 * the gateway, so nobody can be paying, and a redirect that comes later is not handed out.
 */
export const creatingMs = 2 * 60 * 1000;

/** The reference of a try of another intent that is under way for this worker and period. */
export async function rivalOf(
  trx: Transaction<Schema>,
  { worker, from, until }: WorkerPeriod,
  of: { readonly exceptIntent?: number; readonly now: Date },
): Promise<string | undefined> {
  const rival = await trx
    .selectFrom("intent_lines")
    .innerJoin("attempts", "attempts.intent_id", "intent_lines.intent_id")
    .select("attempts.reference")
    .where("intent_lines.worker_id", "=", worker)
    .where("intent_lines.from_day", "<=", until)
    .where("intent_lines.until_day", ">=", from)
    .where("intent_lines.intent_id", "<>", of.exceptIntent ?? 0)
    .where("attempts.state", "in", underWay)
    .where((where) =>
      where.or([
        where("attempts.redirect_url_sealed", "is not", null),
        where("attempts.opened_at", ">", new Date(of.now.getTime() - creatingMs)),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return rival?.reference;
}
