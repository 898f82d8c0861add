// The team's looks on the database, for supervisors at work; reading them is in the log as well.
import { type SqlBool, sql, type Transaction } from "kysely";
import { glassDays, type LoggedLook, looksOnPage, type TeamLog } from "../../desk/team-log.js";
import { maySee } from "../../domain/access.js";
import { maskCivilId } from "../../domain/civil-id.js";
import type { Access } from "../../journeys/access-port.js";
import type { Clock } from "../../journeys/clock.js";
import type { Db } from "../database.js";
import type { Schema } from "../schema.js";
import { openCivilId } from "../sealed-person.js";
import type { Vault } from "../vault.js";
import { isAtWork, noteAccess, reasonIn } from "./access-log.js";

const dayMs = 24 * 60 * 60 * 1000;

export function createTeamLog({
  db,
  vault,
  clock,
}: {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
}): TeamLog {
  return {
    read: ({ whose, before }, by, key) =>
      db.transaction().execute(async (trx) => {
        if (!maySee(by.role, "access-log") || !(await isAtWork(trx, by.id))) return undefined;
        const now = clock.now();
        const rows = await lookRows(trx, whose, now)
          .$if(before !== undefined, (all) => all.where(isOlderThan(before ?? 0)))
          .limit(looksOnPage + 1)
          .execute();
        await noteAccess(trx, vault, { staff: by.id, what: "log-seen", effectKey: `log:${key}`, at: now });
        const shown = rows.slice(0, looksOnPage);
        return {
          looks: shown.map((row) => toLook(vault, row)),
          older: rows.length > shown.length ? shown.at(-1)?.id : undefined,
        };
      }),
  };
}

function lookRows(trx: Transaction<Schema>, whose: number | "glass", now: Date) {
  const all = trx
    .selectFrom("access_log")
    .innerJoin("staff", "staff.id", "access_log.staff_id")
    .leftJoin("sponsors", "sponsors.id", "access_log.sponsor_id")
    .select([
      "access_log.id",
      "access_log.at",
      "access_log.what",
      "access_log.found_by",
      "access_log.reason_sealed",
      "access_log.handoff_id",
      "staff.name_sealed",
      "sponsors.civil_id_sealed",
    ])
    .orderBy("access_log.at", "desc")
    .orderBy("access_log.id", "desc");
  return whose === "glass"
    ? all
        .where("access_log.what", "=", "break-glass")
        .where("access_log.at", ">", new Date(now.getTime() - glassDays * dayMs))
    : all.where("access_log.staff_id", "=", whose);
}

/** By the order's two columns: of two that are written at once the later one may bear the earlier instant, and a page leaves out neither. */
const isOlderThan = (id: number) => sql<SqlBool>`(access_log.at, access_log.id) <
  (select before.at, before.id from access_log as before where before.id = ${id})`;

type Row = Awaited<ReturnType<ReturnType<typeof lookRows>["executeTakeFirstOrThrow"]>>;

function toLook(vault: Vault, row: Row): LoggedLook {
  const { id, at, what, found_by, reason_sealed, handoff_id, name_sealed, civil_id_sealed } = row;
  return {
    id,
    at,
    staff: vault.seal.open(name_sealed, "staff.name_sealed"),
    what,
    by: (found_by ?? undefined) as Access["by"],
    reason: reason_sealed === null ? undefined : reasonIn(vault, reason_sealed),
    about: aboutOf(vault, civil_id_sealed, handoff_id),
  };
}

function aboutOf(vault: Vault, civilId: Buffer | null, chat: number | null): LoggedLook["about"] {
  if (civilId !== null) return { lastFour: maskCivilId(openCivilId(vault, civilId, "sponsors.civil_id_sealed")) };
  return chat === null ? undefined : { chat };
}
