// A chat as its people's phones show it: what the simulator draws and what tests look at.
import type { BotCommand, Message, MessageEntity } from "grammy/types";
import { type ChatRecord, inlineButtonsOf, type StoredMessage } from "./chat-record.js";
import type { Chats } from "./chats.js";
import { mediaIn } from "./media.js";

type ButtonView = { readonly label: string; readonly data?: string; readonly url?: string; readonly copy?: string };
type KeyView = { readonly label: string; readonly asksContact: boolean; readonly asksLocation: boolean };

export type MessageView = {
  readonly id: number;
  readonly from: "bot" | "person";
  readonly sender: { readonly id: number; readonly name: string };
  /** The topic it stands in; absent in General and where there are none. */
  readonly threadId?: number;
  /** The message it answers. */
  readonly replyToId?: number;
  /** ISO instant. */
  readonly at: string;
  readonly kind: "text" | "contact" | "photo" | "voice" | "sticker" | "location" | "document" | "notice";
  /** Without marks; `entities` say what is bold, a link or a code, in UTF-16 units. A contact's is its phone. */
  readonly text: string;
  /** Of a notice: what became of the topic, named in `text` when it was created or renamed. */
  readonly notice?: "topic-created" | "topic-renamed" | "topic-closed" | "topic-reopened";
  /** Of a photo, a voice note or a document: its id, and its name if it has one. It can be fetched when the bot uploaded it. */
  readonly file?: { readonly id: string; readonly name: string; readonly isFetchable: boolean };
  readonly entities: readonly MessageEntity[];
  readonly buttons: readonly (readonly ButtonView[])[];
  /** How the bot reacted to it. */
  readonly reaction?: string;
  readonly isEdited: boolean;
  readonly isForwarded: boolean;
  /** It cannot be forwarded or saved. */
  readonly protected: boolean;
  /** Rises whenever anything changes: a message that was edited is newer than one that was not. */
  readonly changed: number;
};

export type ChatView = {
  readonly botName: string;
  readonly description: string;
  readonly commands: readonly BotCommand[];
  readonly messages: readonly MessageView[];
  /** Messages that are gone, as they last were. */
  readonly deleted: readonly MessageView[];
  readonly keyboard: {
    readonly rows: readonly (readonly KeyView[])[];
    readonly placeholder: string | undefined;
  } | null;
};

type TopicView = { readonly id: number; readonly name: string; readonly isClosed: boolean };

export type GroupView = {
  readonly title: string;
  readonly topics: readonly TopicView[];
  readonly messages: readonly MessageView[];
  /** Messages that are gone, as they last were. */
  readonly deleted: readonly MessageView[];
};

export function viewGroup(record: ChatRecord | undefined): GroupView {
  return {
    title: record === undefined || record.chat.type === "private" ? "" : record.chat.title,
    topics: [...(record?.topics.values() ?? [])].map(({ id, name, isClosed }) => ({ id, name, isClosed })),
    messages: viewMessages(record),
    deleted: viewDeleted(record),
  };
}

export function viewDeleted(record: ChatRecord | undefined): readonly MessageView[] {
  return [...(record?.deleted.values() ?? [])].map(viewMessage);
}

export function viewMessages(record: ChatRecord | undefined): readonly MessageView[] {
  return [...(record?.messages.values() ?? [])].map(viewMessage);
}

export function viewChat(chats: Chats, id: number, of: { botName: string; languageCode: string }): ChatView {
  const record = chats.chat(id);
  const keyboard = record?.keyboard;
  return {
    botName: of.botName,
    description: chats.descriptionFor(of.languageCode),
    commands: chats.commandsFor(of.languageCode),
    messages: viewMessages(record),
    deleted: viewDeleted(record),
    keyboard:
      keyboard === undefined
        ? null
        : {
            rows: keyboard.keyboard.map((row) => row.map(viewKey)),
            placeholder: keyboard.input_field_placeholder,
          },
  };
}

function viewMessage({ message, changed, reaction }: StoredMessage): MessageView {
  return {
    id: message.message_id,
    from: message.from?.is_bot === true ? "bot" : "person",
    sender: { id: message.from?.id ?? 0, name: message.from?.first_name ?? "" },
    ...viewPlace(message),
    at: new Date(message.date * 1000).toISOString(),
    ...viewContent(message),
    entities: message.entities ?? message.caption_entities ?? [],
    buttons: inlineButtonsOf(message).map((row) =>
      row.map((button) => ({
        label: button.text,
        ...("callback_data" in button ? { data: button.callback_data } : {}),
        ...("url" in button ? { url: button.url } : {}),
        ...("copy_text" in button ? { copy: button.copy_text.text } : {}),
      })),
    ),
    ...(reaction === undefined ? {} : { reaction }),
    isEdited: message.edit_date !== undefined,
    isForwarded: message.forward_origin !== undefined,
    protected: message.has_protected_content === true,
    changed,
  };
}

function viewPlace({ message_thread_id, reply_to_message }: Message): Pick<MessageView, "threadId" | "replyToId"> {
  const answered = reply_to_message?.forum_topic_created === undefined ? reply_to_message?.message_id : undefined;
  return {
    ...(message_thread_id === undefined ? {} : { threadId: message_thread_id }),
    ...(answered === undefined ? {} : { replyToId: answered }),
  };
}

function viewContent(message: Message): Pick<MessageView, "kind" | "text" | "file" | "notice"> {
  if (message.contact !== undefined) return { kind: "contact", text: message.contact.phone_number };
  if (message.sticker !== undefined) return { kind: "sticker", text: message.sticker.emoji ?? "" };
  if (message.location !== undefined) {
    return { kind: "location", text: `${message.location.latitude}, ${message.location.longitude}` };
  }
  const [media] = mediaIn(message);
  if (media !== undefined) {
    const { file_id: id, file_size } = message.photo?.[0] ?? message.voice ?? message.document ?? { file_id: "" };
    const file = { id, name: message.document?.file_name ?? "", isFetchable: file_size !== undefined };
    return { kind: media.kind, text: message.caption ?? "", file };
  }
  return message.text === undefined ? viewNotice(message) : { kind: "text", text: message.text };
}

function viewNotice(message: Message): Pick<MessageView, "kind" | "text" | "notice"> {
  const { forum_topic_created: created, forum_topic_edited: renamed } = message;
  if (created !== undefined) return { kind: "notice", notice: "topic-created", text: created.name };
  if (renamed !== undefined) return { kind: "notice", notice: "topic-renamed", text: renamed.name ?? "" };
  if (message.forum_topic_closed !== undefined) return { kind: "notice", notice: "topic-closed", text: "" };
  if (message.forum_topic_reopened !== undefined) return { kind: "notice", notice: "topic-reopened", text: "" };
  return { kind: "notice", text: "" };
}

type Key = NonNullable<ChatRecord["keyboard"]>["keyboard"][number][number];

function viewKey(key: Key): KeyView {
  if (typeof key === "string") return { label: key, asksContact: false, asksLocation: false };
  return { label: key.text, asksContact: "request_contact" in key, asksLocation: "request_location" in key };
}
