// The methods that change or take back what the bot has said.
import type { Message } from "grammy/types";
import { type ApiAnswer, badRequest, done } from "./answer.js";
import type { Params } from "./check-call.js";
import { captionOf, inlineKeyboardOf, noContent, withText } from "./content.js";
import { readMedia } from "./given-file.js";
import { mediaIn } from "./media.js";
import { type MethodSurroundings, type Methods, withMessage } from "./reaching.js";
import { seconds } from "./sending.js";

const notThere = "message to edit not found";

export const editing: Methods = {
  editMessageText: (params, around) =>
    withMessage(params, around.chats, notThere, (_, { message }) => {
      if (message.text === undefined) return badRequest("there is no text in the message to edit");
      return edit(params, around, {
        entities: undefined,
        ...withText("text", "entities", String(params.text), params.entities, params),
        reply_markup: inlineKeyboardOf(params),
      });
    }),

  editMessageCaption: (params, around) =>
    withMessage(params, around.chats, notThere, (_, { message }) => {
      if (mediaIn(message).length === 0) return badRequest("there is no caption in the message to edit");
      const changes = { caption: undefined, caption_entities: undefined, ...captionOf(params) };
      return edit(params, around, { ...changes, reply_markup: inlineKeyboardOf(params) });
    }),

  editMessageMedia: (params, around) =>
    withMessage(params, around.chats, notThere, (_, { message }) => {
      // A voice note is not among what can be replaced.
      const isReplaceable = mediaIn(message).some(({ kind }) => kind !== "voice") || message.text !== undefined;
      if (!isReplaceable) return badRequest("there is no media in the message to edit");
      const { type, media, ...words } = params.media as Params;
      if (type !== "photo" && type !== "document") return badRequest(`media of type ${type} is not known here`);
      const read = readMedia(type, media, around.chats);
      if (!read.ok) return badRequest(read.problem);
      const changes = { ...noContent, ...read.content, ...captionOf(words) };
      return edit(params, around, { ...changes, reply_markup: inlineKeyboardOf(params) });
    }),

  editMessageReplyMarkup: (params, around) => edit(params, around, { reply_markup: inlineKeyboardOf(params) }),

  deleteMessage: (params, { chats, me }) =>
    withMessage(params, chats, "message to delete not found", (record, { message }) => {
      const isOwn = message.from?.id === me.id;
      if (record.chat.type !== "private" && !isOwn && record.botRights?.mayDeleteMessages !== true) {
        return badRequest("message can't be deleted");
      }
      chats.record({ kind: "deleted", chatId: record.chat.id, messageId: message.message_id });
      return done(true);
    }),
};

function edit(params: Params, { chats, me, now }: MethodSurroundings, changes: object): ApiAnswer {
  return withMessage(params, chats, notThere, (_, { message }) => {
    if (message.from?.id !== me.id) return badRequest("message can't be edited");
    const edited = withoutAbsent({ ...message, ...changes });
    if (JSON.stringify(edited) === JSON.stringify(withoutAbsent(message))) {
      return badRequest(
        "message is not modified: specified new message content and reply markup are exactly the same as a current " +
          "content and reply markup of the message",
      );
    }
    const stamped = { ...edited, edit_date: seconds(now()) } as Message;
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
