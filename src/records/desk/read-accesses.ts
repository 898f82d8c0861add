// What stands in the access log about a chat and the record of which it is proved to be the sponsor's: the newest first.
import { type Kysely, type SqlBool, sql } from "kysely";
import { maskIdentifiers } from "../../desk/mask-identifiers.js";
import { kuwaitDate, kuwaitTime } from "../../domain/iso-date.js";
import type { Access } from "../../journeys/access-port.js";
import { provedSponsor } from "../accounts.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { firstName } from "./consents.js";

type Accessed = Access & { readonly at: Date };

/** @param most so many of them; all, where it is not said */
export async function readAccesses(
  db: Kysely<Schema>,
  vault: Vault,
  { chat, most }: { readonly chat: string; readonly most?: number },
): Promise<{ readonly newest: readonly Accessed[]; readonly total: number }> {
  const all = db
    .selectFrom("access_log")
    .innerJoin("staff", "staff.id", "access_log.staff_id")
    .select([
      "access_log.at",
      "access_log.what",
      "access_log.found_by",
      "access_log.reason_sealed",
      "staff.name_sealed",
      "staff.role",
      sql<number>`count(*) over ()::int`.as("total"),
    ])
    .where(sql<SqlBool>`access_log.chat = ${chat} or access_log.sponsor_id = ${provedSponsor(chat)}`)
    .orderBy("access_log.id", "desc");
  const rows = await (most === undefined ? all : all.limit(most)).execute();
  const newest = rows.map(
    ({ at, what, found_by, reason_sealed, name_sealed, role }): Accessed => ({
      at,
      on: kuwaitDate(at),
      time: kuwaitTime(at),
      staff: firstName(vault.seal.open(name_sealed, "staff.name_sealed")),
      role,
      // Neither stands with anybody's record or chat: nobody was found.
      what: what === "no-match" || what === "limit" ? "looked" : what,
      by: (found_by ?? undefined) as Access["by"],
      reason: reason_sealed === null ? undefined : reasonIn(vault, reason_sealed),
    }),
  );
  return { newest, total: rows[0]?.total ?? 0 };
}

/** What was kept before reasons were masked stands in the log as it was typed. */
function reasonIn(vault: Vault, sealed: Buffer): string {
  return maskIdentifiers(vault.seal.open(sealed, "access_log.reason_sealed"));
}
