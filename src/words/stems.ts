// The core of a word: its stem, and its consonants, which are the same in Arabic and in Latin letters.
import { skeleton } from "./skeleton.js";

/** Without what Arabic and English put before and behind a word; nothing is cut to less than three letters. */
export function stem(word: string): string {
  if (/^\p{Script=Arabic}/u.test(word)) {
    const bare = word.replace(/^(?:[وف]?[بلكه]?ال|وب|ول|لل|عال)(?=.{3})/u, "").replace(/^[وبلف](?=.{4})/u, "");
    return bare.replace(/(?<=.{3})(?:ها|هم|كم|نا|ون|وا|ين|ات|ني|تي|ته|ي|ه|ت|و)$/u, "");
  }
  return word
    .replace(/^(?:el|al|il|w|bl|lel)(?=[\p{L}\d]{5})/u, "")
    .replace(/(?<=.{3})(?:ing|ed|es|s)$/u, "")
    .replace(/(?<=.{4})e$/u, "");
}

/** Digits that stand for letters in Arabic that is written in Latin letters. */
const heard: Readonly<Record<string, string>> = { 2: "", 3: "", 5: "kh", 6: "t", 7: "h", 8: "k", 9: "s" };

/** The consonants of a word in either script; empty for a number. */
export function consonants(word: string): string {
  if (!/\p{L}/u.test(word)) return "";
  return skeleton(word.replace(/[2356789]/g, (digit) => heard[digit] ?? ""));
}
