/** Promises a name as a person writes it, in any script, and initials that do not give it away. */
import type { Brand } from "./brand.js";
import { dropInvisible } from "./digits.js";

/** 2–80 characters: letters of any script with their marks, single spaces, ' ’ - and . */
export type PersonName = Brand<string, "PersonName">;

/** Why a text is no name; of several, the first in this order. */
export type PersonNameFault = "empty" | "too-long" | "not-a-name";

const mostCharacters = 80;
const nameShape = /^\p{L}[\p{L}\p{M} '’.-]+$/u;

/** Reads a name: composed (NFC), invisible marks and tatweel dropped, runs of spaces made one. */
export function parsePersonName(text: string): { ok: true; name: PersonName } | { ok: false; reason: PersonNameFault } {
  if (typeof text !== "string") return { ok: false, reason: "not-a-name" };
  const name = dropInvisible(text).replaceAll("\u0640", "").replace(/\s+/g, " ").trim().normalize("NFC");
  if (name === "") return { ok: false, reason: "empty" };
  if ([...name].length > mostCharacters) return { ok: false, reason: "too-long" };
  if (!nameShape.test(name)) return { ok: false, reason: "not-a-name" };
  return { ok: true, name: name as PersonName };
}

// «ال» or "Al-", "El-" before a name of at least two letters; the name of God is no article and two letters.
const article = /^(?:[اٱ]\p{M}*ل\p{M}*(?!ل\p{M}*ه\p{M}*(?!\p{L}))-?|(?:al|el)[\p{Pd}'’])(?=\p{L}\p{M}*\p{L})/iu;
// The same as a word of its own, when another word follows.
const articleAlone = /^(?:[اٱ]ل|al|el)$/iu;

/**
 * The first letter of the first and of the last word, "M. H." or "م. ح."; of a single word its first letter.
 * The article is left out, since half of Kuwait's families would have one initial: «نورة الرشود» is "ن. ر.", "Noura Al-Rashoud"
 * and "Noura Al Rashoud" are "N. R."; where fewer than two letters would remain it is part of the name.
 * Words without a letter do not count; no letter at all gives "".
 */
export function initials(name: string): string {
  const words = name.split(/\s+/).flatMap((word) => word.match(/\p{L}.*/u) ?? []);
  const named = words.filter((word, i) => i === words.length - 1 || !articleAlone.test(word));
  const letters = named.map((word) => word.replace(article, "").replace(/^(\p{L}).*$/u, "$1"));
  const shown = letters.filter((_, i) => i === 0 || i === letters.length - 1);
  return shown.map((letter) => `${letter.toUpperCase()}.`).join(" ");
}
