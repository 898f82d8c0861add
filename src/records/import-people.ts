// Takes imported rows on record: people are known by their civil ID, covers by their period, so the same rows again change nothing.
import { sql, type Transaction } from "kysely";
import { confirms, type Period } from "../domain/cover.js";
import type { IsoDate } from "../domain/iso-date.js";
import { nextRenewal, type RenewalState } from "../domain/renewal.js";
import type { ImportReason, ImportRow } from "../import/row.js";
import { closeCase, overdueKey } from "./cases.js";
import type { Db } from "./database.js";
import type { TellIssued } from "./desk/tell-issued.js";
import { keepFormerPhone } from "./former-phones.js";
import { nameWordIndexes } from "./name-words.js";
import { forgetAnswersAbout } from "./reminders/answers.js";
import type { Replan } from "./reminders/replan.js";
import type { Schema } from "./schema.js";
import { identify, sealName } from "./sealed-person.js";
import { step } from "./step.js";
import type { Vault } from "./vault.js";
import { workerId } from "./worker-id.js";

export type ImportDeps = {
  readonly db: Db;
  readonly vault: Vault;
  readonly now: Date;
  readonly replan: Replan;
  readonly tellIssued: TellIssued;
};

/** For each row why it was not taken, or `undefined`. */
export type Outcomes = readonly (ImportReason | undefined)[];

/** One transaction. */
export async function importRows(deps: ImportDeps, rows: readonly ImportRow[]): Promise<Outcomes> {
  return deps.db.transaction().execute((trx) => takeRows(trx, deps, rows));
}

/** A sponsor who has no worker yet: a file of workers has no row for one. */
export async function importSponsor(
  deps: Omit<ImportDeps, "tellIssued">,
  sponsor: ImportRow["sponsor"],
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const id = await keepSponsor(trx, deps, sponsor);
    await deps.replan(trx, { sponsors: [id] }, deps.now);
  });
}

async function takeRows(trx: Transaction<Schema>, deps: ImportDeps, rows: readonly ImportRow[]): Promise<Outcomes> {
  if (rows.length === 0) return [];
  // One import at a time: two with the same people would wait for each other's rows.
  await sql`select pg_advisory_xact_lock(hashtext('tajdeed import'))`.execute(trx);
  // And as payments do, workers are locked in the order of their ids.
  const indexes = rows.map(({ worker }) => deps.vault.civilIdIndex(worker.civilId));
  const before = await trx
    .selectFrom("workers")
    .select(["id", "sponsor_id"])
    .where("civil_id_index", "in", indexes)
    .orderBy("id")
    .forUpdate()
    .execute();
  const outcomes: (ImportReason | undefined)[] = [];
  for (const row of rows) outcomes.push(await takeRow(trx, deps, row));
  await replanImported(trx, deps, rows, before);
  return outcomes;
}

/** For everybody whose workers, covers or proofs may have changed: who is a sponsor by these rows, and who was one before. */
async function replanImported(
  trx: Transaction<Schema>,
  { vault, replan, now }: ImportDeps,
  rows: readonly ImportRow[],
  before: readonly { readonly id: number; readonly sponsor_id: number }[],
): Promise<void> {
  const indexes = rows.map(({ sponsor }) => vault.civilIdIndex(sponsor.civilId));
  const sponsors = await trx.selectFrom("sponsors").select("id").where("civil_id_index", "in", indexes).execute();
  const moved = await trx
    .selectFrom("workers")
    .select(["id", "sponsor_id"])
    .where("id", "in", [0, ...before.map(({ id }) => id)])
    .execute();
  for (const { id, sponsor_id } of before)
    if (moved.some((worker) => worker.id === id && worker.sponsor_id !== sponsor_id))
      await forgetAnswersAbout(trx, workerId("record", id), `s${sponsor_id}`);
  const all = [...sponsors.map(({ id }) => id), ...before.map(({ sponsor_id }) => sponsor_id)];
  await replan(trx, { sponsors: all }, now);
}

