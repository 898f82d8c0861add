// What the Ministry's form asks for, in full: shown for a while, with the trace of whoever saw it.
import type { Transaction } from "kysely";
import { formShownMs, formView } from "../../desk/filing-form.js";
import type { FilingForm } from "../../desk/filings.js";
import type { Staff } from "../../desk/staff.js";
import type { IsoDate } from "../../domain/iso-date.js";
import type { Fils } from "../../domain/kwd.js";
import type { Ledger } from "../ledger.js";
import type { Schema } from "../schema.js";
import { openCivilId, openName } from "../sealed-person.js";
import type { Vault } from "../vault.js";
import { noteAccess } from "./access-log.js";
import { type RevealDeps, showFor } from "./reveals.js";

/** Whoever sees it is written down with whom it was about, in the same transaction. */
export async function showForm(
  deps: RevealDeps & Pick<Ledger, "clock">,
  trx: Transaction<Schema>,
  { id, by, key }: { readonly id: number; readonly by: Staff; readonly key: string },
): Promise<void> {
  const now = deps.clock.now();
  const { sponsor, form } = await readForm(trx, deps.vault, id);
  await noteAccess(trx, deps.vault, { staff: by.id, what: "filing", sponsor, effectKey: key, at: now });
  await showFor(trx, deps, { view: formView(form), sponsor, ms: formShownMs, by, key: `reveal:${key}`, now });
}

async function readForm(
  trx: Transaction<Schema>,
  vault: Vault,
  id: number,
): Promise<{ readonly sponsor: number; readonly form: FilingForm }> {
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
  const form: FilingForm = {
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
  return { sponsor: row.sponsor_id, form };
}
