// Reads numbers as people say them: "two", "سنتين", "الثالث", "20th"; what is no number stays as it was.
import { foldText } from "../../words/fold-text.js";
import words from "./number-words.json" with { type: "json" };

const numberOf: ReadonlyMap<string, string> = new Map(
  Object.entries(words.words).flatMap(([n, said]) => said.map((each) => [foldText(each), n] as const)),
);
const longest = Math.max(...[...numberOf.keys()].map((phrase) => phrase.split(" ").length));

/** Two of something are one word in Arabic. */
const dual: ReadonlySet<string> = new Set(["سنتين", "سنتان", "عامين", "عامان", "حولين"].map(foldText));

/** The words of a folded text, each number among them in digits; the longest reading wins ("twenty first" is 21). */
export function withDigits(folded: string): readonly string[] {
  const tokens = folded.split(" ").filter((token) => token !== "");
  const read: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    let taken = 1;
    let word = tokens
      .slice(at, at + 1)
      .join("")
      .replace(/^(\d{1,2})(?:st|nd|rd|th)$/u, "$1");
    for (let length = Math.min(longest, tokens.length - at); length >= 1; length -= 1) {
      const n = numberOf.get(tokens.slice(at, at + length).join(" "));
      if (n === undefined) continue;
      [taken, word] = [length, n];
      break;
    }
    read.push(dual.has(word) ? "2" : word);
    at += taken;
  }
  return read;
}

/** Words that may stand beside a number without meaning anything else: "two years please". */
const beside: ReadonlySet<string> = new Set(
  [
    ..."for year years yr yrs please ok okay only just make it want i number the worker".split(" "),
    ..."سنة سنه سنوات سنين عام أعوام بس فقط خلها خليها ابي أبي أريد اريد لمدة مدة لو سمحت رقم العامل".split(" "),
  ].map(foldText),
);
const oneYear: ReadonlySet<string> = new Set(["سنة", "سنه", "عام", "year", "a year"].map(foldText));

/**
 * The one number that a text says. "سنة" alone is one year.
 * @returns `isAll`: nothing else is said; `undefined` where there is none, or more than one
 */
export function readNumber(text: string): { readonly n: number; readonly isAll: boolean } | undefined {
  const folded = foldText(text);
  if (oneYear.has(folded)) return { n: 1, isAll: true };
  const tokens = withDigits(folded);
  const numbers = tokens.filter((token) => /^\d{1,2}$/u.test(token));
  const [only] = numbers;
  if (only === undefined || new Set(numbers).size > 1 || tokens.some((token) => /\d{3}/u.test(token))) return undefined;
  return { n: Number(only), isAll: tokens.every((token) => token === only || beside.has(token)) };
}
