// Checks a call of the Bot API as the published description has it: method, parameters, types, lengths, and the prose rules.
import type { MessageEntity } from "grammy/types";
import { checkFields } from "./check-shape.js";
import { readFormattedText } from "./formatted-text.js";
import { brokenRule } from "./prose-rules.js";
import { methodOf, type SpecFields, typeOf } from "./spec.js";

export type Params = Readonly<Record<string, unknown>>;

export type CallCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "method" | "params"; readonly problem: string };

/** `problem` continues "Bad Request: ". A parameter the description does not know is a fault too: Telegram would ignore it. */
export function checkCall(method: string, params: Params): CallCheck {
  const described = methodOf(method);
  if (described === undefined) return { ok: false, reason: "method", problem: `method ${method} is not known here` };
  const problem =
    checkFields(params, described.fields, "") ??
    brokenText(params, described.fields) ??
    brokenWords(params.media) ??
    brokenRule(method, params);
  return problem === undefined ? { ok: true } : { ok: false, reason: "params", problem };
}

/** A file that comes as an object of its own has its words in it. */
function brokenWords(media: unknown): string | undefined {
  if (typeof media !== "object" || media === null) return undefined;
  const params = media as Params;
  const type = typeOf(`InputMedia${String(params.type).replace(/^./u, (letter) => letter.toUpperCase())}`);
  return type !== undefined && "fields" in type ? brokenText(params, type.fields) : undefined;
}

/** Lengths that count "after entities parsing" need the marks read first. */
function brokenText(params: Params, fields: SpecFields): string | undefined {
  for (const [name, { length }] of Object.entries(fields)) {
    const raw = params[name];
    if (length?.afterParsing !== true || typeof raw !== "string") continue;
    const entities = (params[name === "caption" ? "caption_entities" : "entities"] ?? []) as readonly MessageEntity[];
    const read = readFormattedText(raw, params.parse_mode, entities);
    if (!read.ok) return `can't parse entities: ${read.problem}`;
    if (read.text.length < length.min) return "message text is empty";
    if (read.text.length > length.max) return `message ${name === "caption" ? "caption " : ""}is too long`;
  }
  return undefined;
}
