// The person's side of a chat: what one does with a thumb, as calls. Used by the simulator and by tests.
import type { Chat, Message, Update, User } from "grammy/types";
import { inlineButtonsOf } from "./chats.js";
import { type Surroundings, seconds, sendAs, textContent } from "./sending.js";
import { type MessageView, viewMessages } from "./view.js";
import { PATIENCE_MS, waitForMessage } from "./waiting.js";

// What a client allows in one message; a longer text leaves as several.
const LONGEST_TEXT = 4096;

export type Person = ReturnType<typeof createPerson>;

/** The person must be remembered (`rememberUser`) before; their profile may change under way. */
export function createPerson(id: number, { chats, me, now }: Surroundings) {
  let seenUpTo = chats.sequence();

  function user(): User {
    const known = chats.user(id);
    if (known === undefined) throw new Error(`nobody knows person ${id}`);
    return known;
  }

  const chat = (): Chat.PrivateChat => ({ id, type: "private", first_name: user().first_name });

  function send(content: object): number {
    if (chats.chat(id)?.isBotOut === true) throw new Error(`person ${id} has blocked the bot and cannot write to it`);
    seenUpTo = chats.sequence();
    return sendAs(user(), chat(), content, { chats, now });
  }

  function messageOf(messageId: number): Message {
    const stored = chats.chat(id)?.messages.get(messageId);
    if (stored === undefined) throw new Error(`chat ${id} has no message ${messageId}`);
    return stored.message;
  }

  function pressForged(messageId: number, data: string): void {
    const message = messageOf(messageId);
    seenUpTo = chats.sequence();
    const query = {
      id: `${4_000_000_000_000 + chats.sequence()}`,
      from: user(),
      chat_instance: `${id}`,
      message,
      data,
    };
    chats.queue({ callback_query: query } as Omit<Update, "update_id">, now());
  }

  function tellBlocked(isBlocked: boolean): void {
    if ((chats.chat(id)?.isBotOut ?? false) === isBlocked) return;
    chats.record({ kind: isBlocked ? "bot-out" : "bot-in", chatId: id });
    const member = { status: "member", user: me } as const;
    const kicked = { status: "kicked", user: me, until_date: 0 } as const;
    const [before, after] = isBlocked ? [member, kicked] : [kicked, member];
    const date = seconds(now());
    chats.queue(
      { my_chat_member: { chat: chat(), from: user(), date, old_chat_member: before, new_chat_member: after } },
      now(),
    );
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
      return send({ contact: { phone_number: phone, first_name: user().first_name, ...owner } });
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
      seenUpTo = chats.sequence();
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
    waitFor: (fits: (message: MessageView) => boolean = () => true, ms = PATIENCE_MS): Promise<MessageView> =>
      waitForMessage(chats, id, (message) => message.changed > seenUpTo && fits(message), ms),
  };
}

function file(kind: string): { file_id: string; file_unique_id: string } {
  return { file_id: `demo-${kind}`, file_unique_id: `demo-${kind}` };
}
