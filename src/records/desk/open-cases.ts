// The open cases of a household, however each is about it: by its sponsor, a worker, or a payment; the newest first.
import { type SqlBool, sql, type Transaction } from "kysely";
import type { CardCase, Cut } from "../../desk/lookup.js";
import { maskIdentifiers } from "../../desk/mask-identifiers.js";
import { maskCivilId } from "../../domain/civil-id.js";
import { kuwaitDate } from "../../domain/iso-date.js";
import { fils } from "../../domain/kwd.js";
import { conflicts } from "../../payments/verdict.js";
import { noteColumn } from "../cases.js";
import type { Schema } from "../schema.js";
import { openCivilId } from "../sealed-person.js";
import type { Vault } from "../vault.js";

export async function readOpenCases(
  trx: Transaction<Schema>,
  vault: Vault,
  sponsor: number,
  most: number,
): Promise<Cut<CardCase>> {
  const rows = await readRows(trx, sponsor, most);
  const shown = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    openedOn: kuwaitDate(row.opened_at),
    owed: owedIn(vault, row),
    noted: notedIn(vault, row),
  }));
  return { shown, more: (rows[0]?.total ?? 0) - shown.length };
}

function readRows(trx: Transaction<Schema>, sponsor: number, most: number) {
  return (
    trx
      .selectFrom("cases")
      .leftJoin("renewals", (join) =>
        join.onRef("renewals.id", "=", "cases.renewal_id").on("renewals.state", "=", "refund-due"),
      )
      .leftJoin("intent_lines", "intent_lines.id", "renewals.intent_line_id")
      .leftJoin("workers", "workers.id", "renewals.worker_id")
      .leftJoin("case_events", (join) =>
        join.onRef("case_events.case_id", "=", "cases.id").on("case_events.event", "=", "opened"),
      )
      // A whole payment that could not count.
      .leftJoin("attempts", (join) =>
        join
          .onRef("attempts.id", "=", "cases.attempt_id")
          .on("cases.renewal_id", "is", null)
          .on("attempts.state", "=", "conflicted")
          .on("cases.kind", "in", conflicts),
      )
      .leftJoin("staff", "staff.id", "case_events.staff_id")
      .select([
        "cases.id",
        "cases.kind",
        "cases.opened_at",
        "intent_lines.fils",
        "workers.civil_id_sealed",
        "case_events.note_sealed",
        "case_events.detail",
        "attempts.id as uncounted",
        "staff.name_sealed",
        sql<number>`count(*) over ()::int`.as("total"),
      ])
      .where("cases.state", "=", "open")
      .where(isOf(sponsor))
      .orderBy("cases.id", "desc")
      .limit(most)
      .execute()
  );
}

/** Of a row of the table cases. */
export const isOf = (sponsor: number) => sql<SqlBool>`cases.id in (
  select id from cases where sponsor_id = ${sponsor}
  union select c.id from cases c join workers w on w.id = c.worker_id where w.sponsor_id = ${sponsor}
  union select c.id from cases c join intent_lines l on l.intent_id = c.intent_id
    join workers w on w.id = l.worker_id where w.sponsor_id = ${sponsor})`;

type Row = Awaited<ReturnType<typeof readRows>>[number];

function owedIn(vault: Vault, { kind, civil_id_sealed, fils: owed, uncounted, detail }: Row): CardCase["owed"] {
  if (uncounted !== null)
    return kind === "wrong-currency"
      ? { of: "payment", currency: String(detail?.currency) }
      : { of: "payment", fils: fils(Number(detail?.refundFils)) };
  if (civil_id_sealed === null || owed === null) return undefined;
  const lastFour = maskCivilId(openCivilId(vault, civil_id_sealed, "workers.civil_id_sealed"));
  return { of: "renewal", fils: fils(owed), lastFour };
}

function notedIn(vault: Vault, { note_sealed, name_sealed }: Row): CardCase["noted"] {
  if (note_sealed === null || name_sealed === null) return undefined;
  const note = vault.seal.open(note_sealed, noteColumn);
  return { by: vault.seal.open(name_sealed, "staff.name_sealed"), note: maskIdentifiers(note) };
}
