// Telegram as a channel: a rendered message becomes Bot API calls, and however they end becomes one of the port's endings.
import { type Api, GrammyError, InputFile } from "grammy";
import type { MessageEntity } from "grammy/types";
import type { Log } from "../../log.js";
import type { Channel, Rendered, RenderedFile, RenderedMedia, Sent, Sign } from "../../messages/channel.js";
import { callTimeoutSeconds } from "./api.js";
import { type Failure, failureOf, isGone, isUnchanged } from "./failures.js";
import { inlineKeyboard, replyMarkup } from "./keyboard.js";
import { migratedTo } from "./migrated.js";
import { type Piece, piecesOf } from "./split-text.js";

/** A link's preview would fetch a pay page and show it to whoever looks at the phone. */
const link_preview_options = { is_disabled: true };

/** Telegram's limit for the text under a file, in UTF-16 units. */
const longestCaption = 1024;

const entitiesOf = ({ code }: Piece): MessageEntity[] => code.map((span) => ({ type: "code", ...span }));

type Surroundings = {
  /** All the pieces of one message have this long together: as long as one call may take. */
  readonly longestSendMs?: number;
  /** Hears of a chat that was written to and has another id now; the message is for whoever sees to what failed. */
  readonly follow?: (from: string, to: string) => Promise<void>;
};

export function createTelegramChannel(
  api: Api,
  log: Log,
  { longestSendMs = callTimeoutSeconds * 1000, follow }: Surroundings = {},
): Channel {
  async function call(method: string, chat: string, attempt: () => Promise<string>): Promise<Sent> {
    try {
      return { ok: true, messageId: await attempt() };
    } catch (error) {
      const failure = inChat(chat, failureOf(error));
      tell(method, failure, error);
      const to = migratedTo(error);
      if (to === undefined) return failure;
      // Where it cannot be kept now, the next call hears it again.
      await follow?.(chat, to).catch((fault: unknown) =>
        log.warn({ event: "telegram-chat-not-followed", error: fault }),
      );
      return { ok: false, reason: "misplaced" };
    }
  }

  /** A refusal names what is wrong with our message; it has no words of a person in it. */
  function tell(method: string, { reason }: Failure, error: unknown): void {
    const why = error instanceof GrammyError ? error.description : undefined;
    if (reason !== "unreachable") log.warn({ event: "telegram-call-failed", method, reason, why, error });
  }

  async function sendPiece(chat: string, piece: Piece, deadline: AbortSignal, given: How): Promise<string> {
    const how = { entities: entitiesOf(piece), link_preview_options, ...optionsOf(given) };
    const sent = await api.sendMessage(chat, piece.text, how, deadline as Parameters<Api["sendMessage"]>[3]);
    return String(sent.message_id);
  }

  async function sendFile(
    chat: string,
    file: RenderedFile,
    caption: Piece,
    deadline: AbortSignal,
    given: How,
  ): Promise<string> {
    const how = { ...captionOf(caption), ...optionsOf(given) };
    const until = deadline as Parameters<Api["sendDocument"]>[3];
    // Made anew for each call: Telegram tells the kind of file by its name.
    const sent =
      file.mediaType === "image/png"
        ? await api.sendPhoto(chat, new InputFile(Buffer.from(file.base64, "base64"), file.name), how, until)
        : await api.sendDocument(chat, new InputFile(Buffer.from(file.text), file.name), how, until);
    return String(sent.message_id);
  }

  /** A file that Telegram has is sent by its id. */
  async function sendMedia(
    chat: string,
    { kind, fileId }: RenderedMedia,
    caption: Piece,
    deadline: AbortSignal,
    given: How,
  ): Promise<string> {
    const how = { ...captionOf(caption), ...optionsOf(given) };
    const signal = deadline as Parameters<Api["sendPhoto"]>[3];
    const sent = await {
      photo: () => api.sendPhoto(chat, fileId, how, signal),
      document: () => api.sendDocument(chat, fileId, how, signal),
      voice: () => api.sendVoice(chat, fileId, how, signal),
    }[kind]();
    return String(sent.message_id);
  }

  async function send(chat: string, message: Rendered): Promise<Sent> {
    const { before, last } = cut(message);
    const { file, media } = message;
    const deadline = AbortSignal.timeout(longestSendMs);
    const isProtected = message.isProtected === true;
    const where = whereOf(message);
    let begun = false;
    for (const piece of before) {
      const sent = await call("sendMessage", chat, () => sendPiece(chat, piece, deadline, { where, isProtected }));
      if (!sent.ok) return begun ? partly(sent) : sent;
      begun = true;
    }
    // With a keyboard of words, or its removal, a message could not be edited any more.
    const markup = message.isRelayed === true ? inlineKeyboard(message) : replyMarkup(message);
    const how: How = { where, isProtected, ...(markup === undefined ? {} : { markup }) };
    const sent =
      file !== undefined
        ? await call(file.mediaType === "image/png" ? "sendPhoto" : "sendDocument", chat, () =>
            sendFile(chat, file, last, deadline, how),
          )
        : media !== undefined
          ? await call("sendMedia", chat, () => sendMedia(chat, media, last, deadline, how))
          : await call("sendMessage", chat, () => sendPiece(chat, last, deadline, how));
    return !sent.ok && begun ? partly(sent) : sent;
  }

  async function edit(chat: string, messageId: string, message: Rendered): Promise<Sent> {
    const [piece, ...more] = piecesOf(message);
    const { media } = message;
    const keyboard = inlineKeyboard(message);
    // Neither a second piece nor a keyboard of words nor a file fits in the place of one text.
    const isOneText = more.length === 0 && message.contact === undefined && message.file === undefined;
    if (piece === undefined || !isOneText) return { ok: false, reason: "refused" };
    const method = media === undefined ? "editMessageText" : "editMessageMedia";
    return call(method, chat, async () => {
      try {
        const id = Number(messageId);
        const markup = keyboard === undefined ? {} : { reply_markup: keyboard };
        const entities = entitiesOf(piece);
        if (media === undefined)
          await api.editMessageText(chat, id, piece.text, { entities, link_preview_options, ...markup });
        // Telegram puts no other voice note in the place of one.
        else if (media.kind === "voice") await api.editMessageCaption(chat, id, { ...captionOf(piece), ...markup });
        else {
          const shown = { type: media.kind, media: media.fileId, ...captionOf(piece) } as const;
          await api.editMessageMedia(chat, id, shown, markup);
        }
      } catch (error) {
        if (!isUnchanged(error)) throw error;
      }
      return messageId;
    });
  }

  async function remove(chat: string, messageId: string): Promise<Sent> {
    return call("deleteMessage", chat, async () => {
      try {
        await api.deleteMessage(chat, Number(messageId));
      } catch (error) {
        if (!isGone(error)) throw error;
      }
      return messageId;
    });
  }

  function react(chat: string, messageId: string, sign: Sign): Promise<Sent> {
    return call("setMessageReaction", chat, async () => {
      await api.setMessageReaction(chat, Number(messageId), [{ type: "emoji", emoji: signs[sign] }]);
      return messageId;
    });
  }

  return { name: "telegram", send, edit, remove, react };
}

