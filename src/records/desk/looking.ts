// How much of others one of the staff has seen: its limit, and its alarm, whichever way they came to see it.
import { type Kysely, sql, type Transaction } from "kysely";
import type { Staff } from "../../desk/staff.js";
import { type Looking, mayLookOnce, unusualIn } from "../../domain/looking.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { noteAccess } from "./access-log.js";
import type { TellSupervisors } from "./tell-supervisors.js";

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/** What shows something of somebody; and what would have, had they been let. */
const seen = sql.raw("'looked', 'filing', 'revealed', 'break-glass'");
const missed = sql.raw("'no-match', 'refused'");

/** Within the last day; one statement, by the index of who looked when. */
async function countLooking(trx: Kysely<Schema>, staff: number, now: Date): Promise<Looking> {
  const hourAgo = new Date(now.getTime() - hourMs);
  const { rows } = await sql<Looking>`
    select count(*) filter (where what in (${seen}, ${missed}) and at > ${hourAgo})::int as "looksInHour",
      count(*) filter (where what in (${seen}, ${missed}))::int as "looksInDay",
      count(*) filter (where what in (${missed}) and found_by is distinct from 'wrong-digit' and at > ${hourAgo})::int
        as "missesInHour",
      count(distinct sponsor_id) filter (where what in (${seen}))::int as "sponsorsInDay"
    from access_log where staff_id = ${staff} and at > ${new Date(now.getTime() - dayMs)}`.execute(trx);
  const [looking] = rows;
  if (looking === undefined) throw new Error("a count has a row");
  return looking;
}

/** Whether a member may see one more; what the limit refuses stands in the log. */
export async function mayLook(
  trx: Transaction<Schema>,
  vault: Vault,
  { by, key, now }: { readonly by: Staff; readonly key: string; readonly now: Date },
): Promise<boolean> {
  if (mayLookOnce(await countLooking(trx, by.id, now))) return true;
  await noteAccess(trx, vault, { staff: by.id, what: "limit", effectKey: key, at: now });
  return false;
}

/** After what was seen or refused: whatever is unusual is told to each supervisor, once a day for each member and kind. */
export async function watchLooking(
  trx: Transaction<Schema>,
  tellSupervisors: TellSupervisors,
  by: Staff,
  now: Date,
): Promise<void> {
  const looking = await countLooking(trx, by.id, now);
  for (const why of unusualIn(looking)) await tellSupervisors(trx, { what: "unusual", why, looking, by, now });
}
