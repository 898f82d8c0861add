// Reads the HTML that Telegram takes (https://core.telegram.org/bots/api#html-style) and refuses what Telegram refuses.
import type { MessageEntity } from "grammy/types";
import type { ParsedText } from "./parsed-text.js";

const simpleTags = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  "tg-spoiler": "spoiler",
} as const;

const namedCharacters: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

type OpenTag = { readonly name: string; readonly attributes: string; readonly offset: number };

export function parseHtml(html: string): ParsedText {
  const entities: MessageEntity[] = [];
  const open: OpenTag[] = [];
  let text = "";
  for (const [token] of html.matchAll(/<[^>]*>?|&(?:#\d+|#x[0-9a-f]+|[a-z]+);|[^<&]+|&/giu)) {
    if (token.startsWith("&")) {
      text += character(token);
      continue;
    }
    if (!token.startsWith("<")) {
      text += token;
      continue;
    }
    const tag = /^<(\/?)([a-z-]+)(\s[^>]*)?>$/iu.exec(token);
    if (tag === null) return { ok: false, problem: `Unsupported start tag in "${token}"` };
    const name = (tag[2] ?? "").toLowerCase();
    if (tag[1] === "") {
      if (!isSupported(name, tag[3] ?? "")) return { ok: false, problem: `Unsupported start tag "${name}"` };
      open.push({ name, attributes: tag[3] ?? "", offset: text.length });
      continue;
    }
    const opened = open.pop();
    if (opened?.name !== name) return { ok: false, problem: `Unmatched end tag "${name}"` };
    const entity = entityOf(opened, text.length - opened.offset);
    if (entity !== undefined) entities.push(entity);
  }
  const left = open.pop();
  if (left !== undefined) return { ok: false, problem: `Can't find end tag corresponding to start tag "${left.name}"` };
  return { ok: true, text, entities };
}

function isSupported(name: string, attributes: string): boolean {
  if (name === "span") return /class\s*=\s*"tg-spoiler"/iu.test(attributes);
  return name === "a" || Object.hasOwn(simpleTags, name);
}

function entityOf({ name, attributes, offset }: OpenTag, length: number): MessageEntity | undefined {
  if (length === 0) return undefined;
  if (name === "a") {
    const url = /href\s*=\s*"([^"]*)"/iu.exec(attributes)?.[1] ?? "";
    return { type: "text_link", offset, length, url: url.replace(/&[#a-z0-9]+;/giu, character) };
  }
  const type = name === "span" ? "spoiler" : simpleTags[name as keyof typeof simpleTags];
  return { type, offset, length } as MessageEntity;
}

function character(reference: string): string {
  const numeric = /^&#(x?)([0-9a-f]+);$/iu.exec(reference);
  if (numeric?.[2] !== undefined) {
    const code = Number.parseInt(numeric[2], numeric[1] === "" ? 10 : 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference;
  }
  return namedCharacters[reference.slice(1, -1)] ?? reference;
}
