// A chat as a person's phone shows it: what the simulator draws and what tests look at.
import type { BotCommand, Message, MessageEntity } from "grammy/types";
import { type ChatRecord, type Chats, inlineButtonsOf, type StoredMessage } from "./chats.js";

type ButtonView = { readonly label: string; readonly data?: string; readonly url?: string };
type KeyView = { readonly label: string; readonly asksContact: boolean; readonly asksLocation: boolean };

export type MessageView = {
  readonly id: number;
  readonly from: "bot" | "person";
  /** ISO instant. */
  readonly at: string;
  readonly kind: "text" | "contact" | "photo" | "voice" | "sticker" | "location" | "document" | "notice";
  /** Without marks; `entities` say what is bold, a link or a code, in UTF-16 units. A contact's is its phone. */
  readonly text: string;
  /** Of a document: its name, and the id it can be fetched by. */
  readonly file?: { readonly id: string; readonly name: string };
  readonly entities: readonly MessageEntity[];
  readonly buttons: readonly (readonly ButtonView[])[];
  readonly isEdited: boolean;
  readonly isForwarded: boolean;
  /** Rises whenever anything changes: a message that was edited is newer than one that was not. */
  readonly changed: number;
};

export type ChatView = {
  readonly botName: string;
  readonly description: string;
  readonly commands: readonly BotCommand[];
  readonly messages: readonly MessageView[];
  readonly keyboard: {
    readonly rows: readonly (readonly KeyView[])[];
    readonly placeholder: string | undefined;
  } | null;
};

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
    keyboard:
      keyboard === undefined
        ? null
        : {
            rows: keyboard.keyboard.map((row) => row.map(viewKey)),
            placeholder: keyboard.input_field_placeholder,
          },
  };
}

function viewMessage({ message, changed }: StoredMessage): MessageView {
  return {
    id: message.message_id,
    from: message.from?.is_bot === true ? "bot" : "person",
    at: new Date(message.date * 1000).toISOString(),
    ...viewContent(message),
    entities: message.entities ?? message.caption_entities ?? [],
    buttons: inlineButtonsOf(message).map((row) =>
      row.map((button) => ({
        label: button.text,
        ...("callback_data" in button ? { data: button.callback_data } : {}),
        ...("url" in button ? { url: button.url } : {}),
      })),
    ),
    isEdited: message.edit_date !== undefined,
    isForwarded: message.forward_origin !== undefined,
    changed,
  };
}

function viewContent(message: Message): Pick<MessageView, "kind" | "text" | "file"> {
  if (message.contact !== undefined) return { kind: "contact", text: message.contact.phone_number };
  if (message.photo !== undefined) return { kind: "photo", text: message.caption ?? "" };
  if (message.voice !== undefined) return { kind: "voice", text: "" };
  if (message.sticker !== undefined) return { kind: "sticker", text: message.sticker.emoji ?? "" };
  if (message.location !== undefined) {
    return { kind: "location", text: `${message.location.latitude}, ${message.location.longitude}` };
  }
  if (message.document !== undefined) {
    const { file_id: id, file_name: name = "" } = message.document;
    return { kind: "document", text: message.caption ?? "", file: { id, name } };
  }
  return message.text === undefined ? { kind: "notice", text: "" } : { kind: "text", text: message.text };
}

type Key = NonNullable<ChatRecord["keyboard"]>["keyboard"][number][number];

function viewKey(key: Key): KeyView {
  if (typeof key === "string") return { label: key, asksContact: false, asksLocation: false };
  return { label: key.text, asksContact: "request_contact" in key, asksLocation: "request_location" in key };
}
