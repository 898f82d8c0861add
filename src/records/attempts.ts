// Tries at a gateway: begun under lock, committed before the gateway is called, and found again whatever happens in between.
import type { Transaction } from "kysely";
import { fils } from "../domain/kwd.js";
import { type AttemptState, type IntentState, nextAttempt, nextIntent } from "../domain/payment.js";
import { backOff } from "../payments/back-off.js";
import type { AttemptBooks, BegunAttempt } from "../payments/books.js";
import type { Gateway } from "../payments/gateway.js";
import { isUnderWay, underWay } from "../payments/verdict.js";
import type { Language } from "../words/line.js";
import { readIntentLines } from "./intent-lines.js";
import { stateNow, toAttempt } from "./intent-records.js";
import type { Ledger } from "./ledger.js";
import { intentOfLink } from "./links.js";
import type { Schema } from "./schema.js";
import { lockTried, settle } from "./settle.js";
import { step } from "./step.js";
import { creatingMs, isTaken, lockWorkers, rivalOf } from "./taken.js";
import { tell } from "./tell.js";

const redirectColumn = "attempts.redirect_url_sealed";
/** Longer than twenty slow gateways in a row: whoever took them has asked by then, or is dead. */
const claimMs = 2 * 60 * 1000;

export function createAttemptBooks(ledger: Ledger): AttemptBooks {
  const { db, vault, clock } = ledger;
  return {
    begin: (token, gateway, reference) =>
      db.transaction().execute(async (trx) => {
        const id = await intentOfLink(trx, token, ["pay"]);
        return id === undefined ? { ok: false, reason: "unknown-link" } : begin(ledger, trx, id, gateway, reference);
      }),

    created: (reference, created) =>
      db.transaction().execute(async (trx) => {
        const tried = await lockTried(trx, reference);
        if (tried === undefined) return "too-late";
        const { attempt } = tried;
        const now = clock.now();
        if (!created.ok) {
          await settle(ledger, trx, reference, { status: created.reason === "refused" ? "failed" : "unknown" });
          return "recorded";
        }
        // Meanwhile somebody else may have been let through to the gateway (see creatingMs): this page must not be handed out.
        if (now.getTime() - attempt.opened_at.getTime() >= creatingMs) return "too-late";
        const state = nextAttempt(attempt.state as AttemptState, "pending") ?? (attempt.state as AttemptState);
        await trx
          .updateTable("attempts")
          .set({
            state,
            redirect_url_sealed: vault.seal.seal(created.redirectUrl, redirectColumn),
            provider_refs: JSON.stringify({ ...attempt.provider_refs, ...created.providerRefs }),
            expires_at: created.expiresAt ?? null,
            ask_next_at: new Date(now.getTime() + backOff.firstMs),
          })
          .where("id", "=", attempt.id)
          .execute();
        return "recorded";
      }),

    async byReference(reference) {
      const row = await db.selectFrom("attempts").selectAll().where("reference", "=", reference).executeTakeFirst();
      return row && toAttempt(vault, row);
    },

    settle: (reference, answer) => db.transaction().execute((trx) => settle(ledger, trx, reference, answer)),

    tellUnanswered: (reference) =>
      db.transaction().execute(async (trx) => {
        const row = await trx
          .selectFrom("attempts")
          .innerJoin("intents", "intents.id", "attempts.intent_id")
          .select(["attempts.id", "attempts.fils", "intents.chat", "intents.language"])
          .where("attempts.reference", "=", reference)
          .where("attempts.state", "in", underWay)
          // Held still: it must not be told after the end of the try is.
          .forUpdate("attempts")
          .executeTakeFirst();
        if (row === undefined) return;
        await tell(ledger, trx, row, `unanswered:${row.id}`, ledger.notices.unanswered(fils(row.fils)));
      }),

    async due(limit) {
      const now = clock.now();
      const rows = await db
        .updateTable("attempts")
        .set({ ask_next_at: new Date(now.getTime() + claimMs) })
        .where("id", "in", (from) =>
          from
            .selectFrom("attempts")
            .select("id")
            .where("ask_next_at", "<=", now)
            .orderBy("ask_next_at")
            .limit(limit)
            .forUpdate()
            .skipLocked(),
        )
        .returning("reference")
        .execute();
      return rows.map(({ reference }) => reference);
    },
  };
}

async function begin(
  ledger: Ledger,
  trx: Transaction<Schema>,
  id: number,
  gateway: Gateway["name"],
  reference: string,
): Promise<BegunAttempt> {
  const { vault, clock } = ledger;
  const now = clock.now();
  const lines = (await readIntentLines(trx, vault, [id])).get(id) ?? [];
  await lockWorkers(
    trx,
    lines.map(({ worker }) => worker),
  );
  const intent = await trx.selectFrom("intents").selectAll().where("id", "=", id).forUpdate().executeTakeFirstOrThrow();
  const closed = closedReason(stateNow(intent, now));
  if (closed !== undefined) return { ok: false, reason: closed };
  for (const line of lines) {
    if (await isTaken(trx, line)) return { ok: false, reason: "covered", worker: line.shown.worker };
    const rival = await rivalOf(trx, line, { exceptIntent: id, now });
    if (rival !== undefined)
      return { ok: false, reason: "paying-elsewhere", worker: line.shown.worker, reference: rival };
  }

  const latest = await trx
    .selectFrom("attempts")
    .selectAll()
    .where("intent_id", "=", id)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  const owed = { fils: fils(intent.total_fils), currency: "KWD", language: intent.language as Language } as const;
  if (latest !== undefined && isUnderWay(latest.state as AttemptState)) {
    // It goes to the gateway (again): from now on it blocks others for as long as that may take.
    if (latest.redirect_url_sealed === null)
      await trx.updateTable("attempts").set({ opened_at: now }).where("id", "=", latest.id).execute();
    return { ok: true, attempt: toAttempt(vault, latest), ...owed };
  }
  const opened = await trx
    .insertInto("attempts")
    .values({
      intent_id: id,
      gateway,
      reference,
      state: "opening",
      fils: owed.fils,
      currency: owed.currency,
      opened_at: now,
      provider_refs: "{}",
      ask_next_at: new Date(now.getTime() + backOff.firstMs),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await trx
    .updateTable("intents")
    .set({ state: step(nextIntent, intent.state as IntentState, "attempt-opened") })
    .where("id", "=", id)
    .execute();
  return { ok: true, attempt: toAttempt(vault, opened), ...owed };
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
