// How anybody's message comes into a chat and on its way to the bot.
import type { Message, Update, User } from "grammy/types";
import type { ChatRecord, Chats } from "./chats.js";
import { readFormattedText } from "./formatted-text.js";

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
  { chats, now }: Pick<Surroundings, "chats" | "now">,
): number {
  const record = chats.chat(chat.id);
  const messageId = (record?.lastMessageId ?? 0) + 1;
  const message = { message_id: messageId, from, chat, date: seconds(now()), ...content } as Message;
  const isUsedUp = record?.keyboard?.one_time_keyboard === true;
  chats.record({ kind: "message", message, ...(isUsedUp ? { keyboard: null } : {}) });
  chats.queue({ message } as Omit<Update, "update_id">, now());
  return messageId;
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
