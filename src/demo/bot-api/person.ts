// The person's side of a chat: what one does with a thumb, as calls. Used by the simulator and by tests.
import type { Chat, Message, Update, User } from "grammy/types";
import { type Chats, inlineButtonsOf } from "./chats.js";
import { readFormattedText } from "./formatted-text.js";
import { type MessageView, viewMessages } from "./view.js";

export type Profile = { readonly firstName: string; readonly languageCode?: string };

// What a client allows in one message; a longer text leaves as several.
const LONGEST_TEXT = 4096;

export type Person = ReturnType<typeof createPerson>;
export type Group = ReturnType<typeof createGroup>;

type Surroundings = { readonly chats: Chats; readonly me: User; readonly now: () => Date };

export function createPerson(id: number, profile: Profile, { chats, me, now }: Surroundings) {
  const user = rememberUser(chats, id, profile);
  const chat: Chat.PrivateChat = { id, type: "private", first_name: user.first_name };
  const seen = { upTo: chats.sequence() };

  function send(content: object): number {
    if (chats.chat(id)?.isBotOut === true) throw new Error(`person ${id} has blocked the bot and cannot write to it`);
    seen.upTo = chats.sequence();
    return sendAs(user, chat, content, { chats, now });
  }

  function messageOf(messageId: number): Message {
    const stored = chats.chat(id)?.messages.get(messageId);
    if (stored === undefined) throw new Error(`chat ${id} has no message ${messageId}`);
    return stored.message;
  }

  function pressForged(messageId: number, data: string): void {
    const message = messageOf(messageId);
    seen.upTo = chats.sequence();
    const query = { id: `${4_000_000_000_000 + chats.sequence()}`, from: user, chat_instance: `${id}`, message, data };
    chats.queue({ callback_query: query } as Omit<Update, "update_id">, now());
  }

  function tellBlocked(isBlocked: boolean): void {
    if ((chats.chat(id)?.isBotOut ?? false) === isBlocked) return;
    chats.record({ kind: isBlocked ? "bot-out" : "bot-in", chatId: id });
    const member = { status: "member", user: me } as const;
    const kicked = { status: "kicked", user: me, until_date: 0 } as const;
    const [before, after] = isBlocked ? [member, kicked] : [kicked, member];
    const date = seconds(now());
    chats.queue({ my_chat_member: { chat, from: user, date, old_chat_member: before, new_chat_member: after } }, now());
  }

  return {
    id,

    /** Types and sends a text; gives the id of the (last) message it became. */
    say(text: string): number {
      const pieces = text.trim().match(new RegExp(`[^]{1,${LONGEST_TEXT}}`, "gu"));
      if (pieces === null) throw new Error("a person cannot send an empty message");
      return pieces.map((piece) => send(textContent(piece))).at(-1) ?? 0;
    },

    /** Presses an inline button, found by its label or its data; a message keeps its buttons however old it is. */
    press(messageId: number, labelOrData: string): void {
      const message = messageOf(messageId);
      const buttons = inlineButtonsOf(message).flat();
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

    /** One's own contact, unless `userId` names another's; null: a contact that is not on Telegram. */
    shareContact({ phone, userId = id }: { phone: string; userId?: number | null }): number {
      const owner = userId === null ? {} : { user_id: userId };
      return send({ contact: { phone_number: phone, first_name: user.first_name, ...owner } });
    },

    sendPhoto: (): number => send({ photo: [{ ...file("photo"), width: 640, height: 480 }] }),
    sendVoice: (): number => send({ voice: { ...file("voice"), duration: 3, mime_type: "audio/ogg" } }),
    sendSticker: (): number =>
      send({
        sticker: {
          ...file("sticker"),
          type: "regular",
          width: 512,
          height: 512,
          is_animated: false,
          is_video: false,
          emoji: "👍",
        },
      }),
    sendLocation: (): number => send({ location: { latitude: 29.3759, longitude: 47.9774 } }),

    /** Forwards a text that somebody else wrote. */
    forward(text: string): number {
      const origin = { type: "hidden_user", sender_user_name: "Forwarded", date: seconds(now()) - 60 };
      return send({ ...textContent(text), forward_origin: origin });
    },

    /** Changes an own message after it was sent. */
    edit(messageId: number, text: string): void {
      const message = { ...messageOf(messageId), ...textContent(text), edit_date: seconds(now()) } as Message;
      seen.upTo = chats.sequence();
      chats.record({ kind: "edited", message });
      chats.queue({ edited_message: message } as Omit<Update, "update_id">, now());
    },

    block: (): void => tellBlocked(true),
    unblock: (): void => tellBlocked(false),

    messages: (): readonly MessageView[] => viewMessages(chats.chat(id)),

    /**
     * The newest of the bot's messages sent or edited since this person last did something and fitting `fits`; waits for it.
     * Fails after `ms` with the chat's last messages.
     */
    waitFor: (fits: (message: MessageView) => boolean = () => true, ms = 5000): Promise<MessageView> =>
      waitForMessage(chats, id, (message) => message.changed > seen.upTo && fits(message), ms),
  };
}

export function createGroup(id: number, title: string, { chats, me, now }: Surroundings) {
  const chat = { id, type: "group", title } as Chat.GroupChat;
  if (chats.chat(id) === undefined) chats.record({ kind: "group", chat });
  let upTo = chats.sequence();

  return {
    id,

    /** Somebody writes in the group. */
    say(text: string, as: { id: number } & Profile): number {
      upTo = chats.sequence();
      return sendAs(rememberUser(chats, as.id, as), chat, textContent(text), { chats, now });
    },

    /** Somebody adds the bot. */
    addBot(as: { id: number } & Profile): void {
      upTo = chats.sequence();
      const from = rememberUser(chats, as.id, as);
      chats.record({ kind: "bot-in", chatId: id });
      const [before, after] = [
        { status: "left", user: me },
        { status: "member", user: me },
      ] as const;
      const date = seconds(now());
      chats.queue({ my_chat_member: { chat, from, date, old_chat_member: before, new_chat_member: after } }, now());
    },

    isBotIn: (): boolean => chats.chat(id)?.isBotOut === false,
    messages: (): readonly MessageView[] => viewMessages(chats.chat(id)),
    waitFor: (fits: (message: MessageView) => boolean = () => true, ms = 5000): Promise<MessageView> =>
      waitForMessage(chats, id, (message) => message.changed > upTo && fits(message), ms),
  };
}

function rememberUser(chats: Chats, id: number, { firstName, languageCode }: Profile): User {
  const user: User = {
    id,
    is_bot: false,
    first_name: firstName,
    ...(languageCode === undefined ? {} : { language_code: languageCode }),
  };
  if (JSON.stringify(chats.user(id)) !== JSON.stringify(user)) chats.record({ kind: "user", user });
  return user;
}

function sendAs(
  from: User,
  chat: Chat.PrivateChat | Chat.GroupChat,
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

function waitForMessage(
  chats: Chats,
  chatId: number,
  fits: (message: MessageView) => boolean,
  ms: number,
): Promise<MessageView> {
  const newest = () => viewMessages(chats.chat(chatId)).findLast((message) => message.from === "bot" && fits(message));
  return new Promise((resolve, reject) => {
    const now = newest();
    if (now !== undefined) {
      resolve(now);
      return;
    }
    const timer = setTimeout(() => {
      unsubscribe();
      const last = viewMessages(chats.chat(chatId)).slice(-4);
      reject(
        new Error(`no such message in chat ${chatId} within ${ms} ms; the last are ${JSON.stringify(last, null, 1)}`),
      );
    }, ms);
    const unsubscribe = chats.subscribe((happening) => {
      if (happening.kind !== "changed" || happening.chatId !== chatId) return;
      const found = newest();
      if (found === undefined) return;
      clearTimeout(timer);
      unsubscribe();
      resolve(found);
    });
  });
}

function textContent(text: string): object {
  const read = readFormattedText(text, undefined);
  if (!read.ok) throw new Error(read.problem);
  return { text: read.text, ...(read.entities.length > 0 ? { entities: read.entities } : {}) };
}

function file(kind: string): { file_id: string; file_unique_id: string } {
  return { file_id: `demo-${kind}`, file_unique_id: `demo-${kind}` };
}

function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
