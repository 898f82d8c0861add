// Telegram's keyboards for a message: buttons under it, or, to ask for the sender's number, in place of the letters.
import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from "grammy/types";
import type { Rendered, RenderedButton } from "../../messages/channel.js";

type Buttons = Pick<Rendered, "buttons" | "contact">;

export function replyMarkup(message: Buttons): InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove {
  if (message.contact !== undefined) return contactKeyboard(message.contact, message.buttons);
  // A keyboard of words that was left standing would answer a question that is no longer asked.
  return inlineKeyboard(message) ?? { remove_keyboard: true };
}

export function inlineKeyboard({ buttons }: Buttons): InlineKeyboardMarkup | undefined {
  if (buttons.length === 0) return undefined;
  return { inline_keyboard: buttons.map((row) => row.map(inlineButton)) };
}

function inlineButton(button: RenderedButton): InlineKeyboardButton {
  if ("url" in button) return { text: button.label, url: button.url };
  if ("copy" in button) return { text: button.label, copy_text: { text: button.copy } };
  return { text: button.label, callback_data: button.data };
}

/** Only this kind of keyboard can ask for a number, and it has no links: a link stands in the text, too. */
function contactKeyboard(contact: string, rows: Rendered["buttons"]): ReplyKeyboardMarkup {
  const words = rows.map((row) => row.filter((button) => "data" in button).map(({ label }) => ({ text: label })));
  return {
    keyboard: [[{ text: contact, request_contact: true }], ...words.filter((row) => row.length > 0)],
    resize_keyboard: true,
    one_time_keyboard: true,
  };
}