/** Of those that every bot may set. */
const signs = { sent: "👍", changed: "👌", noted: "✍", withdrawn: "🙈" } as const satisfies Record<Sign, string>;

type How = {
  readonly where: ReturnType<typeof whereOf>;
  readonly isProtected: boolean;
  readonly markup?: ReturnType<typeof replyMarkup>;
};

/** What every kind of message has. */
const optionsOf = ({ where, isProtected, markup }: How) => ({
  ...where,
  ...(isProtected ? { protect_content: true } : {}),
  ...(markup === undefined ? {} : { reply_markup: markup }),
});

const captionOf = (piece: Piece) => ({ caption: piece.text, caption_entities: entitiesOf(piece) });

/** A message that is gone meanwhile is answered all the same, just not visibly so. */
function whereOf({ thread, replyTo }: Pick<Rendered, "thread" | "replyTo">) {
  return {
    ...(thread === undefined ? {} : { message_thread_id: Number(thread) }),
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: Number(replyTo), allow_sending_without_reply: true } }),
  };
}

/** `last` has the buttons under it and is the caption of a file, empty but for the mark where the text is too long for one. */
function cut(message: Rendered): { readonly before: readonly Piece[]; readonly last: Piece } {
  const pieces = piecesOf(message);
  const hasCaption = message.file !== undefined || message.media !== undefined;
  const isCaption = pieces.length === 1 && (pieces[0]?.text.length ?? 0) <= longestCaption;
  if (hasCaption && !isCaption) return { before: pieces, last: { text: message.mark ?? "", code: [] } };
  return { before: pieces.slice(0, -1), last: pieces.at(-1) ?? message };
}

/** By its id alone. */
export const isGroup = (chat: string): boolean => chat.startsWith("-");

/** A group has a limit of its own, about twenty messages a minute, and the bot's of thirty a second is kept: what is throttled is the group. */
const inChat = (chat: string, failure: Failure): Failure =>
  failure.reason === "throttled" && isGroup(chat) ? { ...failure, isOfChat: true } : failure;

/** Some of it arrived: to send it all again would be sending twice. */
const partly = (failure: Failure): Failure =>
  failure.reason === "unreachable" ? failure : { ok: false, reason: "unknown" };
