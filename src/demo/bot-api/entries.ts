// What can happen on the fake platform, as its journal keeps it: every change is one of these entries.
import type { BotCommand, Chat, Message, ReplyKeyboardMarkup, Update, User } from "grammy/types";

export type Webhook = {
  readonly url: string;
  readonly secretToken: string | undefined;
  readonly maxConnections: number;
};

/** A file that was sent, as it was uploaded. */
export type StoredFile = { readonly name: string; readonly mediaType: string; readonly base64: string };

/** `id` is the topic's message_thread_id: the id of the message that says it was created. */
export type Topic = {
  readonly id: number;
  readonly name: string;
  readonly iconColor: number;
  readonly isClosed: boolean;
};

/** "kicked" cannot come back by themselves; "left" are in the group no more, and may be added. */
export type Member = {
  readonly user: User;
  readonly status: "creator" | "administrator" | "member" | "left" | "kicked";
};

export const isInside = (status: Member["status"] | undefined): boolean =>
  status === "creator" || status === "administrator" || status === "member";

/** What the bot may do as an administrator of a group. */
export type BotRights = {
  readonly mayManageTopics: boolean;
  readonly mayDeleteMessages: boolean;
  readonly mayBanMembers?: boolean;
};

export type GroupChat = Chat.GroupChat | Chat.SupergroupChat;

export type Entry =
  | { readonly kind: "user"; readonly user: User }
  | { readonly kind: "group"; readonly chat: GroupChat }
  /** A person has opened a chat with the bot, and nothing has been said in it. */
  | { readonly kind: "begun"; readonly chat: Chat.PrivateChat }
  | { readonly kind: "member"; readonly chatId: number; readonly member: Member }
  /** null: the bot is no administrator. */
  | { readonly kind: "bot-rights"; readonly chatId: number; readonly rights: BotRights | null }
  /** Taken from a bot that is no administrator: it reads what is said, and may say nothing. */
  | { readonly kind: "bot-muted"; readonly chatId: number; readonly isMuted: boolean }
  | { readonly kind: "privacy"; readonly isOn: boolean }
  | { readonly kind: "topic"; readonly chatId: number; readonly topic: Topic }
  | { readonly kind: "topic-gone"; readonly chatId: number; readonly topicId: number }
  | { readonly kind: "bot-in" | "bot-out"; readonly chatId: number }
  /** `keyboard`: the reply keyboard this message brings; null: it takes the present one away. */
  | { readonly kind: "message"; readonly message: Message; readonly keyboard?: ReplyKeyboardMarkup | null }
  | { readonly kind: "file"; readonly fileId: string; readonly file: StoredFile }
  | { readonly kind: "edited"; readonly message: Message }
  | { readonly kind: "deleted"; readonly chatId: number; readonly messageId: number }
  /** The bot's own, in place of the one before; null: none. */
  | { readonly kind: "reaction"; readonly chatId: number; readonly messageId: number; readonly emoji: string | null }
  | { readonly kind: "update"; readonly update: Update; readonly at: number }
  | { readonly kind: "taken"; readonly updateIds: readonly number[] }
  | { readonly kind: "webhook"; readonly webhook: Webhook | null }
  | { readonly kind: "allowed-updates"; readonly types: readonly string[] }
  | { readonly kind: "commands"; readonly languageCode: string; readonly commands: readonly BotCommand[] }
  | { readonly kind: "description"; readonly languageCode: string; readonly description: string };

/** The chat whose looks an entry changes; undefined for what no chat shows. */
export function chatOfEntry(entry: Entry): number | undefined {
  if (entry.kind === "message" || entry.kind === "edited") return entry.message.chat.id;
  return "chatId" in entry ? entry.chatId : undefined;
}
