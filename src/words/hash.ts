// Stands for a text by a number: names would be most of what is kept, and most of the time of reading.

const prime = 0x01000193;

/** @param seed tells kinds of text apart, or goes on from another hash */
export function hashOf(text: string, seed = 0, from = 0, to = text.length): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  // The last letters stir the upper half too.
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Of 53 bits: no other text is taken for a phrase that means an act. */
export function longHashOf(text: string): number {
  return hashOf(text, 1) * 0x200000 + (hashOf(text, 2) >>> 11);
}
