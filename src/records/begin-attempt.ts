// The two phases of a try on our side: recorded as opening before the gateway is called, and what the gateway said after.
import type { Selectable, Transaction } from "kysely";
import { fils } from "../domain/kwd.js";
import { type AttemptState, type IntentState, nextAttempt, nextIntent } from "../domain/payment.js";
import { backOff } from "../payments/back-off.js";
import type { BegunAttempt } from "../payments/books.js";
import type { Created, Gateway } from "../payments/gateway.js";
import { isUnderWay } from "../payments/verdict.js";
import type { Language } from "../words/line.js";
import { readIntentLines } from "./intent-lines.js";
import { stateNow, toAttempt } from "./intent-records.js";
import type { Ledger } from "./ledger.js";
import type { Schema } from "./schema.js";
import { settle } from "./settle.js";
import { step } from "./step.js";
import { creatingMs, isTaken, lockWorkers, rivalOf } from "./taken.js";
import { lockTried } from "./tried.js";

type Begun = { readonly gateway: Gateway["name"]; readonly reference: string };

export async function beginAttempt(
  ledger: Ledger,
  trx: Transaction<Schema>,
  id: number,
  begun: Begun,
): Promise<BegunAttempt> {
  const { vault, clock } = ledger;
  const now = clock.now();
  const lines = (await readIntentLines(trx, vault, [id])).get(id) ?? [];
  await lockWorkers(
    trx,
    lines.map(({ worker }) => worker),
  );
  const intent = await trx.selectFrom("intents").selectAll().where("id", "=", id).forUpdate().executeTakeFirstOrThrow();
  const reason = closedReason(stateNow(intent, now));
  if (reason !== undefined) return { ok: false, reason };
  for (const line of lines) {
    const { worker } = line.shown;
    if (await isTaken(trx, line)) return { ok: false, reason: "covered", worker };
    const reference = await rivalOf(trx, line, { exceptIntent: id, now });
    if (reference !== undefined) return { ok: false, reason: "paying-elsewhere", worker, reference };
  }
  const attempt = (await resume(trx, id, now)) ?? (await insertAttempt(trx, intent, begun, now));
  const owed = { fils: fils(intent.total_fils), currency: "KWD", language: intent.language as Language } as const;
  return { ok: true, attempt: toAttempt(vault, attempt), ...owed };
}

/** The intent's try under way; at most one is. Without its page it goes to the gateway again, and blocks others for as long as that may take. */
async function resume(
  trx: Transaction<Schema>,
  intent: number,
  now: Date,
): Promise<Selectable<Schema["attempts"]> | undefined> {
  const latest = await trx
    .selectFrom("attempts")
    .selectAll()
    .where("intent_id", "=", intent)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (latest === undefined || !isUnderWay(latest.state as AttemptState)) return undefined;
  if (latest.redirect_url_sealed === null) {
    await trx.updateTable("attempts").set({ opened_at: now }).where("id", "=", latest.id).execute();
  }
  return latest;
}

async function insertAttempt(
  trx: Transaction<Schema>,
  intent: Selectable<Schema["intents"]>,
  { gateway, reference }: Begun,
  now: Date,
): Promise<Selectable<Schema["attempts"]>> {
  await trx
    .updateTable("intents")
    .set({ state: step(nextIntent, intent.state as IntentState, "attempt-opened") })
    .where("id", "=", intent.id)
    .execute();
  return trx
    .insertInto("attempts")
    .values({
      intent_id: intent.id,
      gateway,
      reference,
      state: "opening",
      fils: intent.total_fils,
      currency: "KWD",
      opened_at: now,
      provider_refs: "{}",
      ask_next_at: new Date(now.getTime() + backOff.firstMs),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function recordCreated(
  ledger: Ledger,
  trx: Transaction<Schema>,
  reference: string,
  created: Created,
): Promise<"recorded" | "too-late"> {
  if (!created.ok) {
    await settle(ledger, trx, reference, { status: created.reason === "refused" ? "failed" : "unknown" });
    return "recorded";
  }
  const { vault, clock } = ledger;
  const attempt = (await lockTried(trx, reference))?.attempt;
  const state = attempt && nextAttempt(attempt.state as AttemptState, "pending");
  if (attempt === undefined || state === undefined) return "too-late";
  const now = clock.now();
  // Meanwhile somebody else may have been let through to the gateway (see creatingMs): this page must not be handed out.
  if (now.getTime() - attempt.opened_at.getTime() >= creatingMs) return "too-late";
  await trx
    .updateTable("attempts")
    .set({
      state,
      redirect_url_sealed: vault.seal.seal(created.redirectUrl, "attempts.redirect_url_sealed"),
      provider_refs: JSON.stringify({ ...attempt.provider_refs, ...created.providerRefs }),
      expires_at: created.expiresAt ?? null,
      ask_next_at: new Date(now.getTime() + backOff.firstMs),
    })
    .where("id", "=", attempt.id)
    .execute();
  return "recorded";
}

function closedReason(state: IntentState): "paid" | "conflicted" | "superseded" | "expired" | undefined {
  switch (state) {
    case "open":
    case "paying":
      return undefined;
    case "cancelled":
      return "superseded";
    default:
      return state;
  }
}
