// Ends that only a person can mend: money that cannot count, and a try of which the gateway never said how it ended.
import type { Transaction } from "kysely";
import { fils } from "../domain/kwd.js";
import { givesUpAt } from "../payments/back-off.js";
import type { Settled } from "../payments/books.js";
import type { GatewayAnswer } from "../payments/gateway.js";
import type { Conflict } from "../payments/verdict.js";
import { openCase } from "./cases.js";
import type { Ledger } from "./ledger.js";
import type { Schema } from "./schema.js";
import { tell } from "./tell.js";
import { moveAttempt, moveIntent, type Tried, toSettled } from "./tried.js";

/** What came is owed back, a person sees to it, and the payer is told. */
export async function settleConflict(
  ledger: Ledger,
  trx: Transaction<Schema>,
  tried: Tried,
  answer: GatewayAnswer,
  why: Conflict,
): Promise<Settled> {
  const { intent, attempt } = tried;
  const to = await moveAttempt(ledger, trx, tried, "conflicted", answer);
  const left = await moveIntent(trx, tried, "capture-conflicted");
  const came = answer.fils ?? fils(attempt.fils);
  const effectKey = `${why}:attempt:${attempt.id}`;
  const detail = { refundFils: came, currency: answer.currency ?? attempt.currency };
  await openCase(trx, { kind: why, effectKey, intent: intent.id, attempt: attempt.id, detail }, ledger.clock.now());
  const message = ledger.notices.conflict({ why, fils: came, totalFils: fils(intent.total_fils) });
  await tell(ledger, trx, intent, `conflict:${attempt.id}`, message);
  return toSettled(tried, to, left);
}

export function isOutOfTime({ clock }: Ledger, { intent }: Tried): boolean {
  return clock.now() >= givesUpAt({ linkEndsAt: intent.expires_at });
}

/** Asked for long enough. Late money would still count; until then a person must ask. */
export async function giveUp(
  ledger: Ledger,
  trx: Transaction<Schema>,
  tried: Tried,
  answer: GatewayAnswer,
): Promise<Settled> {
  const { intent, attempt } = tried;
  const to = await moveAttempt(ledger, trx, tried, "expired", answer);
  const left = await moveIntent(trx, tried, "attempt-failed");
  // Nobody was ever led to the gateway: nothing can have been taken.
  if (attempt.redirect_url_sealed === null) return toSettled(tried, to, left);
  const effectKey = `no-outcome:attempt:${attempt.id}`;
  const of = { intent: intent.id, attempt: attempt.id, detail: { fils: attempt.fils } };
  await openCase(trx, { kind: "no-outcome", effectKey, ...of }, ledger.clock.now());
  if (left !== "paid") {
    await tell(ledger, trx, intent, `no-outcome:${attempt.id}`, ledger.notices.noOutcome(fils(intent.total_fils)));
  }
  return toSettled(tried, to, left);
}
