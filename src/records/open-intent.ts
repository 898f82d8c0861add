// Opening what is owed: one transaction under the turn's fence and the workers' locks, once for its key and what was accepted.
import type { Transaction } from "kysely";
import { fils } from "../domain/kwd.js";
import { type IntentState, nextIntent } from "../domain/payment.js";
import type { RenewalState } from "../domain/renewal.js";
import type { Order, OrderLine } from "../journeys/payments-port.js";
import { linkHours } from "../payments/back-off.js";
import type { OpenedIntent, Payer } from "../payments/books.js";
import { holdFence } from "./fence.js";
import { effectKeyOf, intentsOf, isOfDraft } from "./intent-records.js";
import type { Ledger } from "./ledger.js";
import { settlePaid } from "./paid.js";
import type { Schema } from "./schema.js";
import { step } from "./step.js";
import { isTaken, lockWorkers, rivalOf } from "./taken.js";
import { rowOfWorkerId } from "./worker-id.js";

export async function openIntent(
  ledger: Ledger,
  trx: Transaction<Schema>,
  key: string,
  order: Order,
  payer: Payer,
): Promise<OpenedIntent> {
  await holdFence(trx, payer.fence);
  const effectKey = await freeKey(trx, effectKeyOf(payer.fence.chat, key, order.quoteDigest));
  if (typeof effectKey === "number") return openedBefore(ledger, trx, effectKey);

  const refused = await refuse(ledger, trx, order.lines);
  if (refused !== undefined) return refused;
  await supersedeOlder(trx, key, order, payer);
  const intent = await insertIntent(ledger, trx, effectKey, order, payer);
  if (order.totalFils === 0) {
    const renewed = await settlePaid(ledger, trx, { intent, event: "nothing-to-pay" });
    return { ok: true, kind: "nothing-to-pay", renewals: renewed.map(({ state }) => state) };
  }
  return openedBefore(ledger, trx, intent);
}

/**
 * The intent that was opened under this key, or the key to open one under. What another acceptance superseded is not given back:
 * accepted once more, it is opened anew.
 */
async function freeKey(trx: Transaction<Schema>, effectKey: string): Promise<string | number> {
  const before = await trx
    .selectFrom("intents")
    .select(["id", "state"])
    .where("effect_key", "=", effectKey)
    .executeTakeFirst();
  if (before === undefined) return effectKey;
  return before.state === "superseded" ? freeKey(trx, `${effectKey}:${before.id}`) : before.id;
}

/** The same answer for the same key: its link again, or the renewals that cost nothing. */
async function openedBefore(ledger: Ledger, trx: Transaction<Schema>, id: number): Promise<OpenedIntent> {
  const intent = await trx.selectFrom("intents").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  if (intent.total_fils === 0) {
    const rows = await trx
      .selectFrom("renewals")
      .innerJoin("intent_lines", "intent_lines.id", "renewals.intent_line_id")
      .select("renewals.state")
      .where("intent_lines.intent_id", "=", id)
      .orderBy("intent_lines.id")
      .execute();
    return { ok: true, kind: "nothing-to-pay", renewals: rows.map(({ state }) => state as RenewalState) };
  }
  const url = await ledger.mintLink(trx, "pay", id, ledger.clock.now());
  return { ok: true, kind: "owed", intent: id, url, totalFils: fils(intent.total_fils), expiresAt: intent.expires_at };
}

/** Only workers on record can be paid for, and only for a period that nobody has and nobody is paying for. */
async function refuse(
  { clock }: Ledger,
  trx: Transaction<Schema>,
  lines: readonly OrderLine[],
): Promise<Extract<OpenedIntent, { ok: false }> | undefined> {
  const onRecord = await lockWorkers(trx, lines.map(toWorkerId));
  for (const line of lines) {
    const { worker, from, until } = line;
    if (!onRecord.has(toWorkerId(line))) return { ok: false, reason: "no-worker", worker };
    const period = { worker: toWorkerId(line), from, until };
    if (await isTaken(trx, period)) return { ok: false, reason: "covered", worker };
    const reference = await rivalOf(trx, period, { now: clock.now() });
    if (reference !== undefined) return { ok: false, reason: "paying", worker, reference };
  }
  return undefined;
}

/** Neither two drafts of one person nor two acceptances in one draft leave two links to pay for one worker. */
async function supersedeOlder(trx: Transaction<Schema>, key: string, order: Order, payer: Payer): Promise<void> {
  const older = await intentsOf(trx, payer)
    .select(["id", "state"])
    .where("state", "in", ["open", "paying"])
    .where((where) =>
      where.or([
        isOfDraft(where, payer.fence.chat, key),
        where("id", "in", (from) =>
          from.selectFrom("intent_lines").select("intent_id").where("worker_id", "in", order.lines.map(toWorkerId)),
        ),
      ]),
    )
    .orderBy("id")
    .forUpdate()
    .execute();
  for (const { id, state } of older) {
    await trx
      .updateTable("intents")
      .set({ state: step(nextIntent, state as IntentState, "superseded") })
      .where("id", "=", id)
      .execute();
  }
}

async function insertIntent(
  { clock, feeSchedule }: Ledger,
  trx: Transaction<Schema>,
  effectKey: string,
  order: Order,
  payer: Payer,
): Promise<number> {
  const sum = order.lines.reduce((total, line) => total + line.fils, 0);
  if (sum !== order.totalFils) throw new Error("an order's total is not the sum of its lines");
  const now = clock.now();
  const { id } = await trx
    .insertInto("intents")
    .values({
      effect_key: effectKey,
      state: "open",
      payer: order.payer,
      chat: payer.fence.chat,
      account_id: order.payer === "account" && payer.account !== undefined ? Number(payer.account) : null,
      language: payer.language,
      total_fils: order.totalFils,
      fee_schedule: feeSchedule,
      quote_digest: order.quoteDigest,
      terms_version: order.termsVersion,
      accepted_at: now,
      opened_at: now,
      expires_at: new Date(now.getTime() + linkHours * 3600 * 1000),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("intent_lines")
    .values(
      order.lines.map((line) => ({
        intent_id: id,
        worker_id: toWorkerId(line),
        from_day: line.from,
        until_day: line.until,
        years: line.years,
        fils: line.fils,
        rule: line.rule,
        source: line.source,
        certainty: line.certainty,
      })),
    )
    .execute();
  return id;
}

/** 0 is nobody's row: a worker who is only tracked cannot be paid for. */
function toWorkerId({ worker }: OrderLine): number {
  return rowOfWorkerId("record", worker) ?? 0;
}
