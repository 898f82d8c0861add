// An intent becomes paid: renewals, cover where we are the registry, receipt number and the words to the chat, all in one transaction.
import { randomBytes } from "node:crypto";
import type { Transaction } from "kysely";
import { filedBy } from "../domain/filing-days.js";
import { kuwaitDate } from "../domain/iso-date.js";
import { fils } from "../domain/kwd.js";
import { type IntentState, nextIntent } from "../domain/payment.js";
import { formatReceiptNumber } from "../domain/receipt-number.js";
import type { ReceiptLine } from "../payments/service.js";
import { openCase } from "./cases.js";
import { type IntentLine, readIntentLines } from "./intent-lines.js";
import type { Ledger } from "./ledger.js";
import { type RenewedLine, renewLines } from "./renewals.js";
import type { Schema } from "./schema.js";
import { step } from "./step.js";
import { tell } from "./tell.js";

type Paid =
  | { readonly intent: number; readonly event: "captured"; readonly attempt: number }
  /** The fee was zero and was accepted. */
  | { readonly intent: number; readonly event: "nothing-to-pay" };

/**
 * Holds the workers' locks and the intent's.
 * @returns what became of each line; none, and nothing written, when every period is taken
 */
export async function settlePaid(
  ledger: Ledger,
  trx: Transaction<Schema>,
  paid: Paid,
): Promise<readonly RenewedLine[]> {
  const now = ledger.clock.now();
  const number = formatReceiptNumber(Number(kuwaitDate(now).slice(0, 4)), randomBytes(8));
  const lines = (await readIntentLines(trx, ledger.vault, [paid.intent])).get(paid.intent) ?? [];
  const promisedDay = filedBy(kuwaitDate(now), ledger.holidays);
  const renewed = await renewLines(trx, lines, { filing: ledger.filing, number, now, promisedDay });
  if (renewed.length === 0) return [];

  const attempt = paid.event === "captured" ? paid.attempt : undefined;
  const intent = await trx.selectFrom("intents").selectAll().where("id", "=", paid.intent).executeTakeFirstOrThrow();
  await trx
    .updateTable("intents")
    .set({ state: step(nextIntent, intent.state as IntentState, paid.event), paid_at: now })
    .where("id", "=", paid.intent)
    .execute();
  await trx
    .insertInto("receipts")
    .values({ intent_id: paid.intent, attempt_id: attempt ?? null, number, issued_at: now })
    .execute();
  await openRefunds(trx, { ...paid, attempt }, lines, renewed, now);
  const message = ledger.notices.receipt({
    lines: toReceiptLines(lines, renewed),
    totalFils: fils(intent.total_fils),
    number,
    promisedDay,
    url: await ledger.mintLink(trx, "receipt", paid.intent, now),
    offersAccount: await isFirstAndBare(trx, intent),
  });
  await tell(ledger, trx, intent, `receipt:${paid.intent}`, message);
  await ledger.replan(trx, { workers: lines.map(({ worker }) => worker) }, now);
  return renewed;
}

/** The payer's account has paid nothing before, and its holder has told nothing of themselves. */
async function isFirstAndBare(
  trx: Transaction<Schema>,
  { id, account_id }: { readonly id: number; readonly account_id: number | null },
): Promise<boolean> {
  if (account_id === null) return false;
  const bare = await trx
    .selectFrom("accounts")
    .select("id")
    .where("id", "=", account_id)
    .where("email_sealed", "is", null)
    .where("gender", "is", null)
    .where("governorate", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("intents")
            .select("id")
            .where("account_id", "=", account_id)
            .where("paid_at", "is not", null)
            .where("id", "<>", id),
        ),
      ),
    )
    .executeTakeFirst();
  return bare !== undefined;
}

/** The other lines of a basket go on; a line whose period was taken meanwhile is owed back, and a person sees to it. */
async function openRefunds(
  trx: Transaction<Schema>,
  paid: { readonly intent: number; readonly attempt: number | undefined },
  lines: readonly IntentLine[],
  renewed: readonly RenewedLine[],
  now: Date,
): Promise<void> {
  for (const { line, renewal, state } of renewed) {
    if (state !== "refund-due" && state !== "conflicted") continue;
    const owed = lines.find(({ id }) => id === line)?.fils ?? 0;
    const of = { intent: paid.intent, renewal, ...(paid.attempt === undefined ? {} : { attempt: paid.attempt }) };
    const detail = { refundFils: owed };
    await openCase(trx, { kind: "period-taken", effectKey: `period-taken:line:${line}`, ...of, detail }, now);
  }
}

function toReceiptLines(lines: readonly IntentLine[], renewed: readonly RenewedLine[]): readonly ReceiptLine[] {
  return lines.flatMap(({ id, shown }) => {
    const renewal = renewed.find(({ line }) => line === id);
    if (renewal === undefined) return [];
    const { state, policyNumber } = renewal;
    return [{ ...shown, state, ...(policyNumber === undefined ? {} : { policyNumber }) }];
  });
}
