// The outbox as its senders see it: claimed in order of each chat, committed before it is sent, sent at most once.
import { type Kysely, type SqlBool, sql, type Transaction } from "kysely";
import type { Clock } from "../journeys/clock.js";
import type { Rendered } from "../messages/channel.js";
import type { OutboxItem, OutboxStore } from "../messages/outbox.js";
import { leaveTopic } from "./desk/leave-topic.js";
import { endKind, isWithAgent } from "./desk/with-agent.js";
import { hasRoom, notePosted } from "./group-pace.js";
import type { Schema } from "./schema.js";
import { openMessages } from "./stored-message.js";
import type { Vault } from "./vault.js";

/**
 * Of a row called `next`: a chat's messages keep their order. Nothing goes beside one that is being sent, nor overtakes one that waits,
 * but for what goes ahead: among themselves those keep theirs.
 */
const isNext = sql<SqlBool>`not exists (
  select from outbox earlier where earlier.chat = next.chat and earlier.id <> next.id and (
    earlier.state = 'sending'
    or (earlier.state = 'waiting' and (earlier.is_ahead > next.is_ahead
      or (earlier.is_ahead = next.is_ahead and earlier.id < next.id)))
  ))`;

const chatIdContext = "chats.chat_id_sealed";

/** A call to a channel ends within 8 s and is recorded at once; a sender that has been silent for so much longer is dead. */
const sendingMs = 30_000;

/** Leases run on the database's own clock, so that senders whose clocks differ agree on them. */
const inMs = (ms: number) => sql<Date>`clock_timestamp() + ${ms} * interval '1 millisecond'`;
const storeNow = sql<Date>`clock_timestamp()`;

/** Messages of a kind whose words are written when they are sent: both in the transaction that marks the message. */
export type WrittenAtSending = {
  /** By the items' ids, for each of them. An error leaves all of them as they were. */
  prepare(
    trx: Transaction<Schema>,
    of: { readonly items: readonly { readonly id: number; readonly chat: string }[]; readonly now: Date },
  ): Promise<
    ReadonlyMap<
      number,
      | { readonly kind: "say"; readonly message: Rendered }
      /** There is nothing (any more) to be said now: it may be enqueued again under the same key. */
      | { readonly kind: "drop" }
      /** A fault of ours: shown to operators as any message that failed. */
      | { readonly kind: "faulty" }
    >
  >;
  /** The chat was found blocked or gone: none of these has arrived. */
  unreached(
    trx: Transaction<Schema>,
    of: { readonly items: readonly number[]; readonly chat: string; readonly now: Date },
  ): Promise<void>;
};

