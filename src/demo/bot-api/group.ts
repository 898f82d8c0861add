// A group chat as its members use it: the hotline team's own, with topics, and any other the bot is taken into.
import { type BotRights, type GroupChat, isInside, type Member } from "./entries.js";
import { botAsMember } from "./membership.js";
import type { Place } from "./place.js";
import { type Profile, rememberUser, type Surroundings, seconds } from "./sending.js";
import { createThumb, type SentFile } from "./thumb.js";
import { type GroupView, type MessageView, viewDeleted, viewGroup, viewMessages } from "./view.js";
import { PATIENCE_MS, waitForMessage } from "./waiting.js";

export type Group = ReturnType<typeof createGroup>;

/** "forum" is a supergroup with topics. */
export type GroupKind = "group" | "supergroup" | "forum";

export function createGroup(
  { id, title, kind }: { readonly id: number; readonly title: string; readonly kind: GroupKind },
  surroundings: Surroundings,
) {
  const { chats, me, now } = surroundings;
  const chat = (chats.chat(id)?.chat as GroupChat | undefined) ?? newChat(id, title, kind);
  if (chats.chat(id) === undefined) chats.record({ kind: "group", chat });
  let upTo = chats.sequence();
  const acted = () => {
    upTo = chats.sequence();
  };

  function thumbOf(as: { id: number } & Profile) {
    const user = rememberUser(chats, as.id, as);
    return createThumb({ user: () => user, chat: () => chat, acted }, surroundings);
  }

  const statusOf = (userId: number) => chats.chat(id)?.members.get(userId)?.status;

  return {
    id,

    /** Somebody writes in the group, member or not. */
    say(text: string, as: { id: number } & Profile): number {
      if (statusOf(as.id) === "kicked") throw new Error(`${as.id} is kept out of group ${id}`);
      return thumbOf(as).say(text);
    },

    /** `undefined`: nobody has told it yet. */
    statusOf,

    /** Takes somebody in, and gives their thumb. Asked for again, they stay what they were unless told: also out. */
    member(as: { id: number } & Profile, status?: Member["status"]) {
      const { say, sendPhoto, sendVoice, sendDocument, edit, replace, press, pressForged } = thumbOf(as);
      const user = rememberUser(chats, as.id, as);
      const before = chats.chat(id)?.members.get(as.id);
      const member: Member = { user, status: status ?? before?.status ?? "member" };
      if (JSON.stringify(before) !== JSON.stringify(member)) chats.record({ kind: "member", chatId: id, member });

      function within<Given extends unknown[]>(act: (...given: Given) => void) {
        return (...given: Given): void => {
          mustBeIn();
          act(...given);
        };
      }

      function mustBeIn(): void {
        if (!isInside(statusOf(as.id))) throw new Error(`${as.id} is not in group ${id}`);
      }

      /** Members who are no administrators cannot write in a closed topic. */
      function open(place: Place): Place {
        mustBeIn();
        const topic = chats.chat(id)?.topics.get(place.threadId ?? 0);
        if (topic?.isClosed === true && member.status === "member") throw new Error(`topic ${topic.id} is closed`);
        return place;
      }

      return {
        id: as.id,
        /** In General unless `threadId` names a topic. */
        say: (text: string, place: Place = {}): number => say(text, open(place)),
        sendPhoto: (file?: SentFile, place: Place = {}): number => sendPhoto(file, open(place)),
        sendVoice: (file?: SentFile, place: Place = {}): number => sendVoice(file, open(place)),
        sendDocument: (file?: SentFile, place: Place = {}): number => sendDocument(file, open(place)),
        edit: within(edit),
        replace: within(replace),
        press: within(press),
        pressForged: within(pressForged),
      };
    },

    /** Somebody adds the bot. */
    addBot(as: { id: number } & Profile): void {
      acted();
      const from = rememberUser(chats, as.id, as);
      chats.record({ kind: "bot-in", chatId: id });
      const [before, after] = [
        { status: "left", user: me },
        { status: "member", user: me },
      ] as const;
      const date = seconds(now());
      chats.queue({ my_chat_member: { chat, from, date, old_chat_member: before, new_chat_member: after } }, now());
    },

    /** Makes the bot an administrator with these rights, taken in if it had left, or a plain member again; told to the bot as `as`'s doing, when given. */
    grantBot(rights: BotRights | null, as?: { id: number } & Profile): void {
      const before = chats.chat(id)?.botRights;
      if (JSON.stringify(before ?? null) === JSON.stringify(rights)) return;
      if (chats.chat(id)?.isBotOut === true) chats.record({ kind: "bot-in", chatId: id });
      chats.record({ kind: "bot-rights", chatId: id, rights });
      if (as === undefined) return;
      const change = {
        old_chat_member: botAsMember(me, before),
        new_chat_member: botAsMember(me, rights ?? undefined),
      };
      const from = rememberUser(chats, as.id, as);
      chats.queue({ my_chat_member: { chat, from, date: seconds(now()), ...change } }, now());
    },

    /** Forbids the bot, while it is no administrator, to write, or allows it again. Telegram tells it nothing of rights of the whole group. */
    muteBot(isMuted: boolean): void {
      chats.record({ kind: "bot-muted", chatId: id, isMuted });
    },

    isBotIn: (): boolean => chats.chat(id)?.isBotOut === false,
    view: (): GroupView => viewGroup(chats.chat(id)),
    messages: (): readonly MessageView[] => viewMessages(chats.chat(id)),
    /** Messages that are gone, as they last were. */
    deleted: (): readonly MessageView[] => viewDeleted(chats.chat(id)),
    waitFor: (fits: (message: MessageView) => boolean = () => true, ms = PATIENCE_MS): Promise<MessageView> =>
      waitForMessage(chats, id, (message) => message.changed > upTo && fits(message), ms),
  };
}

function newChat(id: number, title: string, kind: GroupKind): GroupChat {
  if (kind === "group") return { id, type: "group", title } as GroupChat;
  return { id, type: "supergroup", title, ...(kind === "forum" ? { is_forum: true } : {}) } as GroupChat;
}
