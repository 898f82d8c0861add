// What anybody's thumb does in a chat, private or a group's: writes, sends files, changes what was sent, presses buttons.
import type { Message, Update, User } from "grammy/types";
import { type ChatRecord, inlineButtonsOf } from "./chat-record.js";
import { noContent } from "./content.js";
import { describeMedia, type MediaKind } from "./media.js";
import type { Place } from "./place.js";
import { isHeard, type Surroundings, seconds, sendAs, textContent } from "./sending.js";

/** Without a `fileId` it is the demo's sample of its kind; `name` is a document's. */
export type SentFile = { readonly fileId?: string; readonly caption?: string; readonly name?: string };

// What a client allows in one message; a longer text leaves as several.
const LONGEST_TEXT = 4096;

const mediaTypes: Readonly<Record<MediaKind, string | undefined>> = {
  photo: undefined,
  voice: "audio/ogg",
  document: "application/pdf",
};

/** What the simulator and tests do alike in a private chat and in a group. */
export type Thumb = { readonly id: number } & Omit<ReturnType<typeof createThumb>, "send">;

/** `acted` is called before each act, with all that came before it still to be told from what comes after. */
export function createThumb(
  whose: { readonly user: () => User; readonly chat: () => ChatRecord["chat"]; readonly acted: () => void },
  surroundings: Surroundings,
) {
  const { chats, me, now } = surroundings;

  function send(content: object, place?: Place): number {
    whose.acted();
    return sendAs(whose.user(), whose.chat(), content, surroundings, place);
  }

  const sendFile = (kind: MediaKind, file: SentFile, place?: Place): number => send(contentOf(kind, file), place);

  function messageOf(messageId: number): Message {
    const { id } = whose.chat();
    const stored = chats.chat(id)?.messages.get(messageId);
    if (stored === undefined) throw new Error(`chat ${id} has no message ${messageId}`);
    return stored.message;
  }

  function ownMessage(messageId: number): Message {
    const message = messageOf(messageId);
    if (message.from?.id !== whose.user().id) throw new Error(`message ${messageId} is somebody else's`);
    return message;
  }

  function change(before: object, changed: object): void {
    const message = { ...before, ...changed, edit_date: seconds(now()) } as Message;
    whose.acted();
    chats.record({ kind: "edited", message });
    if (isHeard(message, chats, me)) chats.queue({ edited_message: message } as Omit<Update, "update_id">, now());
  }

  function pressForged(messageId: number, data: string): void {
    const message = messageOf(messageId);
    whose.acted();
    const query = {
      id: `${4_000_000_000_000 + chats.sequence()}`,
      from: whose.user(),
      chat_instance: `${whose.chat().id}`,
      message,
      data,
    };
    chats.queue({ callback_query: query } as Omit<Update, "update_id">, now());
  }

  return {
    send,

    /** Types and sends a text; gives the id of the (last) message it became. */
    say(text: string, place?: Place): number {
      const pieces = text.trim().match(new RegExp(`[^]{1,${LONGEST_TEXT}}`, "gu"));
      if (pieces === null) throw new Error("a person cannot send an empty message");
      return pieces.map((piece) => send(textContent(piece), place)).at(-1) ?? 0;
    },

    sendPhoto: (file: SentFile = {}, place?: Place): number => sendFile("photo", file, place),
    sendVoice: (file: SentFile = {}, place?: Place): number => sendFile("voice", file, place),
    sendDocument: (file: SentFile = {}, place?: Place): number => sendFile("document", file, place),

    /** Changes an own message after it was sent: its text, or the words under its file. */
    edit(messageId: number, text: string): void {
      const { entities: _, caption_entities: __, ...before } = ownMessage(messageId);
      change(before, before.text === undefined ? { caption: text } : textContent(text));
    },

    /** Puts another file, with its words, in the place of what an own message held. */
    replace(messageId: number, kind: "photo" | "document", file: SentFile = {}): void {
      change(ownMessage(messageId), { ...noContent, ...contentOf(kind, file) });
    },

    /** Presses an inline button, found by its label or its data; a message keeps its buttons however old it is. */
    press(messageId: number, labelOrData: string): void {
      const buttons = inlineButtonsOf(messageOf(messageId)).flat();
      const button =
        buttons.find(({ text }) => text === labelOrData) ??
        buttons.find((found) => "callback_data" in found && found.callback_data === labelOrData);
      if (button === undefined || !("callback_data" in button)) {
        const labels = buttons.map(({ text }) => text).join(" | ");
        throw new Error(`message ${messageId} has no button to press "${labelOrData}"; it has: ${labels}`);
      }
      pressForged(messageId, button.callback_data);
    },

    /** A press with data of one's own making, as a tampered client can send it. */
    pressForged,
  };
}

function contentOf(kind: MediaKind, { fileId = `demo-${kind}`, caption, name = "sample.pdf" }: SentFile): object {
  const content = describeMedia(kind, { fileId, name, mediaType: mediaTypes[kind] });
  return { ...content, ...(caption === undefined ? {} : { caption }) };
}
