// The person's side of a chat: what one does with a thumb, as calls. Used by the simulator and by tests.
import type { Chat, User } from "grammy/types";
import { type Surroundings, seconds, textContent } from "./sending.js";
import { createThumb } from "./thumb.js";
import { type MessageView, viewDeleted, viewMessages } from "./view.js";
import { PATIENCE_MS, waitForMessage } from "./waiting.js";

export type Person = ReturnType<typeof createPerson>;

/** The person must be remembered (`rememberUser`) before; their profile may change under way. */
export function createPerson(id: number, surroundings: Surroundings) {
  const { chats, me, now } = surroundings;
  let seenUpTo = chats.sequence();

  function user(): User {
    const known = chats.user(id);
    if (known === undefined) throw new Error(`nobody knows person ${id}`);
    return known;
  }

  const chat = (): Chat.PrivateChat => ({ id, type: "private", first_name: user().first_name });

  const { send, ...thumb } = createThumb(
    {
      user,
      chat() {
        if (chats.chat(id)?.isBotOut === true)
          throw new Error(`person ${id} has blocked the bot and cannot write to it`);
        return chat();
      },
      acted() {
        seenUpTo = chats.sequence();
      },
    },
    surroundings,
  );

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
    ...thumb,

    /** Opens a chat with the bot, which may then write first; nothing is said. */
    begin(): void {
      if (chats.chat(id) === undefined) chats.record({ kind: "begun", chat: chat() });
    },

    /** One's own contact, unless `userId` names another's; null: a contact that is not on Telegram. */
    shareContact({ phone, userId = id }: { phone: string; userId?: number | null }): number {
      const owner = userId === null ? {} : { user_id: userId };
      return send({ contact: { phone_number: phone, first_name: user().first_name, ...owner } });
    },

    sendSticker: (): number =>
      send({
        sticker: {
          file_id: "demo-sticker",
          file_unique_id: "demo-sticker",
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

    block: (): void => tellBlocked(true),
    unblock: (): void => tellBlocked(false),

    messages: (): readonly MessageView[] => viewMessages(chats.chat(id)),
    /** Messages that are gone, as they last were. */
    deleted: (): readonly MessageView[] => viewDeleted(chats.chat(id)),

    /**
     * The newest of the bot's messages sent or edited since this person last did something and fitting `fits`; waits for it.
     * Fails after `ms` with the chat's last messages.
     */
    waitFor: (fits: (message: MessageView) => boolean = () => true, ms = PATIENCE_MS): Promise<MessageView> =>
      waitForMessage(chats, id, (message) => message.changed > seenUpTo && fits(message), ms),
  };
}
