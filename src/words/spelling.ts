// Mends one wrong letter: finds the known word that a typed one was meant to be.

/** Shorter words are another word with any other letter. */
const shortest = 4;
const longest = 24;

/** A known word at one letter's distance, the most common one; the word itself where it is known or none is near. */
export type Mend = (word: string) => string;

/** @param known each word with how often it stands in the table */
export function createMend(known: ReadonlyMap<string, number>): Mend {
  const near = new Map<string, string>();
  const offer = (form: string, word: string) => {
    const other = near.get(form);
    if (other === undefined || (known.get(other) ?? 0) < (known.get(word) ?? 0)) near.set(form, word);
  };
  for (const word of known.keys()) {
    if (word.length < shortest || word.length > longest || /\d/.test(word)) continue;
    offer(word, word);
    for (const form of shortened(word)) offer(form, word);
  }
  return (word) => {
    if (word.length < shortest || word.length > longest || known.has(word) || /^\d+$/.test(word)) return word;
    const missing = near.get(word);
    if (missing !== undefined) return missing;
    for (const form of shortened(word)) {
      const found = near.get(form);
      if (found !== undefined && Math.abs(found.length - word.length) <= 1 && isOneApart(found, word)) return found;
    }
    return word;
  };
}

/** The word without each of its letters. */
function shortened(word: string): string[] {
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** One letter more, less or other, or two neighbours in the other order. */
function isOneApart(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let tail = 0;
  while (tail < a.length - from && tail < b.length - from && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const [inA, inB] = [a.slice(from, a.length - tail), b.slice(from, b.length - tail)];
  return (inA.length <= 1 && inB.length <= 1) || (inA.length === 2 && inA === [...inB].reverse().join(""));
}
