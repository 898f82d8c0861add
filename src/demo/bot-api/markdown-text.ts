// Reads MarkdownV2 (https://core.telegram.org/bots/api#markdownv2-style) and refuses what Telegram refuses.
import type { MessageEntity } from "grammy/types";
import type { ParsedText } from "./parsed-text.js";

// Longer marks first: "__" is an underline, never two italics.
const marks = [
  { mark: "```", type: "pre" },
  { mark: "||", type: "spoiler" },
  { mark: "__", type: "underline" },
  { mark: "*", type: "bold" },
  { mark: "_", type: "italic" },
  { mark: "~", type: "strikethrough" },
  { mark: "`", type: "code" },
] as const;

const reserved = new Set("_*[]()~`>#+-=|{}.!");

type Open = { readonly mark: string; readonly type: MessageEntity["type"] | "link"; readonly offset: number };

export function parseMarkdownV2(source: string): ParsedText {
  const entities: MessageEntity[] = [];
  const open: Open[] = [];
  let text = "";
  let at = 0;
  let quoteFrom: number | undefined;

  const closeQuote = () => {
    if (quoteFrom !== undefined && text.length > quoteFrom) {
      entities.push({ type: "blockquote", offset: quoteFrom, length: text.length - quoteFrom });
    }
    quoteFrom = undefined;
  };

  while (at < source.length) {
    const innermost = open.at(-1);
    const isCode = innermost?.type === "code" || innermost?.type === "pre";
    const rest = source.slice(at);
    const next = rest.charAt(0);
    if (next === "\\" && rest.length > 1 && rest.charCodeAt(1) <= 126) {
      text += rest.charAt(1);
      at += 2;
      continue;
    }
    const found = marks.find(({ mark }) => rest.startsWith(mark));
    if (isCode && found?.mark !== innermost.mark) {
      text += next;
      at += 1;
      continue;
    }
    if (found !== undefined) {
      at += found.mark.length;
      if (innermost?.mark !== found.mark) {
        open.push({ ...found, offset: text.length });
        continue;
      }
      open.pop();
      const length = text.length - innermost.offset;
      if (length > 0) entities.push({ type: found.type, offset: innermost.offset, length } as MessageEntity);
      continue;
    }
    if (next === "[") {
      open.push({ mark: "]", type: "link", offset: text.length });
      at += 1;
      continue;
    }
    if (next === "]" && innermost?.type === "link") {
      const target = /^\]\(((?:\\.|[^)\\])*)\)/u.exec(rest);
      if (target === null) return { ok: false, problem: "Can't find end of a URL" };
      open.pop();
      const url = (target[1] ?? "").replace(/\\(.)/gu, "$1");
      const length = text.length - innermost.offset;
      if (length > 0) entities.push({ type: "text_link", offset: innermost.offset, length, url });
      at += target[0].length;
      continue;
    }
    const isLineStart = at === 0 || source[at - 1] === "\n";
    if (isLineStart && next === ">") {
      quoteFrom ??= text.length;
      at += 1;
      continue;
    }
    if (isLineStart) closeQuote();
    if (reserved.has(next)) {
      return { ok: false, problem: `Character '${next}' is reserved and must be escaped with the preceding '\\'` };
    }
    text += next;
    at += 1;
  }
  closeQuote();
  const left = open.at(-1);
  if (left !== undefined) return { ok: false, problem: `Can't find end of ${left.type} entity` };
  return { ok: true, text, entities };
}
