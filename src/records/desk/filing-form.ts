// What the Ministry's form asks for, in full, and the trace of whoever saw it.
import type { Transaction } from "kysely";
import type { FilingForm } from "../../desk/filings.js";
import type { Staff } from "../../desk/staff.js";
import type { IsoDate } from "../../domain/iso-date.js";
import type { Fils } from "../../domain/kwd.js";
import type { Ledger } from "../ledger.js";
import type { Schema } from "../schema.js";
import { openCivilId, openName } from "../sealed-person.js";
import { noteAccess } from "./access-log.js";

/** Whoever sees it is written down with whom it was about, in the same transaction. */
export async function showForm(
  { vault, clock }: Pick<Ledger, "vault" | "clock">,
  trx: Transaction<Schema>,
  { id, by, key }: { readonly id: number; readonly by: Staff; readonly key: string },
): Promise<FilingForm> {
  const row = await trx
    .selectFrom("renewals")
    .innerJoin("intent_lines", "intent_lines.id", "renewals.intent_line_id")
    .innerJoin("receipts", "receipts.intent_id", "intent_lines.intent_id")
    .innerJoin("workers", "workers.id", "renewals.worker_id")
    .innerJoin("sponsors", "sponsors.id", "workers.sponsor_id")
    .select([
      "renewals.from_day",
      "renewals.until_day",
      "intent_lines.fils",
      "receipts.number",
      "workers.article",
      "workers.civil_id_sealed",
      "workers.name_sealed",
      "sponsors.id as sponsor_id",
      "sponsors.civil_id_sealed as sponsor_civil_id_sealed",
      "sponsors.name_sealed as sponsor_name_sealed",
    ])
    .where("renewals.id", "=", id)
    .executeTakeFirstOrThrow();
  const seen = { staff: by.id, what: "filing", sponsor: row.sponsor_id, effectKey: key, at: clock.now() } as const;
  await noteAccess(trx, vault, seen);
  return {
    sponsor: {
      name: openName(vault, row.sponsor_name_sealed, "sponsors.name_sealed"),
      civilId: openCivilId(vault, row.sponsor_civil_id_sealed, "sponsors.civil_id_sealed"),
    },
    worker: {
      name: openName(vault, row.name_sealed, "workers.name_sealed"),
      civilId: openCivilId(vault, row.civil_id_sealed, "workers.civil_id_sealed"),
    },
    article: row.article,
    from: row.from_day as IsoDate,
    until: row.until_day as IsoDate,
    fils: row.fils as Fils,
    receiptNumber: row.number,
  };
}
