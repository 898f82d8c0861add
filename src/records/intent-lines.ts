// The lines of intents, with as much of each worker as their payer may see.
import type { Kysely } from "kysely";
import { maskCivilId } from "../domain/civil-id.js";
import type { IsoDate } from "../domain/iso-date.js";
import type { Fils } from "../domain/kwd.js";
import { initials } from "../domain/person-name.js";
import type { PaidLine } from "../journeys/payments-port.js";
import type { Language } from "../words/line.js";
import type { DueLine } from "./renewals.js";
import type { Schema } from "./schema.js";
import { openCivilId, openName } from "./sealed-person.js";
import type { Vault } from "./vault.js";

export type IntentLine = DueLine & { readonly shown: PaidLine };

/** @returns the lines of each intent, in the order of the basket */
export async function readIntentLines(
  db: Kysely<Schema>,
  vault: Vault,
  intents: readonly number[],
): Promise<ReadonlyMap<number, readonly IntentLine[]>> {
  const byIntent = new Map<number, IntentLine[]>(intents.map((id) => [id, []]));
  if (intents.length === 0) return byIntent;
  const rows = await db
    .selectFrom("intent_lines")
    .innerJoin("intents", "intents.id", "intent_lines.intent_id")
    .innerJoin("workers", "workers.id", "intent_lines.worker_id")
    .select([
      "intent_lines.id",
      "intent_lines.intent_id",
      "intent_lines.worker_id",
      "intent_lines.from_day",
      "intent_lines.until_day",
      "intent_lines.fils",
      "intents.payer",
      "intents.language",
      "workers.civil_id_sealed",
      "workers.name_sealed",
    ])
    .where("intent_lines.intent_id", "in", [...intents])
    .orderBy("intent_lines.id")
    .execute();
  for (const row of rows) {
    const period = { from: row.from_day as IsoDate, until: row.until_day as IsoDate, fils: row.fils as Fils };
    const worker = maskWorker(vault, row, row.payer, row.language as Language);
    byIntent.get(row.intent_id)?.push({ id: row.id, worker: row.worker_id, ...period, shown: { worker, ...period } });
  }
  return byIntent;
}

/** By name for an account, by initials for somebody who gave two civil IDs. */
function maskWorker(
  vault: Vault,
  row: { readonly civil_id_sealed: Buffer; readonly name_sealed: Buffer },
  payer: "account" | "quick",
  language: Language,
): PaidLine["worker"] {
  const name = openName(vault, row.name_sealed, "workers.name_sealed");
  const masked = {
    initials: initials(name[language] || name.ar || name.en || ""),
    lastFour: maskCivilId(openCivilId(vault, row.civil_id_sealed, "workers.civil_id_sealed")),
  };
  return payer === "account" ? { name, ...masked } : masked;
}
