// What is learned from the table of phrasings, and its bytes: locales/phrases.learned, written by tools/learn-phrases.mjs.
import type { Forms } from "./concepts.js";
import type { Weights } from "./scorer.js";

export type Learned = {
  /** The long hash of each folded phrase, and which meaning it has. */
  readonly phrases: Float64Array;
  readonly meant: Uint8Array;
  /** Every word of the table, the most common first. */
  readonly words: readonly string[];
  readonly forms: Forms;
  readonly weights: Weights;
};

/** What was learned from, in hexadecimal. */
const digestLength = 64;
/** Lengths of the parts: phrases, bytes of the words, forms, rows, classes, and none. */
const lengths = 6;

/** @param digest of what was learned from, in hexadecimal */
export function packLearned({ phrases, meant, words, forms, weights }: Learned, digest: string): Uint8Array {
  const text = new TextEncoder().encode(words.join("\n"));
  const parts = [
    new TextEncoder().encode(digest),
    new Uint32Array([phrases.length, text.length, forms.hashes.length, weights.hashes.length, weights.classes, 0]),
    phrases,
    forms.hashes,
    weights.hashes,
    weights.rarities,
    weights.steps,
    weights.bias,
    meant,
    forms.concepts,
    weights.weights,
    text,
  ];
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}

export function digestIn(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, digestLength));
}

export function unpackLearned(bytes: Uint8Array): Learned {
  // Copied once, so that numbers of eight bytes begin where they may.
  const { buffer } = bytes.slice();
  let at = digestLength;
  const next = (byteLength: number) => {
    const from = at;
    at += byteLength;
    if (at > buffer.byteLength) throw new Error("phrases.learned is not whole");
    return from;
  };
  const [phrases = 0, text = 0, forms = 0, rows = 0, classes = 0] = new Uint32Array(buffer, next(lengths * 4), lengths);
  const hashes = new Float64Array(buffer, next(phrases * 8), phrases);
  const formHashes = new Uint32Array(buffer, next(forms * 4), forms);
  const numbers = {
    classes,
    hashes: new Uint32Array(buffer, next(rows * 4), rows),
    rarities: new Float32Array(buffer, next(rows * 4), rows),
    steps: new Float32Array(buffer, next(rows * 4), rows),
    bias: new Float32Array(buffer, next(classes * 4), classes),
  };
  return {
    phrases: hashes,
    meant: new Uint8Array(buffer, next(phrases), phrases),
    forms: { hashes: formHashes, concepts: new Uint8Array(buffer, next(forms), forms) },
    weights: { ...numbers, weights: new Int8Array(buffer, next(rows * classes), rows * classes) },
    words: new TextDecoder().decode(new Uint8Array(buffer, next(text), text)).split("\n"),
  };
}
