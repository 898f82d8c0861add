// Takes imported rows on record: people are known by their civil ID, covers by their period, so the same rows again change nothing.
import { sql, type Transaction } from "kysely";
import type { Period } from "../domain/cover.js";
import { nextRenewal, type RenewalState } from "../domain/renewal.js";
import type { ImportReason, ImportRow } from "../import/row.js";
import type { Db } from "./database.js";
import type { Schema } from "./schema.js";
import { identify, sealName } from "./sealed-person.js";
import { step } from "./step.js";
import type { Vault } from "./vault.js";

export type ImportDeps = { readonly db: Db; readonly vault: Vault; readonly now: Date };

type Outcomes = readonly (ImportReason | undefined)[];

/** One transaction. @returns for each row why it was not taken, or `undefined` */
export async function importRows(deps: ImportDeps, rows: readonly ImportRow[]): Promise<Outcomes> {
  return deps.db.transaction().execute((trx) => takeRows(trx, deps, rows));
}

/** A sponsor who has no worker yet: a file of workers has no row for one. */
export async function importSponsor(deps: ImportDeps, sponsor: ImportRow["sponsor"]): Promise<void> {
  await deps.db.transaction().execute((trx) => keepSponsor(trx, deps, sponsor));
}

/** A rehearsal over several batches: each sees what the ones before it would have done, and in the end nothing was done. */
export async function rehearseImport<T>(
  deps: ImportDeps,
  rehearse: (take: (rows: readonly ImportRow[]) => Promise<Outcomes>) => Promise<T>,
): Promise<T> {
  const trx = await deps.db.startTransaction().execute();
  try {
    return await rehearse((rows) => takeRows(trx, deps, rows));
  } finally {
    await trx.rollback().execute();
  }
}

async function takeRows(trx: Transaction<Schema>, deps: ImportDeps, rows: readonly ImportRow[]): Promise<Outcomes> {
  if (rows.length === 0) return [];
  // One import at a time: two with the same people would wait for each other's rows.
  await sql`select pg_advisory_xact_lock(hashtext('tajdeed import'))`.execute(trx);
  // And as payments do, workers are locked in the order of their ids.
  const indexes = rows.map(({ worker }) => deps.vault.civilIdIndex(worker.civilId));
  await trx
    .selectFrom("workers")
    .select("id")
    .where("civil_id_index", "in", indexes)
    .orderBy("id")
    .forUpdate()
    .execute();
  const outcomes: (ImportReason | undefined)[] = [];
  for (const row of rows) outcomes.push(await takeRow(trx, deps, row));
  return outcomes;
}

/** All of the row or nothing of it: whether its cover fits is asked before anything is written. */
async function takeRow(trx: Transaction<Schema>, deps: ImportDeps, row: ImportRow): Promise<ImportReason | undefined> {
  const worker = await trx
    .selectFrom("workers")
    .select("id")
    .where("civil_id_index", "=", deps.vault.civilIdIndex(row.worker.civilId))
    .executeTakeFirst();
  const known = worker && row.cover && (await findCover(trx, worker.id, row.cover));
  if (known === "overlap") return "cover-overlap";
  const sponsorId = await keepSponsor(trx, deps, row.sponsor);
  const workerId = await keepWorker(trx, deps, row.worker, sponsorId);
  if (row.cover === undefined) return undefined;
  const coverId = await keepCover(trx, deps, { worker: workerId, cover: row.cover, known });
  await confirmRenewals(trx, deps, { worker: workerId, cover: row.cover, coverId });
  return undefined;
}

/** The cover that this row tells of: the same period, or the same imported policy with its dates put right. */
async function findCover(
  trx: Transaction<Schema>,
  worker: number,
  cover: Period & { readonly policyNumber: string },
): Promise<number | "overlap" | undefined> {
  const covers = await trx
    .selectFrom("covers")
    .select(["id", "from_day", "until_day", "source", "policy_number"])
    .where("worker_id", "=", worker)
    .where("source", "<>", "told")
    .execute();
  const overlapping = covers.filter(({ from_day, until_day }) => from_day <= cover.until && until_day >= cover.from);
  const own =
    overlapping.find(({ from_day, until_day }) => from_day === cover.from && until_day === cover.until) ??
    overlapping.find(({ source, policy_number }) => source === "imported" && policy_number === cover.policyNumber);
  if (overlapping.some(({ id }) => id !== own?.id)) return "overlap";
  return own?.id;
}

async function keepSponsor(
  trx: Transaction<Schema>,
  { vault, now }: ImportDeps,
  sponsor: ImportRow["sponsor"],
): Promise<number> {
  const told = {
    name_sealed: sealName(vault, sponsor.name, "sponsors.name_sealed"),
    phone_index: vault.phoneIndex(sponsor.phone),
    phone_sealed: vault.seal.seal(sponsor.phone, "sponsors.phone_sealed"),
    kuwaiti: sponsor.kuwaiti,
    imported_at: now,
  };
  const { id } = await trx
    .insertInto("sponsors")
    .values({ ...identify(vault, sponsor.civilId, "sponsors.civil_id_sealed"), ...told })
    .onConflict((conflict) => conflict.column("civil_id_index").doUpdateSet(told))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function keepWorker(
  trx: Transaction<Schema>,
  { vault, now }: ImportDeps,
  worker: ImportRow["worker"],
  sponsorId: number,
): Promise<number> {
  const told = {
    sponsor_id: sponsorId,
    name_sealed: sealName(vault, worker.name, "workers.name_sealed"),
    article: worker.article,
    in_kuwait: worker.inKuwait,
    imported_at: now,
  };
  const { id } = await trx
    .insertInto("workers")
    .values({ ...identify(vault, worker.civilId, "workers.civil_id_sealed"), ...told })
    .onConflict((conflict) => conflict.column("civil_id_index").doUpdateSet(told))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function keepCover(
  trx: Transaction<Schema>,
  { now }: ImportDeps,
  of: {
    readonly worker: number;
    readonly cover: Period & { readonly policyNumber: string };
    readonly known: number | undefined;
  },
): Promise<number> {
  const { from, until, policyNumber } = of.cover;
  if (of.known !== undefined) {
    await trx
      .updateTable("covers")
      .set({ from_day: from, until_day: until, policy_number: policyNumber, known_at: now })
      .where("id", "=", of.known)
      .where("source", "=", "imported")
      .execute();
    return of.known;
  }
  const period = { from_day: from, until_day: until, source: "imported", policy_number: policyNumber } as const;
  const { id } = await trx
    .insertInto("covers")
    .values({ worker_id: of.worker, ...period, known_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** What was paid here and is now in the Ministry's system is issued: the same worker, an overlapping period. */
async function confirmRenewals(
  trx: Transaction<Schema>,
  { now }: ImportDeps,
  of: { readonly worker: number; readonly cover: Period & { readonly policyNumber: string }; readonly coverId: number },
): Promise<void> {
  const waiting = await trx
    .selectFrom("renewals")
    .select(["id", "state"])
    .where("worker_id", "=", of.worker)
    .where("state", "in", ["paid", "filed"])
    .where("from_day", "<=", of.cover.until)
    .where("until_day", ">=", of.cover.from)
    .forUpdate()
    .execute();
  for (const { id, state } of waiting) {
    await trx
      .updateTable("renewals")
      .set({
        state: step(nextRenewal, state as RenewalState, "issued"),
        policy_number: of.cover.policyNumber,
        cover_id: of.coverId,
        changed_at: now,
      })
      .where("id", "=", id)
      .execute();
  }
}
