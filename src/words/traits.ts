// Takes a text apart into what it is recognised by: words, stems, what words stand for, pairs, letters in a row, consonants.
import type { Concepts } from "./concepts.js";
import { foldText } from "./fold-text.js";
import { hashOf } from "./hash.js";
import type { Mend } from "./spelling.js";
import { consonants, stem } from "./stems.js";

/** What one asks for stands at the beginning; the rest of a pasted page is not read. */
const longestRead = 400;
const mostWords = 30;
const longestWord = 24;
/** Pairs of them are counted: a pasted page has many. */
const mostConcepts = 12;
/** Sentences are shorter: of a pasted page, letters are read only here. */
const mostSpelled = 12;

/** Whether there is more of a text than is read. */
export function isCut(text: string): boolean {
  return (
    text.length > longestRead ||
    text.normalize("NFKC").length > longestRead ||
    foldText(text)
      .split(" ")
      .some((word, at) => at >= mostWords || word.length > longestWord)
  );
}

/** The folded words of a text, at most thirty of them. */
export function wordsOf(text: string): readonly string[] {
  // One character can stand for a sentence («ﷺ»): what it unfolds to is cut again.
  return foldText(text.slice(0, longestRead).normalize("NFKC").slice(0, longestRead))
    .split(" ", mostWords)
    .filter((word) => word !== "")
    .map((word) => word.slice(0, longestWord));
}

/** How much each kind of trait weighs, and what keeps its hashes apart from another kind's. */
const kinds = {
  word: [1, 11],
  stem: [0.8, 12],
  concept: [1.4, 13],
  pair: [0.8, 14],
  together: [0.8, 15],
  letters: [0.35, 16],
  consonants: [0.5, 17],
} as const;

/** The hash of each trait with its weight. */
export type Traits = ReadonlyMap<number, number>;

export function traitsOf(typed: readonly string[], mend: Mend, concepts: Concepts): Traits {
  const traits = new Map<number, number>();
  const add = ([weight, seed]: readonly [number, number], text: string, from = 0, to = text.length) =>
    traits.set(hashOf(text, seed, from, to), weight);
  const words = typed.map(mend);
  const standFor = concepts(typed, words);
  let before = "^";
  const met: number[] = [];
  for (const [at, word] of words.entries()) {
    const root = stem(word);
    add(kinds.word, word);
    add(kinds.stem, root);
    const here = standFor[at] ?? [];
    for (const concept of here)
      if (!met.includes(concept) && met.length < mostConcepts) {
        add(kinds.concept, String(concept));
        for (const other of met) add(kinds.together, concept < other ? `${concept} ${other}` : `${other} ${concept}`);
        met.push(concept);
      }
    const first = here[0] === undefined ? root : String(here[0]);
    add(kinds.pair, `${before} ${first}`);
    before = first;
    const bones = consonants(word);
    if (bones.length > 1) add(kinds.consonants, bones);
    if (at >= mostSpelled) continue;
    const edged = `^${word}$`;
    for (let from = 0; from + 3 <= edged.length; from++) {
      add(kinds.letters, edged, from, from + 3);
      if (from + 4 <= edged.length) add(kinds.letters, edged, from, from + 4);
    }
  }
  add(kinds.pair, `${before} $`);
  return traits;
}
