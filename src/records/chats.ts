// Chats as they are known: their channel, their id there (sealed), the language chosen, and whether they can be reached.
import type { ChatKey } from "../turns/session-store.js";
import type { Language } from "../words/line.js";
import { type ChatStanding, readChat } from "./accounts.js";
import type { Db } from "./database.js";
import type { Replan } from "./reminders/replan.js";
import type { Vault } from "./vault.js";

type KnownChat = {
  readonly key: ChatKey;
  readonly channel: "telegram" | "whatsapp";
  /** The channel's own chat id. */
  readonly id: string;
  /** What its first message was written in, as far as can be told: it is spoken to so until it says otherwise. */
  readonly language?: Language;
};

export type Chats = {
  /** What is known of a chat that has just written: one statement, and two more the first time. */
  open(chat: KnownChat, now: Date): Promise<ChatStanding>;
  /** The same without making it known. */
  read(chat: ChatKey): Promise<ChatStanding | undefined>;
  /** Blocked or gone: nothing is sent to it until it writes again. */
  markUnreachable(chat: ChatKey, now: Date, why?: { readonly isMuted?: true }): Promise<void>;
  /** A word from there. In a group where we may not write it says nothing of whether we may. */
  markReachable(chat: ChatKey, now: Date): Promise<void>;
};

/** A chat that was erased in the same moment. */
const unknown: ChatStanding = {
  language: undefined,
  account: undefined,
  isUnreachable: false,
  staff: undefined,
  handoff: undefined,
  lastHandoff: 0,
};

export function createChats(of: { readonly db: Db; readonly vault: Vault; readonly replan: Replan }): Chats {
  const { db, vault, replan } = of;
  /** The person's reminders go to another chat, or come back. */
  const mark = (chat: ChatKey, unreachable_at: Date | null, now: Date, isMuted = false) =>
    db.transaction().execute(async (trx) => {
      await trx
        .updateTable("chats")
        .set((value) => ({
          unreachable_at,
          muted_at: isMuted ? value.fn.coalesce("muted_at", value.val(now)) : null,
        }))
        .where("chat", "=", chat)
        .$if(unreachable_at === null, (update) => update.where("muted_at", "is", null))
        .execute();
      await replan(trx, { chats: [chat] }, now);
    });

  return {
    async open({ key, channel, id, language }, now) {
      const known = await readChat(db, vault, key);
      if (known !== undefined) return known;
      const sealed = vault.seal.seal(id, "chats.chat_id_sealed");
      await db
        .insertInto("chats")
        .values({ chat: key, channel, chat_id_sealed: sealed, language: language ?? null, first_seen_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      // Known now, and perhaps to the staff's list before: one of them had left, and is at work all the same.
      return (await readChat(db, vault, key)) ?? unknown;
    },

    read: (chat) => readChat(db, vault, chat),

    markUnreachable: (chat, now, why) => mark(chat, now, now, why?.isMuted),

    markReachable: (chat, now) => mark(chat, null, now),
  };
}
