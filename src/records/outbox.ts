// What goes into the outbox, in the transaction of what it reports; and how much stands there.
import { type Kysely, type SqlBool, sql, type Transaction } from "kysely";
import type { Rendered } from "../messages/channel.js";
import type { Schema } from "./schema.js";
import { type Earlier, sealMessage } from "./stored-message.js";
import type { Vault } from "./vault.js";

export type Enqueued = {
  readonly chat: string;
  /** What it is about, for operators: "payment", "reply", "desk". */
  readonly kind: string;
  /** The same key again enqueues nothing. */
  readonly effectKey: string;
  readonly message: Rendered;
  /** The item of the same chat that it has to do with. */
  readonly earlier?: Earlier;
  /** Goes before what of its chat does not. */
  readonly isAhead?: boolean;
  readonly now: Date;
};

/**
 * A chat that is no longer known (its person left) gets nothing; for one of the staff at work it waits until they write.
 * @returns the item's id; `undefined` when nothing was enqueued
 */
export async function enqueue(
  db: Kysely<Schema> | Transaction<Schema>,
  vault: Vault,
  { chat, kind, effectKey, message, earlier, isAhead = false, now }: Enqueued,
): Promise<number | undefined> {
  const sealed = sealMessage(vault, message, earlier);
  const row = await db
    .insertInto("outbox")
    .columns(["chat", "kind", "message_sealed", "state", "due_at", "effect_key", "enqueued_at", "is_ahead"])
    .expression((from) =>
      from
        .selectFrom((known) =>
          known
            .selectFrom("chats")
            .select("chat")
            .where("chat", "=", chat)
            .union(known.selectFrom("staff").select("chat").where("chat", "=", chat).where("state", "=", "active"))
            .as("known"),
        )
        .select([
          "chat",
          sql<string>`${kind}::text`.as("kind"),
          sql<Buffer>`${sealed}::bytea`.as("message_sealed"),
          sql<"waiting">`'waiting'`.as("state"),
          sql<Date>`${now}::timestamptz`.as("due_at"),
          sql<string>`${effectKey}::text`.as("effect_key"),
          sql<Date>`${now}::timestamptz`.as("enqueued_at"),
          sql<boolean>`${isAhead}::boolean`.as("is_ahead"),
        ]),
    )
    .onConflict((conflict) => conflict.column("effect_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** Something of this chat still waits: what is said to it now must queue behind. */
export async function hasWaiting(db: Kysely<Schema>, chat: string): Promise<boolean> {
  const row = await db
    .selectFrom("outbox")
    .select("id")
    .where("chat", "=", chat)
    .where("state", "in", ["waiting", "sending"])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Ends the leases that a dead process left behind: what it had only claimed goes out at once, what it was sending is `unknown` at the
 * next look. Only where no other process can be alive, at the start.
 */
export async function endOutboxLeases(db: Kysely<Schema>): Promise<void> {
  const now = sql<Date>`clock_timestamp()`;
  for (const table of ["outbox", "sms_outbox"] as const)
    await db.updateTable(table).set({ leased_until: now }).where("leased_until", ">", now).execute();
}

/** How many messages stand in each state that is not over, for operators: those pile up, the others stand in an index of their own. */
export async function countOutbox(db: Kysely<Schema>): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom("outbox")
    .select(["state", sql<number>`count(*)::int`.as("count")])
    .where(sql<SqlBool>`state not in ('sent', 'dropped')`)
    .groupBy("state")
    .execute();
  return new Map(rows.map(({ state, count }) => [state, count]));
}
