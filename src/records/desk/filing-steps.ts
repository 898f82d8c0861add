// The steps of a filing, each with all that follows from it: cover, or money owed back with its case, and the words to the payer.
import type { Transaction } from "kysely";
import type { FilingNotices } from "../../desk/filing-notices.js";
import type { FilingStep } from "../../desk/filings.js";
import { maskIdentifiers } from "../../desk/mask-identifiers.js";
import type { Staff } from "../../desk/staff.js";
import { type IsoDate, kuwaitDate } from "../../domain/iso-date.js";
import type { PolicyNumber } from "../../domain/policy-number.js";
import { nextRenewal, type RenewalState } from "../../domain/renewal.js";
import type { Holidays } from "../../domain/working-days.js";
import type { PaidLine } from "../../journeys/payments-port.js";
import { closeCase, openCase, overdueKey } from "../cases.js";
import type { Db } from "../database.js";
import type { Ledger } from "../ledger.js";
import type { Schema } from "../schema.js";
import { step as stepIn } from "../step.js";
import { type HeldRenewal, paidLine, tellPayer } from "./held-renewal.js";
import type { RevealDeps } from "./reveals.js";
import type { TellSupervisors } from "./tell-supervisors.js";

export type FilingDeps = Pick<Ledger, "vault" | "clock" | "render" | "replan"> &
  RevealDeps & {
    readonly db: Db;
    readonly notices: FilingNotices;
    readonly holidays: Holidays;
    readonly tellSupervisors: TellSupervisors;
  };

type Step = { readonly held: HeldRenewal; readonly step: FilingStep; readonly by: Staff; readonly key: string };

/** The step must be in order for the renewal as it is held. */
export async function takeStep(
  deps: FilingDeps,
  trx: Transaction<Schema>,
  { held, step: asked, by, key }: Step,
): Promise<void> {
  const now = deps.clock.now();
  // Its payer reads the reason: no number stands whole in it.
  const step = asked.kind === "reject" ? { ...asked, reason: maskIdentifiers(asked.reason) } : asked;
  const event = await apply(deps, trx, held, step, { by, now });
  await trx
    .insertInto("filing_events")
    .values({
      renewal_id: held.id,
      at: now,
      staff_id: by.id,
      event,
      reason_sealed: step.kind === "reject" ? deps.vault.seal.seal(step.reason, "filing_events.reason_sealed") : null,
      effect_key: key,
    })
    .execute();
  // It is late no more, whether it ended well or not.
  if (event !== "claimed" && event !== "filed") await closeCase(trx, overdueKey(held.id), event, now);
  // Who is paid for is not reminded; who is covered otherwise, or not any more, may be again.
  await deps.replan(trx, { workers: [held.worker_id] }, now);
}

async function apply(
  deps: FilingDeps,
  trx: Transaction<Schema>,
  held: HeldRenewal,
  step: FilingStep,
  { by, now }: { readonly by: Staff; readonly now: Date },
): Promise<Schema["filing_events"]["event"]> {
  switch (step.kind) {
    case "claim":
      await change(trx, held, { filing_by: by.id, filing_since: now });
      return "claimed";
    case "file":
      await change(trx, held, { state: stepIn(nextRenewal, held.state, "filed"), changed_at: now });
      await tellPayer(deps, trx, held, {
        about: "filed",
        message: deps.notices.filed(await paidLine(deps, trx, held), dayToCome(held, now)),
      });
      return "filed";
    case "issue":
      return issue(deps, trx, held, step.policyNumber);
    case "reject": {
      const rejected = stepIn(nextRenewal, held.state, "rejected");
      const paid = await owe(deps, trx, held, { from: rejected, kind: "filing-rejected" });
      await tellPayer(deps, trx, held, { about: "filing", message: deps.notices.rejected(paid, step.reason) });
      return "rejected";
    }
  }
}

/** What is late already promises no day again: its payer is told of that, with a new one. */
const dayToCome = ({ promised_day }: HeldRenewal, now: Date): IsoDate | undefined =>
  promised_day !== null && promised_day >= kuwaitDate(now) ? promised_day : undefined;

async function change(
  trx: Transaction<Schema>,
  { id }: HeldRenewal,
  to: {
    readonly state?: RenewalState;
    readonly changed_at?: Date;
    readonly filing_by?: number;
    readonly filing_since?: Date;
    readonly policy_number?: string;
    readonly cover_id?: number;
  },
): Promise<void> {
  await trx.updateTable("renewals").set(to).where("id", "=", id).execute();
}

/** The constraint has the last word: where other cover holds the period, its money is owed back. */
async function issue(
  deps: FilingDeps,
  trx: Transaction<Schema>,
  held: HeldRenewal,
  policyNumber: PolicyNumber,
): Promise<"issued" | "period-taken"> {
  const now = deps.clock.now();
  const paid = await paidLine(deps, trx, held);
  const cover = await trx
    .insertInto("covers")
    .values({
      worker_id: held.worker_id,
      from_day: paid.from,
      until_day: paid.until,
      source: "issued",
      policy_number: policyNumber,
      known_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (cover === undefined) {
    await owe(deps, trx, held, { from: stepIn(nextRenewal, held.state, "period-taken"), kind: "period-taken" });
    await tellPayer(deps, trx, held, { about: "filing", message: deps.notices.taken(paid) });
    return "period-taken";
  }
  const state = stepIn(nextRenewal, held.state, "issued");
  await change(trx, held, { state, policy_number: policyNumber, cover_id: cover.id, changed_at: now });
  await tellPayer(deps, trx, held, { about: "filing", message: deps.notices.issued(paid, policyNumber) });
  return "issued";
}

/** What was paid is owed back, if anything was, and a person sees to it. */
async function owe(
  deps: FilingDeps,
  trx: Transaction<Schema>,
  held: HeldRenewal,
  { from, kind }: { readonly from: RenewalState; readonly kind: "filing-rejected" | "period-taken" },
): Promise<PaidLine> {
  const now = deps.clock.now();
  const paid = await paidLine(deps, trx, held);
  const state = paid.fils === 0 ? from : stepIn(nextRenewal, from, "refund-opened");
  await change(trx, held, { state, changed_at: now });
  const receipt = await trx
    .selectFrom("receipts")
    .select("attempt_id")
    .where("intent_id", "=", held.intent_id)
    .executeTakeFirst();
  const of = {
    intent: held.intent_id,
    renewal: held.id,
    worker: held.worker_id,
    ...(receipt?.attempt_id == null ? {} : { attempt: receipt.attempt_id }),
  };
  const effectKey = `${kind}:line:${held.intent_line_id}`;
  await openCase(trx, { kind, effectKey, ...of, detail: { refundFils: paid.fils } }, now);
  return paid;
}
