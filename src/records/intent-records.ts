// Reads intents as payments knows them: lines, newest try, receipt number; and tells an ended link from an open one.
import { type ExpressionBuilder, type Kysely, type Selectable, sql } from "kysely";
import type { Fils } from "../domain/kwd.js";
import { type AttemptState, type IntentState, nextIntent } from "../domain/payment.js";
import type { AttemptRecord, IntentRecord, Payer } from "../payments/books.js";
import type { Gateway } from "../payments/gateway.js";
import type { Language } from "../words/line.js";
import { readIntentLines } from "./intent-lines.js";
import type { Ledger } from "./ledger.js";
import type { Schema } from "./schema.js";

type IntentRow = Selectable<Schema["intents"]>;
type AttemptRow = Selectable<Schema["attempts"]>;

/** A key is a draft's: no other chat's draft means the same intent by it. What was accepted in it tells its intents apart. */
export const effectKeyOf = (chat: string, key: string, quoteDigest: string) => `${draftOf(chat, key)}:${quoteDigest}`;

const draftOf = (chat: string, key: string) => `${chat}:${key}`;

/** Opened by this draft of the chat, whatever was accepted in it. An older intent has the draft alone for its key. */
export function isOfDraft(where: ExpressionBuilder<Schema, "intents">, chat: string, key: string) {
  const draft = draftOf(chat, key);
  return where.or([
    where("effect_key", "=", draft),
    sql<boolean>`starts_with(${where.ref("effect_key")}, ${`${draft}:`})`,
  ]);
}

/** @returns in the order of `ids` */
export async function readIntents(
  { vault, clock }: Ledger,
  db: Kysely<Schema>,
  ids: readonly number[],
): Promise<readonly IntentRecord[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("intents")
    .selectAll()
    .where("id", "in", [...ids])
    .execute();
  const attempts = await db
    .selectFrom("attempts")
    .selectAll()
    .distinctOn("intent_id")
    .where("intent_id", "in", [...ids])
    .orderBy("intent_id")
    .orderBy("id", "desc")
    .execute();
  const receipts = await db
    .selectFrom("receipts")
    .select(["intent_id", "number"])
    .where("intent_id", "in", [...ids])
    .execute();
  const lines = await readIntentLines(db, vault, ids);
  const now = clock.now();
  return ids.flatMap((id) => {
    const row = rows.find((each) => each.id === id);
    if (row === undefined) return [];
    const attempt = attempts.find((each) => each.intent_id === id);
    const receipt = receipts.find((each) => each.intent_id === id);
    return [
      {
        id,
        state: stateNow(row, now),
        language: row.language as Language,
        lines: (lines.get(id) ?? []).map(({ shown }) => shown),
        totalFils: row.total_fils as Fils,
        termsVersion: row.terms_version,
        expiresAt: row.expires_at,
        ...(attempt === undefined ? {} : { attempt: toAttempt(vault, attempt) }),
        ...(receipt === undefined ? {} : { receiptNumber: receipt.number }),
      },
    ];
  });
}

/** A link ends on time, whether or not the mop-up has come by to write it down. */
export function stateNow(row: Pick<IntentRow, "state" | "expires_at">, now: Date): IntentState {
  const state = row.state as IntentState;
  return row.expires_at <= now ? (nextIntent(state, "expired") ?? state) : state;
}

export function toAttempt(vault: Ledger["vault"], row: AttemptRow): AttemptRecord {
  const { reference, gateway, state, provider_refs, redirect_url_sealed } = row;
  return {
    reference,
    gateway: gateway as Gateway["name"],
    state: state as AttemptState,
    providerRefs: provider_refs,
    ...(redirect_url_sealed === null
      ? {}
      : { redirectUrl: vault.seal.open(redirect_url_sealed, "attempts.redirect_url_sealed") }),
  };
}

/** Intents of the payer: of the account wherever it chats, and those this chat opened without one. */
export function intentsOf(db: Kysely<Schema>, { fence, account }: Payer) {
  return db.selectFrom("intents").where((where) => {
    const withoutAccount = where.and([where("chat", "=", fence.chat), where("account_id", "is", null)]);
    return account === undefined
      ? withoutAccount
      : where.or([where("account_id", "=", Number(account)), withoutAccount]);
  });
}
