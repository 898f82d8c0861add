// The staff's group while the bot may not write there, on the database: when to ask whether it may, and when that is over.
import { sql } from "kysely";
import type { MutedGroup } from "../../desk/muted-group.js";
import type { Clock } from "../../journeys/clock.js";
import type { Db } from "../database.js";
import type { Vault } from "../vault.js";
import { groupChat } from "./staff-group.js";

/** Two calls in half a minute are nothing to Telegram, and nobody waits longer once the right is given. */
const askEveryMs = 30_000;

export function createMutedGroup({
  db,
  vault,
  clock,
  wakeSenders,
}: {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly wakeSenders: () => void;
}): MutedGroup {
  return {
    async toAsk() {
      const now = clock.now();
      // It is over once something has stood there since: until then supervisors, who were told, are not told again.
      await sql`update chats set muted_at = null
        where chat = ${groupChat} and muted_at is not null and unreachable_at is null
          and exists (select from outbox o where o.chat = chats.chat and o.state = 'sent'
            and o.settled_at >= chats.muted_asked_at)`.execute(db);
      const { rows } = await sql<{ chat_id_sealed: Buffer }>`update chats set muted_asked_at = ${now}
        where chat = ${groupChat} and muted_at is not null and unreachable_at is not null
          and (muted_asked_at is null or muted_asked_at <= ${new Date(now.getTime() - askEveryMs)})
        returning chat_id_sealed`.execute(db);
      const [row] = rows;
      return row && vault.seal.open(row.chat_id_sealed, "chats.chat_id_sealed");
    },

    async mayWriteAgain() {
      await sql`update chats set unreachable_at = null where chat = ${groupChat} and muted_at is not null`.execute(db);
      wakeSenders();
    },
  };
}
