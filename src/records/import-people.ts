// Takes imported rows on record: people are known by their civil ID, covers by their period, so the same rows again change nothing.
import { sql, type Transaction } from "kysely";
import { confirms, type Period } from "../domain/cover.js";
import type { IsoDate } from "../domain/iso-date.js";
import { nextRenewal, type RenewalState } from "../domain/renewal.js";
import type { ImportRow, Outcome } from "../import/row.js";
import { closeCase, overdueKey } from "./cases.js";
import type { Db } from "./database.js";
import type { TellIssued } from "./desk/tell-issued.js";
import { keyRows, readKnown } from "./import-known.js";
import {
  type KeyedRow,
  type Known,
  nothingKnown,
  type Sponsor,
  type Taken,
  takeRow,
  type Worker,
} from "./import-plan.js";
import { keepFormerPhones, writeCovers, writeSponsors, writeWorkers } from "./import-writes.js";
import { forgetAnswersAbout } from "./reminders/answers.js";
import type { Replan } from "./reminders/replan.js";
import type { Schema } from "./schema.js";
import { step } from "./step.js";
import type { Vault } from "./vault.js";
import { workerId } from "./worker-id.js";

export type ImportDeps = {
  readonly db: Db;
  readonly vault: Vault;
  /** When the import began: one moment for a whole file, and for no other. */
  readonly now: Date;
  readonly replan: Replan;
  readonly tellIssued: TellIssued;
};

/** A deadlock with a turn ends one of the two: the batch has changed nothing and is taken again. */
const deadlock = "40P01";
const mostTries = 4;

/** One transaction. */
export async function importRows(deps: ImportDeps, rows: readonly ImportRow[]): Promise<readonly Outcome[]> {
  if (rows.length === 0) return [];
  const keyed = keyRows(deps.vault, rows);
  for (let tries = 1; ; tries += 1) {
    try {
      return await deps.db.transaction().execute((trx) => takeRows(trx, deps, keyed));
    } catch (error) {
      const isDeadlock = error instanceof Error && "code" in error && error.code === deadlock;
      if (!isDeadlock || tries === mostTries) throw error;
    }
  }
}

/** A sponsor who has no worker yet: a file of workers has no row for one. */
export async function importSponsor(deps: Omit<ImportDeps, "tellIssued">, told: ImportRow["sponsor"]): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const key = deps.vault.civilIdIndex(told.civilId).toString("hex");
    const sponsor: Sponsor = {
      ...{ key, id: undefined, name: told.name, phone: deps.vault.phoneIndex(told.phone).toString("hex") },
      ...{ kuwaiti: told.kuwaiti, isInFile: true, change: told, formerPhones: [] },
    };
    await writeSponsors(trx, deps, [sponsor]);
    await deps.replan(trx, { sponsors: idsOf([sponsor]) }, deps.now);
  });
}

async function takeRows(
  trx: Transaction<Schema>,
  deps: ImportDeps,
  rows: readonly KeyedRow[],
): Promise<readonly Outcome[]> {
  // One import at a time: two with the same people would wait for each other's rows.
  await sql`select pg_advisory_xact_lock(hashtext('tajdeed import'))`.execute(trx);
  // Tables grow under an import faster than their statistics: each row is found by its index, whatever the planner believes.
  await sql`select set_config(name, 'off', true)
    from unnest(array['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']) as name`.execute(trx);
  const known = nothingKnown();
  await readKnown(trx, deps.vault, { known, rows, now: deps.now, isLocked: true });
  const taken = rows.map((row) => takeRow(known, row));
  const [sponsors, workers] = [[...known.sponsors.values()], [...known.workers.values()]];
  await keepFormerPhones(trx, deps, sponsors);
  await writeSponsors(trx, deps, sponsors);
  await writeWorkers(trx, deps, { workers, sponsors: known.sponsors });
  await writeCovers(trx, deps, workers);
  await confirmRenewals(trx, deps, { rows, taken, known });
  await replanImported(trx, deps, { rows, taken, known });
  return taken.map(({ outcome }) => outcome);
}

