/** Promises the same words for a name however it is spelled: what a person is looked up by when only a name is known. */
import { dropInvisible } from "./digits.js";

/** So many words of a name count; the rest of a very long one is left out. */
const mostWords = 12;

/** Letters that are written for one another in Arabic names. */
const sameLetter: readonly (readonly [written: RegExp, letter: string])[] = [
  [/[أإآٱ]/gu, "ا"],
  [/[ىئ]/gu, "ي"],
  [/ؤ/gu, "و"],
  [/ة/gu, "ه"],
  [/ء/gu, ""],
];

/** «ال» before at least three letters, and "al-" or "el-" with a letter behind it. */
const article = /^(?:ال(?=\p{L}{3})|(?:al|el)[-'’](?=\p{L}))/u;

/** Words that stand between names and tell nobody apart. */
const between = new Set(["بن", "بنت", "ابن", "ال", "bin", "bint", "ibn", "al", "el"]);

/**
 * The words of a name, each once, in the order in which they stand. A Latin word is its first letter and its consonants:
 * "Mohammed" and "Muhammad", "Fatima" and "Fatma" are one word.
 * @returns at most 12; none for what has no letter
 * @example nameWords("Fatima Al-Rashoud") // ["ftm", "rshd"]
 */
export function nameWords(name: string): readonly string[] {
  const plain = dropInvisible(name)
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{M}ـ]/gu, "");
  const words = plain.normalize("NFC").split(/[^\p{L}'’-]+/u);
  const kept = words.filter((word) => !between.has(word)).flatMap(partsOf);
  return [...new Set(kept)].slice(0, mostWords);
}

function partsOf(word: string): readonly string[] {
  const parts = word.replace(article, "").split(/[-'’]+/u);
  return parts
    .filter((part) => !between.has(part))
    .map(folded)
    .filter((part) => part !== "");
}

function folded(word: string): string {
  const single = sameLetter.reduce((text, [written, letter]) => text.replace(written, letter), word);
  return /^[a-z]+$/u.test(single) ? consonants(single) : single.replace(/(\p{L})\1+/gu, "$1");
}

/** One letter for each that Arabic writes alike: vowels differ from one passport to the next. */
function consonants(word: string): string {
  const alike = word
    .replace(/ph/gu, "f")
    .replace(/q/gu, "k")
    .replace(/[eiou]/gu, "a");
  return (alike.charAt(0) + alike.slice(1).replace(/[ay]/gu, "")).replace(/(.)\1+/gu, "$1");
}
