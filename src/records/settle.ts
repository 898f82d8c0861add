// The one transition that a gateway's word can make: under the workers' and the intent's locks, once, with all that follows from it.
import type { Selectable, Transaction } from "kysely";
import { type Fils, fils } from "../domain/kwd.js";
import { type AttemptEvent, type AttemptState, type IntentState, nextAttempt, nextIntent } from "../domain/payment.js";
import { askNextAt, givesUpAt } from "../payments/back-off.js";
import type { Settled } from "../payments/books.js";
import type { GatewayAnswer } from "../payments/gateway.js";
import { type Conflict, isUnderWay, judge } from "../payments/verdict.js";
import { openCase } from "./cases.js";
import { readIntentLines } from "./intent-lines.js";
import { stateNow } from "./intent-records.js";
import type { Ledger } from "./ledger.js";
import { settlePaid } from "./paid.js";
import type { Schema } from "./schema.js";
import { step } from "./step.js";
import { lockWorkers } from "./taken.js";
import { tell } from "./tell.js";

export type Tried = {
  readonly intent: Selectable<Schema["intents"]>;
  readonly attempt: Selectable<Schema["attempts"]>;
};

/** Locks a try with all it can change: workers first, then the intent, then the try, so that no two transactions wait for one another. */
export async function lockTried(trx: Transaction<Schema>, reference: string): Promise<Tried | undefined> {
  const lines = await trx
    .selectFrom("attempts")
    .innerJoin("intent_lines", "intent_lines.intent_id", "attempts.intent_id")
    .select(["intent_lines.worker_id", "intent_lines.intent_id"])
    .where("attempts.reference", "=", reference)
    .execute();
  const id = lines[0]?.intent_id;
  if (id === undefined) return undefined;
  await lockWorkers(
    trx,
    lines.map(({ worker_id }) => worker_id),
  );
  const intent = await trx.selectFrom("intents").selectAll().where("id", "=", id).forUpdate().executeTakeFirstOrThrow();
  const attempt = await trx
    .selectFrom("attempts")
    .selectAll()
    .where("reference", "=", reference)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { intent, attempt };
}

/** `undefined` for a reference that is not ours. */
export async function settle(
  ledger: Ledger,
  trx: Transaction<Schema>,
  reference: string,
  answer: GatewayAnswer,
): Promise<Settled | undefined> {
  const tried = await lockTried(trx, reference);
  if (tried === undefined) return undefined;
  const { intent, attempt } = tried;
  const from = attempt.state as AttemptState;
  const verdict = judge(answer, attempt, intent.state as IntentState);

  // An end that is known already (a second callback), or a word that an end cannot take back, changes nothing.
  if (nextAttempt(from, verdict.event) === undefined) return unmoved(ledger, trx, tried, answer);
  if (verdict.event === "captured") return settleCapture(ledger, trx, tried, answer);
  if (verdict.event === "conflicted") return settleConflict(ledger, trx, tried, answer, verdict.why);
  if (isOutOfTime(ledger, tried) && (verdict.event === "pending" || verdict.event === "no-answer")) {
    return giveUp(ledger, trx, tried, answer);
  }
  const to = await moveAttempt(ledger, trx, tried, verdict.event, answer);
  if (isUnderWay(to)) return { attempt: to, intent: intent.state as IntentState, moved: to !== from };
  const left = await moveIntent(trx, tried, "attempt-failed");
  await tellFailed(ledger, trx, tried, to, left);
  return { attempt: to, intent: left, moved: true };
}

async function unmoved(
  ledger: Ledger,
  trx: Transaction<Schema>,
  tried: Tried,
  answer: GatewayAnswer,
): Promise<Settled> {
  const state = tried.attempt.state as AttemptState;
  await noteAsked(ledger, trx, tried, state, answer);
  return { attempt: state, intent: tried.intent.state as IntentState, moved: false };
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
  return { attempt: to, intent: step(nextIntent, intent.state as IntentState, "captured"), moved: true };
}

