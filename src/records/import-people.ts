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

const idsOf = (people: readonly (Sponsor | Worker)[]): number[] => people.flatMap(({ id }) => id ?? []);

/** What was paid here and is now in the Ministry's system is issued, and its payer told. What only touches the period stays to be filed. */
async function confirmRenewals(
  trx: Transaction<Schema>,
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
    const before = taken[place]?.before;
    const isMeant = (each: Waiting) =>
      each.worker_id === id &&
      !issued.has(each.id) &&
      confirms(cover, { from: each.from_day, until: each.until_day }, before);
    for (const renewal of waiting.filter(isMeant)) {
      issued.add(renewal.id);
      await issue(trx, deps, renewal, { cover, coverId });
    }
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
