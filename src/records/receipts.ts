// Receipts: found by their link or by their payer, each line with what became of its renewal.
import type { Kysely } from "kysely";
import { maskCivilId } from "../domain/civil-id.js";
import { kuwaitDate } from "../domain/iso-date.js";
import { fils } from "../domain/kwd.js";
import { initials } from "../domain/person-name.js";
import type { RenewalState } from "../domain/renewal.js";
import type { Renewal } from "../journeys/payments-port.js";
import type { Payer, ReceiptBooks } from "../payments/books.js";
import { payerMaySee } from "../payments/payer-sees.js";
import type { MaskedPayer, ReceiptLine } from "../payments/service.js";
import type { Language } from "../words/line.js";
import { holdFence } from "./fence.js";
import { readIntentLines } from "./intent-lines.js";
import { intentsOf, isOfDraft } from "./intent-records.js";
import type { Ledger } from "./ledger.js";
import { intentOfLink } from "./links.js";
import type { Schema } from "./schema.js";
import { openCivilId, openName } from "./sealed-person.js";

/** More than that and a chat is a ledger; older receipts keep their links. */
const mostShown = 10;

export function createReceiptBooks(ledger: Ledger): ReceiptBooks {
  const { db, vault, clock, mintLink } = ledger;
  return {
    async byToken(token) {
      const id = await intentOfLink(db, token, ["receipt", "pay"]);
      if (id === undefined) return undefined;
      const row = await db
        .selectFrom("receipts")
        .innerJoin("intents", "intents.id", "receipts.intent_id")
        .leftJoin("attempts", "attempts.id", "receipts.attempt_id")
        .select([
          "receipts.number",
          "receipts.issued_at",
          "intents.effect_key",
          "intents.payer",
          "intents.account_id",
          "intents.language",
          "intents.total_fils",
          "attempts.gateway",
          "attempts.reference",
          "attempts.provider_refs",
        ])
        .where("receipts.intent_id", "=", id)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { gateway, reference, provider_refs: refs } = row;
      const payer = row.payer === "quick" ? ("quick" as const) : await maskPayer(ledger, row);
      return {
        number: row.number,
        url: await ledger.receiptUrl(db, row.effect_key, token),
        ...(payer === undefined ? {} : { payer }),
        paidAt: row.issued_at,
        paidOn: kuwaitDate(row.issued_at),
        language: row.language as Language,
        totalFils: fils(row.total_fils),
        lines: (await readRenewals(ledger, db, [id])).map(({ intent: _, paidOn: __, ...line }) => line),
        ...(gateway === null || reference === null || refs === null ? {} : { payment: { gateway, reference, refs } }),
      };
    },

    of: (payer) =>
      db.transaction().execute(async (trx) => {
        await holdFence(trx, payer.fence);
        const rows = await trx
          .selectFrom("receipts")
          .innerJoin("intents", "intents.id", "receipts.intent_id")
          .select(["receipts.number", "receipts.issued_at", "receipts.intent_id", "intents.total_fils"])
          .where("receipts.intent_id", "in", intentsOf(trx, payer).select("id"))
          .orderBy("receipts.id", "desc")
          .limit(mostShown)
          .execute();
        const lines = await readIntentLines(
          trx,
          vault,
          rows.map(({ intent_id }) => intent_id),
        );
        const receipts = [];
        for (const row of rows) {
          receipts.push({
            number: row.number,
            url: await mintLink(trx, "receipt", row.intent_id, clock.now()),
            paidOn: kuwaitDate(row.issued_at),
            totalFils: fils(row.total_fils),
            lines: (lines.get(row.intent_id) ?? []).map(({ shown }) => shown),
          });
        }
        return receipts;
      }),

    async renewalsOf(payer: Payer) {
      const rows = await db
        .selectFrom("receipts")
        .select("intent_id")
        .where("intent_id", "in", intentsOf(db, payer).select("id"))
        .orderBy("id", "desc")
        .limit(mostShown)
        .execute();
      return renewalsIn(
        ledger,
        rows.map(({ intent_id }) => intent_id),
      );
    },

    async freed(key, { fence }) {
      const row = await db
        .selectFrom("intents")
        .select("id")
        .where("chat", "=", fence.chat)
        .where((where) => isOfDraft(where, fence.chat, key))
        .where("total_fils", "=", 0)
        .where("state", "=", "paid")
        .executeTakeFirst();
      return row && renewalsIn(ledger, [row.id]);
    },
  };
}

/** The receipt is passed on: it says no more of who paid than tells two of a household apart. */
async function maskPayer(
  { db, vault }: Ledger,
  { account_id, language }: { readonly account_id: number | null; readonly language: string },
): Promise<MaskedPayer | undefined> {
  if (account_id === null) return undefined;
  const row = await db
    .selectFrom("accounts")
    .select(["civil_id_sealed", "name_sealed"])
    .where("id", "=", account_id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const name = openName(vault, row.name_sealed, "accounts.name_sealed");
  return {
    initials: initials(name[language as Language] || name.ar || name.en || ""),
    lastFour: maskCivilId(openCivilId(vault, row.civil_id_sealed, "accounts.civil_id_sealed")),
  };
}

async function renewalsIn(ledger: Ledger, intents: readonly number[]): Promise<readonly Renewal[]> {
  const renewals = await readRenewals(ledger, ledger.db, intents);
  return renewals.map(({ intent: _, ...renewal }) => renewal);
}

/** The renewals of these intents, in the intents' order and each basket's own. */
async function readRenewals(
  { vault }: Ledger,
  db: Kysely<Schema>,
  intents: readonly number[],
): Promise<readonly (Renewal & ReceiptLine & { readonly intent: number })[]> {
  if (intents.length === 0) return [];
  const lines = await readIntentLines(db, vault, intents);
  const rows = await db
    .selectFrom("renewals")
    .innerJoin("intent_lines", "intent_lines.id", "renewals.intent_line_id")
    .select(["intent_line_id", "state", "policy_number", "paid_at"])
    .where("intent_lines.intent_id", "in", [...intents])
    .execute();
  return intents.flatMap((intent) =>
    (lines.get(intent) ?? []).flatMap(({ id, shown }) => {
      const row = rows.find(({ intent_line_id }) => intent_line_id === id);
      if (row === undefined) return [];
      const known = { intent, state: row.state as RenewalState, paidOn: kuwaitDate(row.paid_at) };
      const policyNumber = payerMaySee(shown, "policy-number") ? row.policy_number : null;
      return [{ ...shown, ...known, ...(policyNumber === null ? {} : { policyNumber }) }];
    }),
  );
}
