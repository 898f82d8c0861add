// Takes the token out of a link to a pay page, a receipt or somebody's own data: whoever has it can open the page. Which page it was stays.
import { dropInvisible } from "../domain/digits.js";

/** On any host, also inside another address, where a slash is written %2F; people break an address after a slash. */
const path = /(?:\/|%2F)\s*[prx]\s*(?:\/|%2F)\s*/giu;

/** Of 128 random bits. */
const tokenLength = 22;

/** A shorter piece can be a word: "24/p/ renewal". From so much of a token, what is missing could be tried out. */
const shortestPiece = 15;

const pieces = /[\w-]+(?:\s+|$|(?=[^\w-]))/gy;

export function maskLinks(text: string): string {
  const seen = dropInvisible(text);
  let masked = "";
  let from = 0;
  for (const { index, 0: head } of seen.matchAll(path)) {
    const start = index + head.length;
    const end = endOfToken(seen, start);
    if (start < from || end === undefined) continue;
    masked += `${seen.slice(from, start)}••••`;
    from = end;
  }
  // Without a link not even what cannot be seen is changed.
  return from === 0 ? text : masked + seen.slice(from);
}

/** One piece, or several that make a whole token together; `undefined`: what stands there is none. */
function endOfToken(text: string, start: number): number | undefined {
  pieces.lastIndex = start;
  let length = 0;
  let end = start;
  for (let piece = pieces.exec(text); piece !== null; piece = pieces.exec(text)) {
    const word = piece[0].trimEnd();
    length += word.length;
    end = piece.index + word.length;
    if (word.length >= shortestPiece || length >= tokenLength) break;
  }
  const isToken = length === tokenLength || (length >= shortestPiece && !/\s/u.test(text.slice(start, end)));
  return isToken ? end : undefined;
}
