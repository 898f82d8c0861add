// A topic of the staff's group is gone: the chat that it was for needs another place, which it gets with a new card.
import type { Transaction } from "kysely";
import type { Schema } from "../schema.js";
import { openMessages } from "../stored-message.js";
import type { Vault } from "../vault.js";
import { groupChat } from "./staff-group.js";

/** @param item of the outbox, that found its topic gone; of a group where they meet no more, nothing is left to leave */
export async function leaveTopic(trx: Transaction<Schema>, vault: Vault, item: number): Promise<void> {
  const rows = await trx
    .selectFrom("outbox")
    .select(["id", "chat", "message_sealed"])
    .where("id", "=", item)
    .where("chat", "=", groupChat)
    .execute();
  const thread = (await openMessages(trx, vault, rows)).get(item)?.thread;
  if (thread === undefined) return;
  await trx
    .updateTable("handoffs")
    .set({ thread: null, card_outbox: null, told_sealed: null, topic_leased_until: null })
    .where("thread", "=", thread)
    .execute();
}