type Batch = { readonly rows: readonly KeyedRow[]; readonly taken: readonly Taken[]; readonly known: Known };

/** For everybody whose workers, covers or proofs have changed: who is a sponsor by these rows, and who was one before. */
async function replanImported(
  trx: Transaction<Schema>,
  deps: ImportDeps,
  { rows, taken, known }: Batch,
): Promise<void> {
  const isMoved = ({ sponsor, sponsorBefore }: Worker) => sponsorBefore !== undefined && sponsorBefore.key !== sponsor;
  const moved = [...known.workers.values()].filter(isMoved);
  const told = moved.flatMap(({ id, sponsorBefore }) =>
    id === undefined ? [] : [{ worker: workerId("record", id), person: `s${sponsorBefore?.id}` }],
  );
  await forgetAnswersAbout(trx, told);
  const changed = rows.filter((_, place) => {
    const outcome = taken[place]?.outcome;
    return outcome?.ok === true && outcome.taken !== "unchanged";
  });
  const sponsors = changed.flatMap(({ sponsor }) => known.sponsors.get(sponsor) ?? []);
  const before = moved.flatMap(({ sponsorBefore }) => sponsorBefore?.id ?? []);
  await deps.replan(trx, { sponsors: [...new Set([...idsOf(sponsors), ...before])] }, deps.now);
}

<<<<<<< HEAD
const idsOf = (people: readonly (Sponsor | Worker)[]): number[] => people.flatMap(({ id }) => id ?? []);
=======
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
>>>>>>> main

/** What was paid here and is now in the Ministry's system is issued, and its payer told. What only touches the period stays to be filed. */
async function confirmRenewals(
  trx: Transaction<Schema>,
<<<<<<< HEAD
  deps: ImportDeps,
  { rows, taken, known }: Batch,
): Promise<void> {
  const onRecord = [...known.workers.values()].filter(({ sponsorBefore }) => sponsorBefore !== undefined);
  if (onRecord.length === 0) return;
  const { rows: waiting } = await sql<Waiting>`select id, worker_id, state, from_day, until_day from renewals
    where worker_id = any(${idsOf(onRecord)}::bigint[]) and state in ('paid', 'filed') order by id for update`.execute(
    trx,
  );
  if (waiting.length === 0) return;
  const issued = new Set<number>();
  for (const [place, { row, worker }] of rows.entries()) {
    const { cover } = row;
    const id = known.workers.get(worker)?.id;
    const coverId = taken[place]?.cover?.id;
    if (cover === undefined || coverId === undefined) continue;
    const isMeant = (each: Waiting) =>
      each.worker_id === id && !issued.has(each.id) && each.from_day <= cover.until && each.until_day >= cover.from;
    for (const renewal of waiting.filter(isMeant)) {
      issued.add(renewal.id);
      await issue(trx, deps, renewal, { cover, coverId });
    }
=======
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
>>>>>>> main
  }
}

type Waiting = {
  readonly id: number;
  readonly worker_id: number;
  readonly state: RenewalState;
  readonly from_day: IsoDate;
  readonly until_day: IsoDate;
};

async function issue(
  trx: Transaction<Schema>,
  { now, tellIssued }: ImportDeps,
  { id, state }: Waiting,
  { cover, coverId }: { readonly cover: Period & { readonly policyNumber: string }; readonly coverId: number },
): Promise<void> {
  await trx
    .updateTable("renewals")
    .set({
      state: step(nextRenewal, state, "issued"),
      policy_number: cover.policyNumber,
      cover_id: coverId,
      changed_at: now,
    })
    .where("id", "=", id)
    .execute();
  await closeCase(trx, overdueKey(id), "issued", now);
  await tellIssued(trx, id, cover);
}
