// Learns all that is kept of the table of phrasings. It is run by tools/learn-phrases.mjs and by tests, never by the service.
import { createConcepts, formsOf } from "./concepts.js";
import { foldText } from "./fold-text.js";
import { longHashOf } from "./hash.js";
import { learn } from "./learn.js";
import type { Learned } from "./learned.js";
import { type Meaning, meanings, registers, type Table } from "./meanings.js";
import { createMend } from "./spelling.js";
import { wordsOf } from "./traits.js";

export function learnTable(table: Table): Learned {
  const whole = wholePhrases(table);
  const words = commonFirst(table);
  const forms = formsOf(table.words);
  return {
    phrases: Float64Array.from(whole.keys(), longHashOf),
    meant: Uint8Array.from(whole.values(), (meaning) => meanings.indexOf(meaning)),
    words,
    forms,
    weights: learn(table, createMend(words), createConcepts(forms)),
  };
}

/** Every folded phrase. One phrase means one thing. */
function wholePhrases(table: Table): ReadonlyMap<string, Meaning> {
  const whole = new Map<string, Meaning>();
  for (const meaning of meanings)
    for (const phrase of registers.flatMap((register) => table.phrases[meaning][register])) {
      const folded = foldText(phrase);
      const other = whole.get(folded);
      if (folded === "" || (other !== undefined && other !== meaning))
        throw new Error(
          `phrases.json: "${phrase}" cannot mean ${meaning}${other === undefined ? "" : ` and ${other}`}`,
        );
      whole.set(folded, meaning);
    }
  return whole;
}

function commonFirst(table: Table): readonly string[] {
  const counts = new Map<string, number>();
  const count = (text: string) => {
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  for (const texts of [...meanings.map((meaning) => table.phrases[meaning]), table.nothing])
    for (const text of registers.flatMap((register) => texts[register])) count(text);
  for (const form of Object.values(table.words).flat()) count(form);
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
}