/** All of the row or nothing of it: whether its cover fits is asked before anything is written. */
async function takeRow(trx: Transaction<Schema>, deps: ImportDeps, row: ImportRow): Promise<ImportReason | undefined> {
  const worker = deps.vault.civilIdIndex(row.worker.civilId);
  const known = row.cover && ownCover(await readStandingCovers(trx, [worker]), row.cover);
  if (known === "overlap") return "cover-overlap";
  const sponsorId = await keepSponsor(trx, deps, row.sponsor);
  const id = await keepWorker(trx, deps, row.worker, sponsorId);
  if (row.cover === undefined) return undefined;
  const coverId = await keepCover(trx, deps, { worker: id, cover: row.cover, known: known?.id });
  await confirmRenewals(trx, deps, { worker: id, cover: row.cover, before: known, coverId });
  return undefined;
}

/** What blocks a period: what a sponsor told never does. */
export type StandingCover = Period & {
  readonly source: "imported" | "issued" | "told";
  readonly policyNumber: string | null;
};

/** Of a worker's covers the one that this row tells of: the same period, or the same imported policy with its dates put right. */
export function ownCover<Cover extends StandingCover>(
  covers: readonly Cover[],
  cover: Period & { readonly policyNumber: string },
): Cover | "overlap" | undefined {
  const overlapping = covers.filter(({ from, until }) => from <= cover.until && until >= cover.from);
  const own =
    overlapping.find(({ from, until }) => from === cover.from && until === cover.until) ??
    overlapping.find(({ source, policyNumber }) => source === "imported" && policyNumber === cover.policyNumber);
  return overlapping.some((each) => each !== own) ? "overlap" : own;
}

/** Each with its worker's index. */
export async function readStandingCovers(db: Db, workers: readonly Buffer[]) {
  if (workers.length === 0) return [];
  const rows = await db
    .selectFrom("covers")
    .innerJoin("workers", "workers.id", "covers.worker_id")
    .select([
      "workers.civil_id_index as worker",
      "covers.id",
      "covers.from_day",
      "covers.until_day",
      "covers.source",
      "covers.policy_number as policyNumber",
    ])
    .where("workers.civil_id_index", "in", workers)
    .where("covers.source", "<>", "told")
    .execute();
  return rows.map(({ from_day, until_day, ...row }) => ({
    ...row,
    from: from_day as IsoDate,
    until: until_day as IsoDate,
  }));
}

async function keepSponsor(
  trx: Transaction<Schema>,
  { vault, now }: Pick<ImportDeps, "vault" | "now">,
  sponsor: ImportRow["sponsor"],
): Promise<number> {
  const who = identify(vault, sponsor.civilId, "sponsors.civil_id_sealed");
  const told = {
    name_sealed: sealName(vault, sponsor.name, "sponsors.name_sealed"),
    name_words: nameWordIndexes(vault, sponsor.name),
    phone_index: vault.phoneIndex(sponsor.phone),
    phone_sealed: vault.seal.seal(sponsor.phone, "sponsors.phone_sealed"),
    kuwaiti: sponsor.kuwaiti,
    imported_at: now,
  };
  const known = await trx
    .selectFrom("sponsors")
    .select("id")
    .where("civil_id_index", "=", who.civil_id_index)
    .executeTakeFirst();
  if (known !== undefined) await keepFormerPhone(trx, { sponsor: known.id, next: told.phone_index, now });
  const { id } = await trx
    .insertInto("sponsors")
    .values({ ...who, ...told })
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
    name_words: nameWordIndexes(vault, worker.name),
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

/** What was paid here and is now in the Ministry's system is issued, and its payer told. What only touches the period stays to be filed. */
async function confirmRenewals(
  trx: Transaction<Schema>,
  { now, tellIssued }: ImportDeps,
  of: {
    readonly worker: number;
    readonly cover: Period & { readonly policyNumber: string };
    /** The same cover, as it stood on record before this row. */
    readonly before: StandingCover | undefined;
    readonly coverId: number;
  },
): Promise<void> {
  const waiting = await trx
    .selectFrom("renewals")
    .select(["id", "state", "from_day", "until_day"])
    .where("worker_id", "=", of.worker)
    .where("state", "in", ["paid", "filed"])
    .where("from_day", "<=", of.cover.until)
    .where("until_day", ">=", of.cover.from)
    .forUpdate()
    .execute();
  for (const { id, state, from_day, until_day } of waiting) {
    const paid = { from: from_day as IsoDate, until: until_day as IsoDate };
    if (!confirms(of.cover, paid, of.before)) continue;
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
    await closeCase(trx, overdueKey(id), "issued", now);
    await tellIssued(trx, id, of.cover);
  }
}
