// The fence: a turn writes for a chat only if no later turn has written for it.
import { sql, type Transaction } from "kysely";
import type { Fence } from "../turns/session-store.js";
import type { Schema } from "./schema.js";

/** A later turn of this chat has written: this one was paused past its lease and must change nothing. */
export class FenceLost extends Error {
  override readonly name = "FenceLost";
}

/**
 * The first statement of every transaction that a turn makes. The chat's row stays locked until it ends, so two turns of one chat
 * write one after the other.
 * @throws FenceLost
 */
export async function holdFence(trx: Transaction<Schema>, fence: Fence): Promise<void> {
  const { rows } = await sql`
    insert into chat_fences as held (chat, token) values (${fence.chat}, ${fence.token})
    on conflict (chat) do update set token = excluded.token where held.token <= excluded.token
    returning token`.execute(trx);
  if (rows.length === 0) throw new FenceLost("a later turn of this chat has written");
}
