// What each method of the Bot API does to the chats, and what it answers. The call has been checked before.
import type { BotCommand } from "grammy/types";
import { type ApiAnswer, badRequest, done, refused } from "./answer.js";
import { banning } from "./banning.js";
import type { Params } from "./check-call.js";
import { editing } from "./editing.js";
import { membership } from "./membership.js";
import { posting } from "./posting.js";
import { type MethodSurroundings, type Methods, withChat } from "./reaching.js";
import { reacting } from "./reacting.js";
import { topics } from "./topics.js";

// Telegram names no figure; bots report that answers are refused after some ten to twenty seconds.
const QUERY_LIFETIME_MS = 15_000;

export function perform(method: string, params: Params, surroundings: MethodSurroundings): ApiAnswer {
  return methods[method]?.(params, surroundings) ?? refused(404, "Not Found");
}

const methods: Methods = {
  ...posting,
  ...editing,
  ...reacting,
  ...topics,
  ...membership,
  ...banning,

  getMe: (_, { chats, me }) => done({ ...me, can_read_all_group_messages: !chats.isPrivacyOn() }),

  answerCallbackQuery: ({ callback_query_id, text, show_alert }, { chats, now }) => {
    const query = chats.query(String(callback_query_id));
    if (query === undefined || now().getTime() - query.at > QUERY_LIFETIME_MS) {
      return badRequest("query is too old and response timeout expired or query ID is invalid");
    }
    if (typeof text === "string" && text !== "") {
      chats.tell({ kind: "toast", chatId: query.chatId, userId: query.userId, text, isAlert: show_alert === true });
    }
    return done(true);
  },

  sendChatAction: (params, { chats }) =>
    withChat(params, chats, (record) => {
      chats.tell({ kind: "typing", chatId: record.chat.id });
      return done(true);
    }),

  setMyCommands: ({ commands, language_code = "", scope }, { chats }) => {
    // One list for everybody is all this bot needs; lists of other scopes are taken and shown to nobody.
    const isForPeople =
      scope === undefined || ["default", "all_private_chats"].includes((scope as { type: string }).type);
    if (isForPeople) {
      chats.record({ kind: "commands", languageCode: String(language_code), commands: commands as BotCommand[] });
    }
    return done(true);
  },

  setMyDescription: ({ description = "", language_code = "" }, { chats }) => {
    chats.record({ kind: "description", languageCode: String(language_code), description: String(description) });
    return done(true);
  },

  setMyShortDescription: () => done(true),
};
