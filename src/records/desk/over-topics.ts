// Topics whose talk is over, on the database.
import { sql } from "kysely";
import { noteMs, type OverTopics } from "../../desk/close-topics.js";
import type { Clock } from "../../journeys/clock.js";
import type { Db } from "../database.js";
import { pauseGroup } from "../group-pace.js";
import type { Vault } from "../vault.js";
import { groupChat, readStaffGroup } from "./staff-group.js";

export function createOverTopics({
  db,
  vault,
  clock,
}: {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
}): OverTopics {
  return {
    async next() {
      const { rows } = await claimNext(clock.now()).execute(db);
      const [row] = rows;
      if (row === undefined) return undefined;
      const group = vault.seal.open(row.group_sealed, "chats.chat_id_sealed");
      return { handoff: row.id, group, thread: row.thread };
    },

    async later({ handoff }, why) {
      await db.updateTable("handoffs").set({ topic_closed_at: null }).where("id", "=", handoff).execute();
      const group = await readStaffGroup(db);
      if (why.reason === "throttled" && group !== undefined) await pauseGroup(db, group.chat, why.retryAfterMs);
    },
  };
}

/** Nothing is kept for it any more, and nothing is on its way there. */
const claimNext = (now: Date) => sql<{ id: number; thread: string; group_sealed: Buffer }>`
  update handoffs set topic_closed_at = ${now}
  from chats as team
  where team.chat = ${groupChat} and handoffs.thread is not null and handoffs.id = (
    select h.id from handoffs h
    where h.state = 'bot' and h.thread is not null and h.topic_closed_at is null
      and h.closed_at <= ${new Date(now.getTime() - noteMs)}
      and not exists (select from relays r where r.handoff_id = h.id and r.held_sealed is not null)
      and not exists (select from relays r join outbox o on o.id = r.outbox_id
        where r.handoff_id = h.id and not r.to_person and o.state in ('waiting', 'sending'))
      and not exists (select from group_pace p where p.chat = ${groupChat} and p.paused_until > clock_timestamp())
    order by h.id limit 1 for update skip locked)
  returning handoffs.id, handoffs.thread, team.chat_id_sealed as group_sealed`;
