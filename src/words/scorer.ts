// Scores a text's traits for each meaning by weights that were learned when the program was built.
import type { Traits } from "./traits.js";

/** One row for each trait: its hash, how much it tells, and a weight for each class, in 127ths of the row's step. */
export type Weights = {
  readonly classes: number;
  readonly hashes: Uint32Array;
  readonly rarities: Float32Array;
  readonly steps: Float32Array;
  readonly bias: Float32Array;
  readonly weights: Int8Array;
};

/** The likelihood of each class, in its order; together they are 1. */
export type Score = (traits: Traits) => Float32Array;

/** How far apart the scores of a whole sentence can be. */
const reach = 2.2;
/** An unknown word counts for as much as a rare one, and speaks for nothing: it makes a sentence less sure. */
const rarest = 3;

/** The known traits of a text, by row. What is rare tells more; long and short sentences weigh alike. */
export function rowsOf(
  traits: Traits,
  rows: ReadonlyMap<number, number>,
  rarities: Float32Array,
): { readonly index: Int32Array; readonly value: Float32Array } {
  const index = new Int32Array(traits.size);
  const value = new Float32Array(traits.size);
  let length = 0;
  let squares = 0;
  for (const [trait, weight] of traits) {
    const row = rows.get(trait);
    const here = weight * (row === undefined ? rarest : (rarities[row] ?? rarest));
    squares += here * here;
    if (row === undefined) continue;
    index[length] = row;
    value[length++] = here;
  }
  const scale = reach / (Math.sqrt(squares) || 1);
  for (let at = 0; at < length; at++) value[at] = (value[at] as number) * scale;
  return { index: index.subarray(0, length), value: value.subarray(0, length) };
}

export function createScore({ classes, hashes, rarities, steps, bias, weights }: Weights): Score {
  const rows = new Map<number, number>();
  for (let row = 0; row < hashes.length; row++) rows.set(hashes[row] as number, row);
  return (traits) => {
    const { index, value } = rowsOf(traits, rows, rarities);
    const odds = bias.slice();
    for (let at = 0; at < index.length; at++) {
      const row = index[at] as number;
      const weight = (value[at] as number) * (steps[row] as number);
      const from = row * classes;
      for (let each = 0; each < classes; each++)
        odds[each] = (odds[each] as number) + weight * (weights[from + each] as number);
    }
    normalise(odds);
    return odds;
  };
}

export function normalise(odds: Float32Array): void {
  let most = -Infinity;
  for (const each of odds) if (each > most) most = each;
  let sum = 0;
  for (let at = 0; at < odds.length; at++) sum += odds[at] = Math.exp((odds[at] as number) - most);
  for (let at = 0; at < odds.length; at++) odds[at] = (odds[at] as number) / sum;
}
