// The one transition that a gateway's word can make: under the workers' and the intent's locks, once, with all that follows from it.
import type { Transaction } from "kysely";
import { fils } from "../domain/kwd.js";
import { type AttemptState, type IntentState, nextAttempt, nextIntent } from "../domain/payment.js";
import type { Settled } from "../payments/books.js";
import type { GatewayAnswer } from "../payments/gateway.js";
import { isUnderWay, judge } from "../payments/verdict.js";
import { giveUp, isOutOfTime, settleConflict } from "./conflicts.js";
import { readIntentLines } from "./intent-lines.js";
import { stateNow } from "./intent-records.js";
import type { Ledger } from "./ledger.js";
import { settlePaid } from "./paid.js";
import type { Schema } from "./schema.js";
import { step } from "./step.js";
import { tell } from "./tell.js";
import { lockTried, moveAttempt, moveIntent, noteAsked, type Tried, toSettled } from "./tried.js";

/** `undefined` for a reference that is not ours. */
export async function settle(
  ledger: Ledger,
  trx: Transaction<Schema>,
  reference: string,
  answer: GatewayAnswer,
): Promise<Settled | undefined> {
  const tried = await lockTried(trx, reference);
  if (tried === undefined) return undefined;
  const intent = tried.intent.state as IntentState;
  const from = tried.attempt.state as AttemptState;
  const verdict = judge(answer, tried.attempt, intent);

  // An end that is known already (a second callback), or a word that an end cannot take back, changes nothing.
  if (nextAttempt(from, verdict.event) === undefined) {
    await noteAsked(ledger, trx, tried, from, answer);
    return { ...toSettled(tried, from, intent), step: "refused" };
  }
  if (verdict.event === "captured") return settleCapture(ledger, trx, tried, answer);
  if (verdict.event === "conflicted") return settleConflict(ledger, trx, tried, answer, verdict.why);
  const isUndecided = verdict.event === "pending" || verdict.event === "no-answer";
  if (isUndecided && isOutOfTime(ledger, tried)) return giveUp(ledger, trx, tried, answer);

  const to = await moveAttempt(ledger, trx, tried, verdict.event, answer);
  if (isUnderWay(to)) return toSettled(tried, to, intent);
  const left = await moveIntent(trx, tried, "attempt-failed");
  await tellFailed(ledger, trx, tried, to, left);
  return toSettled(tried, to, left);
}

async function settleCapture(
  ledger: Ledger,
  trx: Transaction<Schema>,
  tried: Tried,
  answer: GatewayAnswer,
): Promise<Settled> {
  const { intent, attempt } = tried;
  const renewed = await settlePaid(ledger, trx, { intent: intent.id, event: "captured", attempt: attempt.id });
  if (renewed.length === 0) return settleConflict(ledger, trx, tried, answer, "period-taken");
  const to = await moveAttempt(ledger, trx, tried, "captured", answer);
  return toSettled(tried, to, step(nextIntent, intent.state as IntentState, "captured"));
}

/** Said only while the same link can still be paid, and only to somebody who was led to the gateway. */
async function tellFailed(
  ledger: Ledger,
  trx: Transaction<Schema>,
  { intent, attempt }: Tried,
  how: AttemptState,
  left: IntentState,
): Promise<void> {
  const now = ledger.clock.now();
  const isPayable = stateNow({ state: left, expires_at: intent.expires_at }, now) === "open";
  if (!isPayable || attempt.redirect_url_sealed === null) return;
  if (how !== "declined" && how !== "cancelled" && how !== "expired") return;
  const lines = (await readIntentLines(trx, ledger.vault, [intent.id])).get(intent.id) ?? [];
  const message = ledger.notices.failed({
    how,
    lines: lines.map(({ shown }) => shown),
    totalFils: fils(intent.total_fils),
    expiresAt: intent.expires_at,
    url: await ledger.mintLink(trx, "pay", intent.id, now),
  });
  await tell(ledger, trx, intent, `${how}:${attempt.id}`, message);
}
