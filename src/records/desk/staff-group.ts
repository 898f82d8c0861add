// The staff's group, as a supervisor named it: one row, read in whatever transaction needs it.
import { type Kysely, sql } from "kysely";
import type { StaffGroup } from "../../desk/staff.js";
import type { Schema } from "../schema.js";

export const groupName = "staff-group";

/** Its chat, within a statement. */
export const groupChat = sql<
  string | null
>`(select value::jsonb ->> 'chat' from meta where name = ${sql.lit(groupName)})`;

export async function readStaffGroup(db: Kysely<Schema>): Promise<StaffGroup | undefined> {
  const row = await db.selectFrom("meta").select("value").where("name", "=", groupName).executeTakeFirst();
  return row && JSON.parse(row.value);
}
