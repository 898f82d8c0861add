// Mends one wrong letter: finds the known word that a typed one was meant to be.

/** Shorter words are another word with any other letter. */
const shortest = 5;
const longest = 24;

/** A known word at one letter's distance, the most common one; the word itself where it is known or none is near. */
export type Mend = (word: string) => string;

/** @param words the known ones, the most common first */
export function createMend(words: readonly string[]): Mend {
  const known = new Set(words);
  const near = new Map<number, string>();
  const offer = (form: number, word: string) => {
    if (!near.has(form)) near.set(form, word);
  };
  for (const word of words) {
    if (word.length < shortest || word.length > longest || /\d/.test(word)) continue;
    for (let at = -1; at < word.length; at++) offer(without(word, at), word);
  }
  return (word) => {
    if (word.length < shortest || word.length > longest || known.has(word) || /^\d+$/.test(word)) return word;
    for (let at = -1; at < word.length; at++) {
      const found = near.get(without(word, at));
      if (found !== undefined && Math.abs(found.length - word.length) <= 1 && isOneApart(found, word)) return found;
    }
    return word;
  };
}

/** What the word is without one of its letters; the whole word at -1. */
function without(word: string, at: number): number {
  let hash = 7;
  for (let each = 0; each < word.length; each++)
    if (each !== at) hash = (Math.imul(hash, 31) + word.charCodeAt(each)) | 0;
  return hash;
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
