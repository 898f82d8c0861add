// Renewals as the staff sees them: who is at them, and workers by their initials alone.
import { sql } from "kysely";
import type { Filing } from "../../desk/filings.js";
import { maskCivilId } from "../../domain/civil-id.js";
import type { IsoDate } from "../../domain/iso-date.js";
import type { Fils } from "../../domain/kwd.js";
import { initials } from "../../domain/person-name.js";
import type { RenewalState } from "../../domain/renewal.js";
import type { Db } from "../database.js";
import { openCivilId, openName } from "../sealed-person.js";
import type { Vault } from "../vault.js";

/** These are still to be filed, or to get their number. */
export const toFile = ["paid", "filed"] as const;

/** Paid before the beginning of this day in Kuwait. */
export const paidBefore = (day: IsoDate) => sql<Date>`${`${day}T00:00:00+03:00`}::timestamptz`;

/** With whose worker it is about, for the log. */
export type ReadFiling = Filing & { readonly sponsor: number };

/** @param which one of them, or a page of those to be filed, oldest first */
export async function readFilings(
  db: Db,
  vault: Vault,
  which: { readonly id: number } | { readonly offset: number; readonly limit: number },
): Promise<readonly ReadFiling[]> {
  const all = db
    .selectFrom("renewals")
    .innerJoin("intent_lines", "intent_lines.id", "renewals.intent_line_id")
    .innerJoin("workers", "workers.id", "renewals.worker_id")
    .leftJoin("staff", (join) => join.onRef("staff.id", "=", "renewals.filing_by").on("staff.state", "=", "active"))
    .select([
      "renewals.id",
      "renewals.state",
      "renewals.from_day",
      "renewals.until_day",
      "renewals.paid_at",
      "renewals.policy_number",
      "renewals.filing_since",
      "intent_lines.fils",
      "workers.sponsor_id",
      "workers.civil_id_sealed",
      "workers.name_sealed",
      "staff.id as staff_id",
      "staff.name_sealed as staff_name_sealed",
    ]);
  const rows = await ("id" in which
    ? all.where("renewals.id", "=", which.id)
    : all
        .where("renewals.state", "in", toFile)
        .orderBy("renewals.paid_at")
        .orderBy("renewals.id")
        .offset(which.offset)
        .limit(which.limit)
  ).execute();
  return rows.map((row) => {
    const name = openName(vault, row.name_sealed, "workers.name_sealed");
    const inScript = (text: string | undefined) => (text === undefined ? undefined : initials(text));
    return {
      id: row.id,
      sponsor: row.sponsor_id,
      state: row.state as RenewalState,
      worker: {
        initials: { ar: inScript(name.ar), en: inScript(name.en) },
        lastFour: maskCivilId(openCivilId(vault, row.civil_id_sealed, "workers.civil_id_sealed")),
      },
      from: row.from_day as IsoDate,
      until: row.until_day as IsoDate,
      fils: row.fils as Fils,
      paidAt: row.paid_at,
      policyNumber: row.policy_number ?? undefined,
      claim: toClaim(vault, row),
    };
  });
}

function toClaim(
  vault: Vault,
  row: {
    readonly staff_id: number | null;
    readonly staff_name_sealed: Buffer | null;
    readonly filing_since: Date | null;
  },
): Filing["claim"] {
  const { staff_id, staff_name_sealed, filing_since } = row;
  if (staff_id === null || staff_name_sealed === null || filing_since === null) return undefined;
  return { staff: staff_id, name: vault.seal.open(staff_name_sealed, "staff.name_sealed"), since: filing_since };
}
