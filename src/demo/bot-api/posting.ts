// The send methods: what the bot writes into a chat, where in it, and whether it may be passed on.
import type { Message, ReplyKeyboardMarkup } from "grammy/types";
import { type ApiAnswer, badRequest, done } from "./answer.js";
import type { ChatRecord } from "./chat-record.js";
import type { Params } from "./check-call.js";
import { captionOf, inlineKeyboardOf, withText } from "./content.js";
import { readMedia } from "./given-file.js";
import type { MediaKind } from "./media.js";
import { findPlace, type Place } from "./place.js";
import { type MethodSurroundings, type Methods, withChat } from "./reaching.js";
import { seconds } from "./sending.js";

export const posting: Methods = {
  sendMessage: (params, around) =>
    post(params, around, withText("text", "entities", String(params.text), params.entities, params)),
  sendDocument: (params, around) => postMedia("document", params, around),
  sendPhoto: (params, around) => postMedia("photo", params, around),
  sendVoice: (params, around) => postMedia("voice", params, around),
};

function postMedia(kind: MediaKind, params: Params, around: MethodSurroundings): ApiAnswer {
  return withChat(params, around.chats, () => {
    const read = readMedia(kind, params[kind], around.chats);
    if (!read.ok) return badRequest(read.problem);
    return post(params, around, { ...read.content, ...captionOf(params) });
  });
}

function post(params: Params, { chats, me, now }: MethodSurroundings, content: object): ApiAnswer {
  return withChat(params, chats, (record) => {
    if (record.isBotMuted && record.botRights === undefined)
      return badRequest("not enough rights to send text messages to the chat");
    const place = findPlace(record, placeAsked(params, record));
    if (!place.ok) return badRequest(place.problem);
    const topic = record.topics.get(place.fields.message_thread_id ?? 0);
    if (topic?.isClosed === true && record.botRights?.mayManageTopics !== true) return badRequest("TOPIC_CLOSED");
    const inline = inlineKeyboardOf(params);
    const message = {
      message_id: record.lastMessageId + 1,
      from: { id: me.id, is_bot: true, first_name: me.first_name, username: me.username },
      chat: record.chat,
      date: seconds(now()),
      ...place.fields,
      ...content,
      ...(params.protect_content === true ? { has_protected_content: true } : {}),
      ...(inline === undefined ? {} : { reply_markup: inline }),
    } as Message;
    const keyboard = replyKeyboardOf(params);
    chats.record({ kind: "message", message, ...(keyboard === undefined ? {} : { keyboard }) });
    return done(message);
  });
}

type AskedReply = { readonly message_id: number; readonly allow_sending_without_reply?: boolean };

function placeAsked({ message_thread_id, reply_parameters }: Params, { messages }: ChatRecord): Place {
  const threadId = message_thread_id as number | undefined;
  const reply = reply_parameters as AskedReply | undefined;
  if (reply === undefined) return { threadId };
  const isGone = reply.allow_sending_without_reply === true && !messages.has(reply.message_id);
  return { threadId, replyToId: isGone ? undefined : reply.message_id };
}

function replyKeyboardOf({ reply_markup }: Params): ReplyKeyboardMarkup | null | undefined {
  if (typeof reply_markup !== "object" || reply_markup === null) return undefined;
  if ("keyboard" in reply_markup) return reply_markup as ReplyKeyboardMarkup;
  return "remove_keyboard" in reply_markup ? null : undefined;
}
