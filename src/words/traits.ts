// Takes a text apart into what it is recognised by: words, stems, what words stand for, pairs, letters in a row, consonants.
import { foldText } from "./fold-text.js";
import { skeleton } from "./skeleton.js";
import type { Mend } from "./spelling.js";

/** What one asks for stands at the beginning; the rest of a pasted page is not read. */
const longestRead = 500;
const mostWords = 40;
const longestWord = 24;
/** Pairs of them are counted: a pasted page has many. */
const mostConcepts = 10;

/** Whether there is more of a text than is read. */
export function isCut(text: string): boolean {
  return text.length > longestRead || foldText(text).split(" ").length > mostWords;
}

/** The folded words of a text, at most forty of them. */
export function wordsOf(text: string): readonly string[] {
  return foldText(text.slice(0, longestRead))
    .split(" ", mostWords)
    .filter((word) => word !== "")
    .map((word) => word.slice(0, longestWord));
}

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
function consonants(word: string): string {
  if (!/\p{L}/u.test(word)) return "";
  return skeleton(word.replace(/[2356789]/g, (digit) => heard[digit] ?? ""));
}

const weight = { word: 1, stem: 0.8, concept: 1.4, pair: 0.8, together: 0.8, letters: 0.35, consonants: 0.5 } as const;

/** @param concepts what a word stands for, by its folded form and by its stem */
export function traitsOf(
  typed: readonly string[],
  mend: Mend,
  concepts: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const traits = new Map<string, number>();
  const add = (trait: string, value: number) => traits.set(trait, Math.max(value, traits.get(trait) ?? 0));
  let before = "^";
  const stoodFor = new Set<string>();
  for (const each of typed) {
    const word = concepts.has(each) ? each : mend(each);
    const root = stem(word);
    const concept = concepts.get(word) ?? concepts.get(root);
    add(`w ${word}`, weight.word);
    add(`s ${root}`, weight.stem);
    if (concept !== undefined && !stoodFor.has(concept)) {
      add(`c ${concept}`, weight.concept);
      for (const other of stoodFor) add(`x ${[concept, other].sort().join(" ")}`, weight.together);
      if (stoodFor.size < mostConcepts) stoodFor.add(concept);
    }
    const here = concept ?? root;
    add(`p ${before} ${here}`, weight.pair);
    before = here;
    const bones = consonants(word);
    if (bones.length > 1) add(`k ${bones}`, weight.consonants);
    const edged = `^${word}$`;
    for (let at = 0; at + 3 <= edged.length; at++) {
      add(`3 ${edged.slice(at, at + 3)}`, weight.letters);
      if (at + 4 <= edged.length) add(`4 ${edged.slice(at, at + 4)}`, weight.letters);
    }
  }
  add(`p ${before} $`, weight.pair);
  return traits;
}
