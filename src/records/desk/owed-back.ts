// Money that a case is about: of a renewal that was not issued, or a whole payment that could not count; held, and given back once.
import type { Transaction } from "kysely";
import { paymentRefunded, renewalRefunded, type Uncounted } from "../../desk/refund-notice.js";
import { fils } from "../../domain/kwd.js";
import { nextAttempt } from "../../domain/payment.js";
import { nextRenewal } from "../../domain/renewal.js";
import type { Service } from "../../journeys/world.js";
import { conflicts } from "../../payments/verdict.js";
import type { Ledger } from "../ledger.js";
import type { Schema } from "../schema.js";
import { step } from "../step.js";
import { tell } from "../tell.js";
import { lockTried, type Tried } from "../tried.js";
import { type HeldRenewal, holdRenewal, paidLine, tellPayer } from "./held-renewal.js";

type Giving = Pick<Ledger, "vault" | "render" | "clock"> & { readonly service: Pick<Service, "operator" | "hotline"> };

type OwedBack =
  | { readonly of: "renewal"; readonly held: HeldRenewal }
  | { readonly of: "payment"; readonly tried: Tried; readonly uncounted: Uncounted };

/** What is still owed back in a case, under its locks; they come before the case's own, as whoever pays or files takes them. */
export async function holdOwed(trx: Transaction<Schema>, id: number): Promise<OwedBack | undefined> {
  const row = await trx
    .selectFrom("cases")
    .innerJoin("case_events", (join) =>
      join.onRef("case_events.case_id", "=", "cases.id").on("case_events.event", "=", "opened"),
    )
    .leftJoin("attempts", "attempts.id", "cases.attempt_id")
    .select(["cases.kind", "cases.renewal_id", "attempts.reference", "case_events.detail"])
    .where("cases.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.renewal_id !== null) {
    const held = await holdRenewal(trx, row.renewal_id);
    return held?.state === "refund-due" ? { of: "renewal", held } : undefined;
  }
  const why = conflicts.find((kind) => kind === row.kind);
  if (why === undefined || row.reference === null) return undefined;
  const tried = await lockTried(trx, row.reference);
  if (tried?.attempt.state !== "conflicted") return undefined;
  const { refundFils, currency } = row.detail;
  return { of: "payment", tried, uncounted: { why, fils: fils(Number(refundFils)), currency: String(currency) } };
}

/** Its payer is told at once, in the same transaction. */
export async function giveBack(deps: Giving, trx: Transaction<Schema>, owed: OwedBack): Promise<void> {
  if (owed.of === "renewal") return giveRenewalBack(deps, trx, owed.held);
  const { intent, attempt } = owed.tried;
  await trx
    .updateTable("attempts")
    .set({ state: step(nextAttempt, "conflicted", "refunded") })
    .where("id", "=", attempt.id)
    .execute();
  await tell(deps, trx, intent, `refunded:attempt:${attempt.id}`, paymentRefunded(owed.uncounted, deps.service));
}

async function giveRenewalBack(deps: Giving, trx: Transaction<Schema>, held: HeldRenewal): Promise<void> {
  await trx
    .updateTable("renewals")
    .set({ state: step(nextRenewal, held.state, "refunded"), changed_at: deps.clock.now() })
    .where("id", "=", held.id)
    .execute();
  const message = renewalRefunded(await paidLine(deps, trx, held), deps.service);
  await tellPayer(deps, trx, held, { about: "refunded", message });
}