/** Money came that cannot count: it is owed back, a person sees to it, and the payer is told. */
async function settleConflict(
  ledger: Ledger,
  trx: Transaction<Schema>,
  tried: Tried,
  answer: GatewayAnswer,
  why: Conflict,
): Promise<Settled> {
  const { intent, attempt } = tried;
  const to = await moveAttempt(ledger, trx, tried, "conflicted", answer);
  const left = await moveIntent(trx, tried, "capture-conflicted");
  const came: Fils = answer.fils ?? fils(attempt.fils);
  const effectKey = `${why}:attempt:${attempt.id}`;
  const detail = { refundFils: came, currency: answer.currency ?? attempt.currency };
  await openCase(trx, { kind: why, effectKey, intent: intent.id, attempt: attempt.id, detail }, ledger.clock.now());
  const message = ledger.notices.conflict({ why, fils: came, totalFils: fils(intent.total_fils) });
  await tell(ledger, trx, intent, `conflict:${attempt.id}`, message);
  return { attempt: to, intent: left, moved: true };
}

function isOutOfTime({ clock }: Ledger, { intent }: Tried): boolean {
  return clock.now() >= givesUpAt({ linkEndsAt: intent.expires_at });
}

/** The gateway never said how the try ended. Late money would still count; until then a person must ask. */
async function giveUp(ledger: Ledger, trx: Transaction<Schema>, tried: Tried, answer: GatewayAnswer): Promise<Settled> {
  const { intent, attempt } = tried;
  const to = await moveAttempt(ledger, trx, tried, "expired", answer);
  const left = await moveIntent(trx, tried, "attempt-failed");
  // Nobody was ever led to the gateway: nothing can have been taken.
  if (attempt.redirect_url_sealed === null) return { attempt: to, intent: left, moved: true };
  const effectKey = `no-outcome:attempt:${attempt.id}`;
  const of = { intent: intent.id, attempt: attempt.id, detail: { fils: attempt.fils } };
  await openCase(trx, { kind: "no-outcome", effectKey, ...of }, ledger.clock.now());
  if (left !== "paid") {
    await tell(ledger, trx, intent, `no-outcome:${attempt.id}`, ledger.notices.noOutcome(fils(intent.total_fils)));
  }
  return { attempt: to, intent: left, moved: true };
}

async function moveAttempt(
  ledger: Ledger,
  trx: Transaction<Schema>,
  tried: Tried,
  event: AttemptEvent,
  answer: GatewayAnswer,
): Promise<AttemptState> {
  const to = step(nextAttempt, tried.attempt.state as AttemptState, event);
  await noteAsked(ledger, trx, tried, to, answer);
  return to;
}

/** Every question to the gateway leaves its trace: how often it was asked, what it names the payment, and when it is asked again. */
async function noteAsked(
  { clock }: Ledger,
  trx: Transaction<Schema>,
  { intent, attempt }: Tried,
  state: AttemptState,
  answer: GatewayAnswer,
): Promise<void> {
  const now = clock.now();
  const dates = { openedAt: attempt.opened_at, linkEndsAt: intent.expires_at, pageEndsAt: attempt.expires_at };
  const askNext = askNextAt({ state, ...dates }, now);
  await trx
    .updateTable("attempts")
    .set({
      state,
      provider_refs: JSON.stringify({ ...attempt.provider_refs, ...answer.refs }),
      asked: attempt.asked + 1,
      ask_next_at: askNext ?? null,
      settled_at: isUnderWay(state) ? null : (attempt.settled_at ?? now),
    })
    .where("id", "=", attempt.id)
    .execute();
}

async function moveIntent(
  trx: Transaction<Schema>,
  { intent }: Tried,
  event: "attempt-failed" | "capture-conflicted",
): Promise<IntentState> {
  const to = step(nextIntent, intent.state as IntentState, event);
  await trx.updateTable("intents").set({ state: to }).where("id", "=", intent.id).execute();
  return to;
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
  const payable = stateNow({ state: left, expires_at: intent.expires_at }, now) === "open";
  if (!payable || attempt.redirect_url_sealed === null) return;
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
