// The staff's group keeps to its own pace: twenty messages in any minute, for all processes, by the database's clock.
import { type Kysely, type SqlBool, sql, type Transaction } from "kysely";
import type { Sent } from "../messages/channel.js";
import { unsaidThrottleMs } from "../messages/sender.js";
import type { Db } from "./database.js";
import { groupChat } from "./desk/staff-group.js";
import type { Schema } from "./schema.js";

/**
 * Telegram's limit for a group, as far as it is known. Counted one by one and not by a bucket: a talk is a few quick words and a
 * silence, and none of them waits before there are as many as a minute may hold.
 */
export const mostInMinute = 20;

/** Of a row of the outbox called `next`: its chat may be written to now. */
export const hasRoom = sql<SqlBool>`not exists (
  select from group_pace where group_pace.chat = next.chat and (
    paused_until > clock_timestamp()
    or posted_at[${sql.lit(mostInMinute)}] > clock_timestamp() - interval '1 minute'
  ))`;

/** These chats are written to now, each once; only the staff's group is counted. */
export async function notePosted(db: Kysely<Schema> | Transaction<Schema>, chats: readonly string[]): Promise<void> {
  if (chats.length === 0) return;
  await sql`insert into group_pace (chat, posted_at)
    select chat, array[clock_timestamp()] from chats where chat in (${sql.join(chats)}) and chat = ${groupChat}
    on conflict (chat) do update
      set posted_at = (clock_timestamp() || group_pace.posted_at)[1:${sql.lit(mostInMinute)}]`.execute(db);
}

/** A reply went out there beside the outbox: it waited for nothing, and has its share of the minute. */
export async function noteReplyInGroup(db: Db, chat: string, sent: Sent): Promise<void> {
  await notePosted(db, [chat]);
  if (sent.ok || sent.reason !== "throttled") return;
  await pauseGroup(db, chat, sent.retryAfterMs);
}

/** Telegram throttles this chat: nobody asks for anything there for so long. */
export async function pauseGroup(db: Db, chat: string, retryAfterMs: number | undefined): Promise<void> {
  const ms = retryAfterMs ?? unsaidThrottleMs;
  await sql`insert into group_pace (chat, paused_until)
    select chat, clock_timestamp() + ${ms} * interval '1 millisecond' from chats where chat = ${chat} and chat = ${groupChat}
    on conflict (chat) do update set paused_until = greatest(group_pace.paused_until, excluded.paused_until)`.execute(
    db,
  );
}
