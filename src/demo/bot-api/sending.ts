// How anybody's message comes into a chat and on its way to the bot.
import type { Message, Update, User } from "grammy/types";
import { type ChatRecord, emptyRecord } from "./chat-record.js";
import type { Chats } from "./chats.js";
import { readFormattedText } from "./formatted-text.js";
import { findPlace, type Place } from "./place.js";

export type Profile = { readonly firstName: string; readonly languageCode?: string };
export type Surroundings = { readonly chats: Chats; readonly me: User; readonly now: () => Date };

/** Writes down who somebody is, or what changed about them. */
export function rememberUser(chats: Chats, id: number, { firstName, languageCode }: Profile): User {
  const user: User = {
    id,
    is_bot: false,
    first_name: firstName,
    ...(languageCode === undefined ? {} : { language_code: languageCode }),
  };
  if (JSON.stringify(chats.user(id)) !== JSON.stringify(user)) chats.record({ kind: "user", user });
  return user;
}

/** Gives the message's id. */
export function sendAs(
  from: User,
  chat: ChatRecord["chat"],
  content: object,
  { chats, me, now }: Surroundings,
  place: Place = {},
): number {
  const record = chats.chat(chat.id) ?? emptyRecord(chat);
  const found = findPlace(record, place);
  if (!found.ok) throw new Error(`chat ${chat.id}: ${found.problem}`);
  const messageId = record.lastMessageId + 1;
  const date = seconds(now());
  const message = { message_id: messageId, from, chat, date, ...found.fields, ...content } as Message;
  const isUsedUp = record.keyboard?.one_time_keyboard === true;
  chats.record({ kind: "message", message, ...(isUsedUp ? { keyboard: null } : {}) });
  if (isHeard(message, chats, me)) chats.queue({ message } as Omit<Update, "update_id">, now());
  return messageId;
}

/** With privacy on, a bot that is no administrator hears in a group only what is meant for it. */
export function isHeard(message: Message, chats: Chats, me: User): boolean {
  if (message.chat.type === "private" || !chats.isPrivacyOn()) return true;
  if (chats.chat(message.chat.id)?.botRights !== undefined) return true;
  const text = message.text ?? message.caption ?? "";
  const answered = message.reply_to_message;
  const isAnswerToIt = answered?.from?.id === me.id && answered.forum_topic_created === undefined;
  return text.startsWith("/") || text.includes(`@${me.username}`) || isAnswerToIt;
}

/** A text as a client sends it: with the links and commands in it found. */
export function textContent(text: string): object {
  const read = readFormattedText(text, undefined);
  if (!read.ok) throw new Error(read.problem);
  return { text: read.text, ...(read.entities.length > 0 ? { entities: read.entities } : {}) };
}

/** The platform's dates are whole seconds. */
export function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
