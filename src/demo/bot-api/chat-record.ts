// One chat as the fake platform keeps it, private or a group's: its messages, and who and what is in it.
import type { Chat, InlineKeyboardMarkup, Message, ReplyKeyboardMarkup } from "grammy/types";
import type { BotRights, GroupChat, Member, Topic } from "./entries.js";

/** A message, the number of the entry that last changed it, and how the bot reacted to it. */
export type StoredMessage = { readonly message: Message; readonly changed: number; readonly reaction?: string };

export type ChatRecord = {
  readonly chat: Chat.PrivateChat | GroupChat;
  readonly messages: Map<number, StoredMessage>;
  /** As they last were: nobody sees them any more, and a test sees that they are gone. */
  readonly deleted: Map<number, StoredMessage>;
  readonly members: Map<number, Member>;
  readonly topics: Map<number, Topic>;
  lastMessageId: number;
  /** Blocked by the person, or no longer in the group. */
  isBotOut: boolean;
  /** A plain member that may not write. */
  isBotMuted: boolean;
  /** Absent while the bot is a plain member. */
  botRights: BotRights | undefined;
  keyboard: ReplyKeyboardMarkup | undefined;
};

export function emptyRecord(chat: ChatRecord["chat"]): ChatRecord {
  return {
    chat,
    messages: new Map(),
    deleted: new Map(),
    members: new Map(),
    topics: new Map(),
    lastMessageId: 0,
    isBotOut: false,
    isBotMuted: false,
    botRights: undefined,
    keyboard: undefined,
  };
}

export function deleteMessages(record: ChatRecord, isMeant: (message: Message) => boolean, changed: number): void {
  for (const [id, stored] of record.messages) {
    if (!isMeant(stored.message)) continue;
    record.messages.delete(id);
    record.deleted.set(id, { ...stored, changed });
  }
}

export function isForum({ chat }: ChatRecord): boolean {
  return chat.type === "supergroup" && chat.is_forum === true;
}

/** The inline keyboard under a message, empty when it has none. */
export function inlineButtonsOf(message: Message): InlineKeyboardMarkup["inline_keyboard"] {
  return message.reply_markup?.inline_keyboard ?? [];
}
