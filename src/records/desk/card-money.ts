// What a card tells of money: the payment that its case is about, or else what the person was last asked to pay; and what is wrong with it.
import type { Kysely, Transaction } from "kysely";
import type { Handoff } from "../../desk/handoff.js";
import type { CardFacts, CardQuoteLine, CardTrouble } from "../../desk/handoff-card.js";
import { builtInSchedules, type FeeSchedule } from "../../domain/fee-schedule.js";
import { type IsoDate, kuwaitDate } from "../../domain/iso-date.js";
import { type Fils, fils } from "../../domain/kwd.js";
import type { ReadQuote } from "../../turns/session.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { rowOfWorkerId, workerId } from "../worker-id.js";
import { maskRow } from "./mask.js";

type Of = { readonly vault: Vault; readonly fees: FeeSchedule };
type CardMoney = Pick<CardFacts, "trouble" | "quote">;

/** @param read the quote that the person last read; once something was opened to be paid since, that is what they are about */
export async function readCardMoney(
  trx: Transaction<Schema>,
  of: Of,
  handoff: Handoff,
  read: ReadQuote | undefined,
): Promise<CardMoney> {
  const payment = await readCase(trx, handoff);
  if (payment?.intent_id != null) {
    const intent = await intents(trx).where("id", "=", payment.intent_id).executeTakeFirstOrThrow();
    return { trouble: caseTrouble(payment), quote: { of: "payment", lines: await readLines(trx, of, intent) } };
  }
  const intent = await intents(trx).where("chat", "=", handoff.chat).orderBy("id", "desc").limit(1).executeTakeFirst();
  const trouble = intent && (await readTrouble(trx, intent.id));
  if (read !== undefined && (intent === undefined || intent.opened_at < new Date(read.at)))
    return { trouble, quote: { of: "read", lines: await readQuoted(trx, of, read) } };
  return { trouble, quote: intent && (await lastAsked(trx, of, intent)) };
}

const intents = (trx: Kysely<Schema>) =>
  trx.selectFrom("intents").select(["id", "state", "total_fils", "fee_schedule", "opened_at", "paid_at"]);

type Intent = Awaited<ReturnType<ReturnType<typeof intents>["executeTakeFirstOrThrow"]>>;

async function lastAsked(trx: Transaction<Schema>, of: Of, intent: Intent): Promise<CardMoney["quote"]> {
  if (intent.state === "paid" && intent.paid_at !== null)
    return { of: "paid", total: fils(intent.total_fils), on: kuwaitDate(intent.paid_at) };
  return { of: "asked", lines: await readLines(trx, of, intent) };
}

/** What a case is about, and what is owed back in it. */
export async function readTroubleOf(
  trx: Transaction<Schema>,
  id: number,
): Promise<{ readonly kind: string; readonly trouble: CardTrouble | undefined }> {
  const found = await cases(trx).where("cases.id", "=", id).executeTakeFirstOrThrow();
  return { kind: found.kind, trouble: caseTrouble(found) };
}

const readCase = (trx: Transaction<Schema>, { id }: Handoff) =>
  cases(trx)
    .where("cases.id", "=", (of) => of.selectFrom("handoffs").select("case_id").where("id", "=", id))
    .executeTakeFirst();

const cases = (trx: Transaction<Schema>) =>
  trx
    .selectFrom("cases")
    .innerJoin("case_events", (join) =>
      join.onRef("case_events.case_id", "=", "cases.id").on("case_events.event", "=", "opened"),
    )
    .select(["cases.kind", "cases.state", "cases.intent_id", "case_events.detail"]);

type Case = Awaited<ReturnType<ReturnType<typeof cases>["executeTakeFirstOrThrow"]>>;

/** Of a case that is closed meanwhile nothing is owed any more. */
function caseTrouble({ kind, state, detail }: Case): CardTrouble | undefined {
  if (state !== "open" || detail.refundFils === undefined) return undefined;
  const owed = kind === "wrong-currency" ? { currency: String(detail.currency) } : fils(Number(detail.refundFils));
  return { of: "case", kind, owed };
}

const troubles = ["declined", "cancelled", "expired", "unknown", "conflicted"] as const;

async function readTrouble(trx: Transaction<Schema>, intent: number): Promise<CardTrouble | undefined> {
  const attempt = await trx
    .selectFrom("attempts")
    .select("state")
    .where("intent_id", "=", intent)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  const ended = troubles.find((each) => each === attempt?.state);
  return ended && { of: "try", ended };
}

async function readLines(trx: Transaction<Schema>, of: Of, intent: Intent): Promise<readonly CardQuoteLine[]> {
  const rows = await trx
    .selectFrom("intent_lines")
    .innerJoin("workers", "workers.id", "intent_lines.worker_id")
    .select(["from_day", "until_day", "fils", "rule", "workers.civil_id_sealed", "workers.name_sealed"])
    .where("intent_id", "=", intent.id)
    .orderBy("intent_lines.id")
    .execute();
  const rowOf = ruleIn(of.fees, intent.fee_schedule);
  return rows.map((row) => ({
    // Agents know a worker by initials: the name is the person's to show.
    worker: maskRow(of.vault, "workers", row),
    from: row.from_day as IsoDate,
    until: row.until_day as IsoDate,
    fils: row.fils as Fils,
    rule: row.rule,
    row: rowOf(row.rule),
  }));
}

async function readQuoted(
  trx: Transaction<Schema>,
  { vault, fees }: Of,
  { schedule, lines }: ReadQuote,
): Promise<readonly CardQuoteLine[]> {
  const ids = lines.flatMap(({ worker }) => rowOfWorkerId("record", worker) ?? []);
  const rows = await trx
    .selectFrom("workers")
    .select(["id", "civil_id_sealed", "name_sealed"])
    .where("id", "in", ids.length === 0 ? [0] : ids)
    .execute();
  const rowOf = ruleIn(fees, schedule);
  return lines.map(({ worker, ...line }) => {
    const row = rows.find(({ id }) => workerId("record", id) === worker);
    return { ...line, worker: row && maskRow(vault, "workers", row), row: rowOf(line.rule) };
  });
}

function ruleIn(fees: FeeSchedule, schedule: string) {
  const rows = [fees, ...Object.values(builtInSchedules)].find(({ id }) => id === schedule)?.rows ?? [];
  return (rule: string) => rows.find(({ id }) => id === rule);
}
