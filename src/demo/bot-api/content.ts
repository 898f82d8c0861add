// What a call says a message should hold: its text or caption with the marks read, and its inline keyboard.
import type { InlineKeyboardMarkup, MessageEntity } from "grammy/types";
import type { Params } from "./check-call.js";
import { readFormattedText } from "./formatted-text.js";

export function withText(
  field: string,
  entitiesField: string,
  raw: string,
  given: unknown,
  { parse_mode }: Params,
): object {
  const read = readFormattedText(raw, parse_mode, (given ?? []) as MessageEntity[]);
  if (!read.ok) return { [field]: raw };
  return { [field]: read.text, ...(read.entities.length > 0 ? { [entitiesField]: read.entities } : {}) };
}

export function captionOf(params: Params): object {
  if (typeof params.caption !== "string" || params.caption === "") return {};
  return withText("caption", "caption_entities", params.caption, params.caption_entities, params);
}

/** An empty inline keyboard is none. */
export function inlineKeyboardOf({ reply_markup }: Params): InlineKeyboardMarkup | undefined {
  const markup = reply_markup as InlineKeyboardMarkup | undefined;
  return markup?.inline_keyboard?.some((row) => row.length > 0) === true ? markup : undefined;
}

/** All that a message holds goes, where something else takes its place. */
export const noContent = {
  text: undefined,
  entities: undefined,
  photo: undefined,
  document: undefined,
  caption: undefined,
  caption_entities: undefined,
};
