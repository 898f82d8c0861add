// What each method of the Bot API does to the chats, and what it answers. The call has been checked before.
import type {
  BotCommand,
  InlineKeyboardMarkup,
  Message,
  MessageEntity,
  ReplyKeyboardMarkup,
  UserFromGetMe,
} from "grammy/types";
import { type ApiAnswer, badRequest, done, refused } from "./answer.js";
import type { ChatRecord, Chats, StoredMessage } from "./chats.js";
import type { Params } from "./check-call.js";
import { documentOf } from "./documents.js";
import { readFormattedText } from "./formatted-text.js";

type Surroundings = { readonly chats: Chats; readonly me: UserFromGetMe; readonly now: () => Date };
type Method = (params: Params, surroundings: Surroundings) => ApiAnswer;

// Telegram names no figure; bots report that answers are refused after some ten to twenty seconds.
const QUERY_LIFETIME_MS = 15_000;

export function perform(method: string, params: Params, surroundings: Surroundings): ApiAnswer {
  return methods[method]?.(params, surroundings) ?? refused(404, "Not Found");
}

const methods: Readonly<Record<string, Method>> = {
  getMe: (_, { me }) => done(me),

  sendMessage: (params, around) =>
    post(params, around, () => withText("text", "entities", String(params.text), params.entities, params)),

  sendDocument: (params, around) =>
    post(params, around, () => ({ document: documentOf(params.document, around.chats), ...captionOf(params) })),

  sendPhoto: (params, around) =>
    post(params, around, () => ({
      photo: [{ ...fileOf(params.photo), width: 640, height: 480 }],
      ...captionOf(params),
    })),

  editMessageText: (params, around) =>
    withMessage(params, around.chats, notThere, (_, { message }) => {
      if (message.text === undefined) return badRequest("there is no text in the message to edit");
      return edit(params, around, () => ({
        entities: undefined,
        ...withText("text", "entities", String(params.text), params.entities, params),
        reply_markup: inlineKeyboardOf(params),
      }));
    }),

  editMessageReplyMarkup: (params, around) => edit(params, around, () => ({ reply_markup: inlineKeyboardOf(params) })),

  deleteMessage: (params, { chats }) =>
    withMessage(params, chats, "message to delete not found", (record) => {
      chats.record({ kind: "deleted", chatId: record.chat.id, messageId: Number(params.message_id) });
      return done(true);
    }),

  answerCallbackQuery: ({ callback_query_id, text, show_alert }, { chats, now }) => {
    const query = chats.query(String(callback_query_id));
    if (query === undefined || now().getTime() - query.at > QUERY_LIFETIME_MS) {
      return badRequest("query is too old and response timeout expired or query ID is invalid");
    }
    if (typeof text === "string" && text !== "") {
      chats.tell({ kind: "toast", chatId: query.chatId, text, isAlert: show_alert === true });
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

  leaveChat: (params, { chats }) =>
    withChat(params, chats, (record) => {
      if (record.chat.type === "private") return badRequest("chat member status can't be changed in private chats");
      chats.record({ kind: "bot-out", chatId: record.chat.id });
      return done(true);
    }),

  getChat: (params, { chats }) =>
    withChat(params, chats, ({ chat }) => done({ ...chat, accent_color_id: 0, max_reaction_count: 11 })),
};

function withChat({ chat_id }: Params, chats: Chats, act: (record: ChatRecord) => ApiAnswer): ApiAnswer {
  const record = chats.chat(Number(chat_id));
  if (record === undefined) return badRequest("chat not found");
  if (!record.isBotOut) return act(record);
  const why = record.chat.type === "private" ? "bot was blocked by the user" : "bot is not a member of the group chat";
  return refused(403, `Forbidden: ${why}`);
}

function withMessage(
  params: Params,
  chats: Chats,
  absent: string,
  act: (record: ChatRecord, stored: StoredMessage) => ApiAnswer,
): ApiAnswer {
  return withChat(params, chats, (record) => {
    const stored = record.messages.get(Number(params.message_id));
    return stored === undefined ? badRequest(absent) : act(record, stored);
  });
}

function post(params: Params, { chats, me, now }: Surroundings, content: () => object): ApiAnswer {
  return withChat(params, chats, (record) => {
    const inline = inlineKeyboardOf(params);
    const message = {
      message_id: record.lastMessageId + 1,
      from: { id: me.id, is_bot: true, first_name: me.first_name, username: me.username },
      chat: record.chat,
      date: Math.floor(now().getTime() / 1000),
      ...content(),
      ...(inline === undefined ? {} : { reply_markup: inline }),
    } as Message;
    const keyboard = replyKeyboardOf(params);
    chats.record({ kind: "message", message, ...(keyboard === undefined ? {} : { keyboard }) });
    return done(message);
  });
}

const notThere = "message to edit not found";

function edit(params: Params, { chats, me, now }: Surroundings, changes: () => object): ApiAnswer {
  return withMessage(params, chats, notThere, (_, { message }) => {
    if (message.from?.id !== me.id) return badRequest("message can't be edited");
    const edited = withoutAbsent({ ...message, ...changes() });
    if (JSON.stringify(edited) === JSON.stringify(withoutAbsent(message))) {
      return badRequest(
        "message is not modified: specified new message content and reply markup are exactly the same as a current " +
          "content and reply markup of the message",
      );
    }
    const stamped = { ...edited, edit_date: Math.floor(now().getTime() / 1000) } as Message;
    chats.record({ kind: "edited", message: stamped });
    return done(stamped);
  });
}

/** Drops absent fields and sorts the rest, so that equal messages are equal text. */
function withoutAbsent(message: object): object {
  return Object.fromEntries(
    Object.entries(message)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function withText(field: string, entitiesField: string, raw: string, given: unknown, { parse_mode }: Params): object {
  const read = readFormattedText(raw, parse_mode, (given ?? []) as MessageEntity[]);
  if (!read.ok) return { [field]: raw };
  return { [field]: read.text, ...(read.entities.length > 0 ? { [entitiesField]: read.entities } : {}) };
}

function captionOf(params: Params): object {
  if (typeof params.caption !== "string" || params.caption === "") return {};
  return withText("caption", "caption_entities", params.caption, params.caption_entities, params);
}

function fileOf(file: unknown): { file_id: string; file_unique_id: string } {
  const id = String(file);
  return { file_id: id, file_unique_id: id.slice(-16) };
}

/** An empty inline keyboard is none. */
function inlineKeyboardOf({ reply_markup }: Params): InlineKeyboardMarkup | undefined {
  const markup = reply_markup as InlineKeyboardMarkup | undefined;
  return markup?.inline_keyboard?.some((row) => row.length > 0) === true ? markup : undefined;
}

function replyKeyboardOf({ reply_markup }: Params): ReplyKeyboardMarkup | null | undefined {
  if (typeof reply_markup !== "object" || reply_markup === null) return undefined;
  if ("keyboard" in reply_markup) return reply_markup as ReplyKeyboardMarkup;
  return "remove_keyboard" in reply_markup ? null : undefined;
}
