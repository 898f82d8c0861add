// A try with its intent, locked together, and the steps that either can take.
import type { Selectable, Transaction } from "kysely";
import { type AttemptEvent, type AttemptState, type IntentState, nextAttempt, nextIntent } from "../domain/payment.js";
import { askNextAt } from "../payments/back-off.js";
import type { Settled } from "../payments/books.js";
import type { Gateway, GatewayAnswer } from "../payments/gateway.js";
import { isUnderWay } from "../payments/verdict.js";
import type { Ledger } from "./ledger.js";
import type { Schema } from "./schema.js";
import { step } from "./step.js";
import { lockWorkers } from "./taken.js";

export type Tried = {
  readonly intent: Selectable<Schema["intents"]>;
  readonly attempt: Selectable<Schema["attempts"]>;
};

/** Workers first, then the intent, then the try: so that no two transactions wait for one another. */
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

/** @returns the state it left the try in */
export async function moveAttempt(
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

/** Every question to the gateway leaves its trace: how often it was asked, its names for the payment, and when it is asked again. */
export async function noteAsked(
  { clock }: Ledger,
  trx: Transaction<Schema>,
  { intent, attempt }: Tried,
  state: AttemptState,
  answer: GatewayAnswer,
): Promise<void> {
  const now = clock.now();
  const dates = { openedAt: attempt.opened_at, linkEndsAt: intent.expires_at, pageEndsAt: attempt.expires_at };
  await trx
    .updateTable("attempts")
    .set({
      state,
      provider_refs: JSON.stringify({ ...attempt.provider_refs, ...answer.refs }),
      asked: attempt.asked + 1,
      ask_next_at: askNextAt({ state, ...dates }, now) ?? null,
      settled_at: isUnderWay(state) ? null : (attempt.settled_at ?? now),
    })
    .where("id", "=", attempt.id)
    .execute();
}

/** @returns the state it left the intent in */
export async function moveIntent(
  trx: Transaction<Schema>,
  { intent }: Tried,
  event: "attempt-failed" | "capture-conflicted",
): Promise<IntentState> {
  const to = step(nextIntent, intent.state as IntentState, event);
  await trx.updateTable("intents").set({ state: to }).where("id", "=", intent.id).execute();
  return to;
}

export function toSettled({ intent, attempt }: Tried, to: AttemptState, left: IntentState): Settled {
  const from = attempt.state as AttemptState;
  const taken = to === from && left === intent.state ? "same" : "taken";
  return { gateway: attempt.gateway as Gateway["name"], from, to, intent: left, step: taken };
}
