// What stands in the access log about a chat and the record of which it is, or was then, proved to be the sponsor's: the newest first.
import { type Kysely, type SqlBool, sql } from "kysely";
import { firstName } from "../../desk/first-name.js";
import { kuwaitDate, kuwaitTime } from "../../domain/iso-date.js";
import type { Access } from "../../journeys/access-port.js";
import { provedSponsor } from "../accounts.js";
import { accessesWhileProved } from "../former-phones.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { reasonIn } from "./access-log.js";

type Accessed = Access & { readonly at: Date };

/** What changes whom others take somebody for, or shows all that there is: no number of looks may hide it. */
const gravest = ["break-glass", "revealed", "phone-corrected"] as const;

/** So many of them: of the gravest since an instant, or of the others. */
type Part = { readonly which: "gravest" | "others"; readonly since: Date; readonly most: number };

/** @param part not said: all of them */
export async function readAccesses(
  db: Kysely<Schema>,
  vault: Vault,
  { chat, part }: { readonly chat: string; readonly part?: Part },
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
    // One index for each way in which a row is the chat's.
    .where(
      sql<SqlBool>`access_log.id in (
        select id from access_log where chat = ${chat}
        union select id from access_log where sponsor_id = ${provedSponsor(chat)}
        union ${accessesWhileProved(chat)})`,
    )
    .orderBy("access_log.id", "desc");
  const rows = await (part === undefined ? all : all.where(isOf(part)).limit(part.most)).execute();
  const newest = rows.map(
    ({ at, what, found_by, reason_sealed, name_sealed, role }): Accessed => ({
      at,
      on: kuwaitDate(at),
      time: kuwaitTime(at),
      staff: firstName(vault.seal.open(name_sealed, "staff.name_sealed")),
      role,
      // None of these stands with anybody's record or chat.
      what: what === "no-match" || what === "limit" || what === "log-seen" ? "looked" : what,
      by: (found_by ?? undefined) as Access["by"],
      reason: reason_sealed === null ? undefined : reasonIn(vault, reason_sealed),
    }),
  );
  return { newest, total: rows[0]?.total ?? 0 };
}

function isOf({ which, since }: Part) {
  const isGrave = sql<SqlBool>`(access_log.what in (${sql.join(gravest)}) and access_log.at > ${since})`;
  return which === "gravest" ? isGrave : sql<SqlBool>`not ${isGrave}`;
}
