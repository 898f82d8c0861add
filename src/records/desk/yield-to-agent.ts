// What stands in the outbox in the moment in which an agent takes a chat: the person's words keep their order, and the bot's own are not said.
import type { Transaction } from "kysely";
import type { Schema } from "../schema.js";

export async function yieldToAgent(trx: Transaction<Schema>, chat: string, now: Date): Promise<void> {
  // What waits to be shown keeps its order with what is written from now on, which goes before others: also the words of a handoff that
  // was over before this one began, since they are the same person's.
  await trx
    .updateTable("outbox")
    .set({ is_ahead: true })
    .where("state", "=", "waiting")
    .where("id", "in", (from) =>
      from
        .selectFrom("relays")
        .innerJoin("handoffs", "handoffs.id", "relays.handoff_id")
        .select("relays.outbox_id")
        .where("handoffs.chat", "=", chat)
        .where("relays.to_person", "=", false)
        .$castTo<{ outbox_id: number }>(),
    )
    .execute();
  // What the bot had still to say is said by a person now.
  await trx
    .updateTable("outbox")
    .set({ state: "dropped", leased_until: null, settled_at: now })
    .where("chat", "=", chat)
    .where("kind", "=", "reply")
    .where("state", "=", "waiting")
    .execute();
}
