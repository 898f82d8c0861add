// Cuts a text that is too long for one message into pieces, at the ends of lines, each with its own copyable spans.
import type { Rendered } from "../../messages/channel.js";

export type Piece = Pick<Rendered, "text" | "code">;

/** Telegram's limit, in UTF-16 units. */
const longestText = 4096;

/** A message's pieces as they are sent, each under its mark. */
export function piecesOf({ mark, ...message }: Pick<Rendered, "text" | "code" | "mark">): readonly Piece[] {
  if (mark === undefined) return splitText(message);
  const before = mark.length + 1;
  return splitText(message, longestText - before).map(({ text, code }) => ({
    text: text === "" ? mark : `${mark}\n${text}`,
    code: code.map((span) => ({ ...span, offset: span.offset + before })),
  }));
}

export function splitText({ text, code }: Piece, longest = longestText): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  while (text.length - from > longest) {
    const cut = cutPlace(text, from, longest);
    pieces.push(pieceOf(text, code, from, cut));
    from = text.charAt(cut) === "\n" ? cut + 1 : cut;
  }
  return [...pieces, pieceOf(text, code, from, text.length)];
}

function cutPlace(text: string, from: number, longest: number): number {
  for (const sign of ["\n", " "]) {
    const last = text.lastIndexOf(sign, from + longest);
    if (last > from) return last;
  }
  // Half a character would be no text at all.
  const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(from + longest - 1));
  return from + longest - (isHalf ? 1 : 0);
}

function pieceOf(text: string, code: Rendered["code"], from: number, to: number): Piece {
  return {
    text: text.slice(from, to),
    code: code.flatMap(({ offset, length }) => {
      const start = Math.max(offset, from);
      const end = Math.min(offset + length, to);
      return end > start ? [{ offset: start - from, length: end - start }] : [];
    }),
  };
}
