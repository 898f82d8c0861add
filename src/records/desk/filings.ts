// Filings on the database: each step by the table of renewals, under the renewal's lock, and once.
import { sql, type Transaction } from "kysely";
import {
  type Filing,
  type FilingRefusal,
  type FilingStep,
  type Filings,
  filingsOnPage,
  isToFile,
  mayClaim,
} from "../../desk/filings.js";
import type { Staff } from "../../desk/staff.js";
import { firstDayInTime } from "../../domain/filing-days.js";
import { kuwaitDate } from "../../domain/iso-date.js";
import type { PolicyNumber } from "../../domain/policy-number.js";
import type { RenewalState } from "../../domain/renewal.js";
import type { Schema } from "../schema.js";
import { isAtWork, noteAccess, noteRefusal } from "./access-log.js";
import { showForm } from "./filing-form.js";
import { type FilingDeps, takeStep } from "./filing-steps.js";
import { foldedPolicy, foldedTyped } from "./folded-policy.js";
import { holdRenewal } from "./held-renewal.js";
import { mayLook, watchLooking } from "./looking.js";
import { countOverdueFilings } from "./overdue-filings.js";
import { type ReadFiling, readFilings, toFile } from "./read-filings.js";

export function createFilings(deps: FilingDeps): Filings {
  const { db, vault, clock } = deps;
  const read = async (at: Transaction<Schema>, id: number) => (await readFilings(at, vault, { id }))[0];
  const noteSeen = (trx: Transaction<Schema>, { id, sponsor }: ReadFiling, by: Staff, key: string) => {
    const what = "filing-seen";
    return noteAccess(trx, vault, { staff: by.id, what, sponsor, effectKey: `seen:${key}:${id}`, at: clock.now() });
  };
  /** What is not to be filed any more is a look like any other: it has its limit, and its alarm. */
  const maySee = async (trx: Transaction<Schema>, filing: ReadFiling, by: Staff, key: string): Promise<boolean> => {
    if (isToFile(filing)) {
      await noteSeen(trx, filing, by, key);
      return true;
    }
    const now = clock.now();
    const effectKey = `late:${key}`;
    if (!(await mayLook(trx, vault, { by, key: effectKey, now }))) return false;
    await noteAccess(trx, vault, { staff: by.id, what: "looked", sponsor: filing.sponsor, effectKey, at: now });
    await watchLooking(trx, deps.tellSupervisors, by, now);
    return true;
  };

  return {
    queue: (page, by, key) =>
      db.transaction().execute(async (trx) => {
        const which = { offset: page * filingsOnPage, limit: filingsOnPage };
        const filings = (await isAtWork(trx, by.id)) ? await readFilings(trx, vault, which) : [];
        for (const filing of filings) await noteSeen(trx, filing, by, key);
        const today = kuwaitDate(clock.now());
        const overdue = await countOverdueFilings(trx, today, deps.holidays);
        const firstInTime = firstDayInTime(today, deps.holidays);
        return { filings, total: await countToFile(trx), overdue, firstInTime };
      }),

    see: (id, by, key) =>
      db.transaction().execute(async (trx) => {
        const filing = await read(trx, id);
        if (filing === undefined || !(await isAtWork(trx, by.id))) return undefined;
        return (await maySee(trx, filing, by, key)) ? filing : "limit";
      }),

    form: (id, by, key) =>
      db.transaction().execute(async (trx) => {
        const filing = await read(trx, id);
        if (filing === undefined || !(await isAtWork(trx, by.id))) return undefined;
        const refusal = isToFile(filing) ? refusalOf(filing, by) : "late";
        const now = clock.now();
        if (refusal !== undefined) {
          await noteRefusal(trx, vault, { by: by.id, sponsor: filing.sponsor, key, now });
          await watchLooking(trx, deps.tellSupervisors, by, now);
          return refusal;
        }
        if (!(await mayLook(trx, vault, { by, key, now }))) return "limit";
        await showForm(deps, trx, { id, by, key });
        await watchLooking(trx, deps.tellSupervisors, by, now);
        return "shown";
      }),

    take: (id, step, by, key) =>
      db.transaction().execute(async (trx) => {
        const held = await holdRenewal(trx, id);
        const filing = held && (await read(trx, id));
        if (held === undefined || filing === undefined) return undefined;
        // The same update came again: what it did is done, and seen as such.
        if (await isTaken(trx, key)) return { ok: true, filing };
        if (!(await isAtWork(trx, by.id))) return undefined;
        if (!(await maySee(trx, filing, by, key))) return "limit";
        const reason = await refuse(trx, filing, step, by, clock.now());
        if (reason !== undefined) return { ok: false, reason, filing };
        await takeStep(deps, trx, { held, step, by, key });
        return { ok: true, filing: (await read(trx, id)) ?? filing };
      }),
  };
}

async function countToFile(db: Transaction<Schema>): Promise<number> {
  const counting = db.selectFrom("renewals").select(({ fn }) => fn.countAll<number>().as("n"));
  return (await counting.where("state", "in", toFile).executeTakeFirstOrThrow()).n;
}

async function isTaken(trx: Transaction<Schema>, key: string): Promise<boolean> {
  const row = await trx.selectFrom("filing_events").select("id").where("effect_key", "=", key).executeTakeFirst();
  return row !== undefined;
}

const refusalOf = ({ claim }: Filing, by: Staff): FilingRefusal | undefined =>
  claim === undefined ? "unclaimed" : claim.staff === by.id ? undefined : "claimed";

/** Only what was filed has a number; an import alone knows of one without. */
const stateFor = { file: "paid", issue: "filed", reject: "filed" } as const satisfies Record<string, RenewalState>;

async function refuse(
  trx: Transaction<Schema>,
  filing: Filing,
  step: FilingStep,
  by: Staff,
  now: Date,
): Promise<FilingRefusal | undefined> {
  if (!isToFile(filing)) return "late";
  if (step.kind === "claim") return mayClaim(filing, by, now) ? undefined : "claimed";
  if (filing.state !== stateFor[step.kind]) return "late";
  const refusal = refusalOf(filing, by);
  if (refusal !== undefined || step.kind !== "issue") return refusal;
  return (await isUsed(trx, step.policyNumber)) ? "number-used" : undefined;
}

/** Two people who enter one number at the same moment are asked one after the other, however each of them writes it. */
async function isUsed(trx: Transaction<Schema>, policyNumber: PolicyNumber): Promise<boolean> {
  const typed = foldedTyped(policyNumber);
  const number = foldedPolicy("policy_number");
  await sql`select pg_advisory_xact_lock(hashtext('policy number'), hashtext(${typed}))`.execute(trx);
  // Materialized, as in lookup: one of a million is found by its index, and never by going through them.
  const { rows } = await sql<{ used: boolean }>`with named as materialized (
      select id from covers where policy_number is not null and ${number} = ${typed}
      union all select id from renewals where policy_number is not null and ${number} = ${typed}
    ) select exists (select from named) as used`.execute(trx);
  return rows[0]?.used === true;
}