export function createOutboxStore(of: {
  readonly db: Kysely<Schema>;
  readonly vault: Vault;
  readonly clock: Clock;
  /** Those of kind "reminder". */
  readonly reminders: WrittenAtSending;
  /** Says of a message that it comes by itself, to somebody who is just talking to a person. */
  readonly asAutomatic: (message: Rendered) => Rendered;
}): OutboxStore {
  const { db, vault, clock, reminders, asAutomatic } = of;

  return {
    async claim(channel, limit, leaseMs) {
      const rows = await db
        .updateTable("outbox")
        .set({ leased_until: inMs(leaseMs) })
        .from("chats")
        .whereRef("chats.chat", "=", "outbox.chat")
        .where("outbox.id", "in", (from) =>
          from
            .selectFrom("outbox as next")
            .innerJoin("chats as its", "its.chat", "next.chat")
            .select("next.id")
            .where("its.channel", "=", channel)
            .where("next.state", "=", "waiting")
            .where("next.due_at", "<=", clock.now())
            .where((where) =>
              where.or([where("next.leased_until", "is", null), where("next.leased_until", "<=", storeNow)]),
            )
            .where(isNext)
            .where(hasRoom)
            .orderBy("next.due_at")
            .orderBy("next.id")
            .limit(limit)
            .forUpdate("next")
            .skipLocked(),
        )
        .returning(["outbox.id", "outbox.tries", "chats.chat_id_sealed"])
        .execute();
      return rows
        .toSorted((a, b) => a.id - b.id)
        .map(
          (row): OutboxItem => ({
            id: String(row.id),
            channel,
            chat: vault.seal.open(row.chat_id_sealed, chatIdContext),
            tries: row.tries,
          }),
        );
    },

    markSending: (ids) =>
      db.transaction().execute(async (trx) => {
        const rows = await trx
          .updateTable("outbox")
          .set({ state: "sending", leased_until: inMs(sendingMs) })
          .where("id", "in", ids.map(Number))
          .where("state", "=", "waiting")
          .where("leased_until", ">", storeNow)
          .returning(["id", "kind", "chat", "message_sealed", isWithAgent.as("is_owned")])
          .execute();
        const now = clock.now();
        await notePosted(
          trx,
          rows.map(({ chat }) => chat),
        );
        const messages = new Map<string, Rendered>();
        const written = rows.filter(({ kind }) => kind === "reminder");
        const ready = rows.filter(({ kind }) => kind !== "reminder");
        const opened = await openMessages(trx, vault, ready);
        for (const { id, kind, is_owned } of ready) {
          const message = opened.get(id);
          // While an agent has the chat, what the bot had still to answer there is not said any more.
          if (message === undefined || (is_owned && kind === "reply")) await end(trx, id, "dropped", now);
          else messages.set(String(id), is_owned && !deskKinds.has(kind) ? asAutomatic(message) : message);
        }
        if (written.length === 0) return messages;
        for (const [id, prepared] of await reminders.prepare(trx, { items: written, now })) {
          if (prepared.kind === "say") messages.set(String(id), prepared.message);
          else await end(trx, id, prepared.kind === "drop" ? "dropped" : "failed", now);
        }
        return messages;
      }),

    async record(id, outcome) {
      const now = clock.now();
      // What became unknown while its call was under way stays so, or operators would be told two things; unless it did arrive.
      const changeable = outcome.kind === "sent" ? (["sending", "unknown"] as const) : (["sending"] as const);
      const item = db.updateTable("outbox").where("id", "=", Number(id)).where("state", "in", changeable);
      switch (outcome.kind) {
        case "later":
          await item
            .set((value) => ({
              state: "waiting",
              leased_until: null,
              due_at: new Date(now.getTime() + outcome.inMs),
              tries: value("tries", "+", 1),
            }))
            .execute();
          return;
        case "unreachable":
          await db.transaction().execute((trx) => closeChat(trx, reminders, Number(id), outcome, now));
          return;
        case "misplaced":
          await db.transaction().execute(async (trx) => {
            await leaveTopic(trx, vault, Number(id));
            await end(trx, Number(id), "failed", now);
          });
          return;
        case "sent":
          await item
            .set({ state: "sent", leased_until: null, settled_at: now, message_id: outcome.messageId })
            .execute();
          return;
        default:
          await item.set({ state: outcome.kind, leased_until: null, settled_at: now }).execute();
      }
    },

    async giveBack(ids) {
      await db
        .updateTable("outbox")
        .set({ leased_until: null })
        .where("id", "in", ids.map(Number))
        .where("state", "=", "waiting")
        .execute();
    },

    async recoverCrashed() {
      const rows = await db
        .updateTable("outbox")
        .set({ state: "unknown", leased_until: null, settled_at: clock.now() })
        .where("state", "=", "sending")
        .where("leased_until", "<=", storeNow)
        .returning("id")
        .execute();
      return rows.map(({ id }) => String(id));
    },
  };
}

/** What people say to each other, and what is said of their talking. */
const deskKinds: ReadonlySet<string> = new Set(["desk", endKind]);

/** What is dropped may be enqueued again under its key. */
async function end(trx: Transaction<Schema>, id: number, as: "dropped" | "failed", now: Date): Promise<void> {
  await trx
    .updateTable("outbox")
    .set({ state: as, ...(as === "dropped" ? { effect_key: null } : {}), leased_until: null, settled_at: now })
    .where("id", "=", id)
    .execute();
}

/** The chat is blocked or gone: what waits for it is given up, until its person writes again. */
async function closeChat(
  trx: Transaction<Schema>,
  reminders: WrittenAtSending,
  id: number,
  { isMuted }: { readonly isMuted?: true },
  now: Date,
): Promise<void> {
  const { chat } = await trx.selectFrom("outbox").select("chat").where("id", "=", id).executeTakeFirstOrThrow();
  const failed = await trx
    .updateTable("outbox")
    .set({ state: "failed", leased_until: null, settled_at: now })
    .where("chat", "=", chat)
    .where((where) =>
      where.or([where("state", "=", "waiting"), where.and([where("id", "=", id), where("state", "=", "sending")])]),
    )
    .returning("id")
    .execute();
  await trx
    .updateTable("chats")
    .set((value) => ({
      unreachable_at: value.fn.coalesce("unreachable_at", value.val(now)),
      muted_at: isMuted ? value.fn.coalesce("muted_at", value.val(now)) : null,
    }))
    .where("chat", "=", chat)
    .execute();
  if (failed.length === 0) return;
  // Of the staff's group: it was no fault of theirs, and they are shown as often as it takes.
  await trx
    .updateTable("relays")
    .set({ lost: 0 })
    .where(
      "outbox_id",
      "in",
      failed.map((row) => row.id),
    )
    .where("to_person", "=", false)
    .execute();
  await reminders.unreached(trx, { items: failed.map((row) => row.id), chat, now });
}
