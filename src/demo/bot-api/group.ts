// A group chat as its members use it: for what the bot says where it should not be.
import type { Chat } from "grammy/types";
import { type Profile, rememberUser, type Surroundings, seconds, sendAs, textContent } from "./sending.js";
import { type MessageView, viewMessages } from "./view.js";
import { PATIENCE_MS, waitForMessage } from "./waiting.js";

export type Group = ReturnType<typeof createGroup>;

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
    waitFor: (fits: (message: MessageView) => boolean = () => true, ms = PATIENCE_MS): Promise<MessageView> =>
      waitForMessage(chats, id, (message) => message.changed > upTo && fits(message), ms),
  };
}
