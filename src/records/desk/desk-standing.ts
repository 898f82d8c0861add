// Whether the desk can work: who supervises it, which group it has, by the channel's own id, and whether the bot could write there.
import type { Db } from "../database.js";
import type { Vault } from "../vault.js";
import { readStaffGroup } from "./staff-group.js";
import { readSupervisors } from "./supervisors.js";

export async function readDeskStanding(
  db: Db,
  vault: Vault,
): Promise<{
  readonly supervisors: number;
  readonly group: { readonly id: string; readonly isOutOfReach: boolean } | undefined;
}> {
  const supervisors = (await readSupervisors(db)).length;
  const named = await readStaffGroup(db);
  if (named === undefined) return { supervisors, group: undefined };
  const { chat_id_sealed, unreachable_at } = await db
    .selectFrom("chats")
    .select(["chat_id_sealed", "unreachable_at"])
    .where("chat", "=", named.chat)
    .executeTakeFirstOrThrow();
  const id = vault.seal.open(chat_id_sealed, "chats.chat_id_sealed");
  return { supervisors, group: { id, isOutOfReach: unreachable_at !== null } };
}
