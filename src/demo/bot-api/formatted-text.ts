// A message's text as it is shown: marks of HTML or MarkdownV2 turned into entities, links and commands found, ends trimmed.
import type { MessageEntity } from "grammy/types";
import { parseHtml } from "./html-text.js";
import { parseMarkdownV2 } from "./markdown-text.js";
import type { FormattedText, ParsedText } from "./parsed-text.js";

export function readFormattedText(raw: string, parseMode: unknown, given: readonly MessageEntity[] = []): ParsedText {
  const marked = readMarks(raw, parseMode, given);
  if (!marked.ok) return marked;
  const shown = trimmed(marked);
  return { ok: true, text: shown.text, entities: [...shown.entities, ...foundIn(shown)].sort(byPlace) };
}

function readMarks(raw: string, parseMode: unknown, given: readonly MessageEntity[]): ParsedText {
  if (parseMode === undefined || parseMode === "") return { ok: true, text: raw, entities: [...given] };
  if (parseMode === "HTML") return parseHtml(raw);
  if (parseMode === "MarkdownV2") return parseMarkdownV2(raw);
  return { ok: false, problem: "unsupported parse_mode" };
}

function trimmed({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  const moved = entities.flatMap((entity) => {
    const from = Math.max(0, entity.offset - start);
    const to = Math.min(kept.length, entity.offset + entity.length - start);
    return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
  });
  return { text: kept, entities: moved };
}

const patterns = [
  { type: "url", pattern: /https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)\]،؛؟]/gu },
  { type: "bot_command", pattern: /(?<=^|\s)\/[a-zA-Z0-9_]{1,32}(?:@[a-zA-Z0-9_]+)?(?![\w/])/gu },
] as const;

/** What every client makes tappable by itself, outside code and links. */
function foundIn({ text, entities }: FormattedText): MessageEntity[] {
  const closed = entities.filter(({ type }) => type === "code" || type === "pre" || type === "text_link");
  return patterns.flatMap(({ type, pattern }) =>
    [...text.matchAll(pattern)]
      .map((match) => ({ type, offset: match.index, length: match[0].length }))
      .filter(({ offset, length }) =>
        closed.every((entity) => offset + length <= entity.offset || offset >= entity.offset + entity.length),
      ),
  );
}

function byPlace(a: MessageEntity, b: MessageEntity): number {
  return a.offset - b.offset || b.length - a.length;
}
