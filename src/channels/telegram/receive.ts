// Reads an update from a private chat as what its person said, in words that every channel can be put into.
import type { Content } from "../../desk/handoff.js";
import type { Input, Media } from "../../journeys/input.js";
import { parseButtonData, parseCommand } from "../../messages/render.js";
import type { Incoming } from "../../turns/incoming.js";
import type { Language } from "../../words/line.js";
import { isAnonymousAdmin } from "./anonymous-admin.js";
import { contentOf } from "./content.js";
import type { TelegramMessage, TelegramUpdate } from "./update.js";

type Received = Omit<Incoming, "channel">;

/** Why an update is no turn of anybody's. */
type Ignored = "nothing-said" | "not-private" | "no-sender" | "bot" | "service-message" | "live-location";

export type Reading =
  | { readonly ok: true; readonly received: Received }
  | { readonly ok: false; readonly reason: Ignored };

/** Whose chat it is: one person's with the bot, or the staff's group. */
export type Place = "private" | "staff-group";

type Sender = { readonly id: number; readonly is_bot: boolean; readonly language_code?: string | undefined };

export function receive(update: TelegramUpdate, place: Place = "private"): Reading {
  const { message, edited_message: edited, callback_query: query } = update;
  if (message !== undefined) return receiveMessage(update, message, place);
  if (edited !== undefined) {
    // Somebody's shared position is "edited" every few seconds while they walk.
    if (edited.location !== undefined) return { ok: false, reason: "live-location" };
    const content = contentOf(edited, true);
    return turn(update, edited.chat, edited.from, { kind: "media", media: "edited" }, { place, content });
  }
  if (query?.message === undefined || query.data === undefined) return { ok: false, reason: "nothing-said" };
  const pressedMessage = String(query.message.message_id);
  return turn(update, query.message.chat, query.from, parseButtonData(query.data), { place, pressedMessage });
}

function receiveMessage(update: TelegramUpdate, message: TelegramMessage, place: Place): Reading {
  if (!acts.some((act) => message[act] !== undefined)) return { ok: false, reason: "service-message" };
  const content = contentOf(message, false);
  // Telegram names a bot of its own in their place; the desk answers whoever it is.
  const isAnonymous = place === "staff-group" && isAnonymousAdmin(message);
  const from = isAnonymous && message.from !== undefined ? { ...message.from, is_bot: false } : message.from;
  return turn(update, message.chat, from, inputOf(message), { place, content });
}

function turn(
  update: TelegramUpdate,
  chat: TelegramMessage["chat"],
  from: Sender | undefined,
  input: Input,
  {
    place,
    content,
    ...more
  }: { readonly place: Place; readonly pressedMessage?: string; readonly content?: Content | undefined },
): Reading {
  if (place === "private" && chat.type !== "private") return { ok: false, reason: "not-private" };
  if (from === undefined) return { ok: false, reason: "no-sender" };
  if (from.is_bot) return { ok: false, reason: "bot" };
  const language = guessLanguage(from);
  const where = place === "staff-group" ? { inGroupBy: String(from.id) } : {};
  const passed = content === undefined ? {} : { content };
  const received = { chat: String(chat.id), update: String(update.update_id), input, ...passed, ...where, ...more };
  return { ok: true, received: language === undefined ? received : { ...received, language } };
}

function inputOf(message: TelegramMessage): Input {
  // Before its content: a forwarded text is somebody else's words, a forwarded contact proves nothing.
  if (message.forward_origin !== undefined) return { kind: "media", media: "forwarded" };
  if (message.contact !== undefined) return contactOf(message.contact, message.from);
  if (message.text === undefined) {
    const { media_group_id: album } = message;
    return { kind: "media", media: mediaOf(message), ...(typeof album === "string" ? { album } : {}) };
  }
  return parseCommand(message.text) ?? { kind: "text", text: message.text };
}

/** Telegram sets `user_id` itself; it vouches for the number only when that is the sender's own. */
function contactOf(contact: NonNullable<TelegramMessage["contact"]>, from: Sender | undefined): Input {
  const own = contact.user_id !== undefined && contact.user_id === from?.id;
  // Telegram's own numbers are international, with or without the plus.
  const phone = own && !contact.phone_number.startsWith("+") ? `+${contact.phone_number}` : contact.phone_number;
  return { kind: "contact", phone, own };
}

/** Which field says which kind; another of a person's acts is "other". */
const mediaFields: readonly (readonly [field: string, Media])[] = [
  ["photo", "photo"],
  ["voice", "voice"],
  ["audio", "voice"],
  ["video", "video"],
  ["video_note", "video"],
  // An animation also has a `document`, for clients of old.
  ["animation", "video"],
  ["sticker", "sticker"],
  ["venue", "location"],
  ["location", "location"],
  ["document", "document"],
];

function mediaOf(message: TelegramMessage): Media {
  return mediaFields.find(([field]) => message[field] !== undefined)?.[1] ?? "other";
}

/**
 * What a person does, by the field that says it. Anything else is a note of Telegram's own (a pin, a topic, a gift, a boost,
 * whatever comes next year): nobody said anything, and nobody is answered.
 */
const acts: readonly string[] = [
  "text",
  "contact",
  ...mediaFields.map(([field]) => field),
  "paid_media",
  "story",
  "dice",
  "game",
  "poll",
  "checklist",
];

/** A first guess until the person chooses: Arabic for an app in Arabic, English for any other. */
export function guessLanguage({ language_code: code }: Pick<Sender, "language_code">): Language | undefined {
  if (code === undefined) return undefined;
  return code.toLowerCase().split("-")[0] === "ar" ? "ar" : "en";
}
