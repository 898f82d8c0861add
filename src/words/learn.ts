// Learns the weights of a logistic model from the table of phrasings: when the file is written, never at run time.
import type { Concepts } from "./concepts.js";
import { meanings, registers, type Table } from "./meanings.js";
import { normalise, rowsOf, type Weights } from "./scorer.js";
import type { Mend } from "./spelling.js";
import { traitsOf, wordsOf } from "./traits.js";

type Row = { readonly index: Int32Array; readonly value: Float32Array; readonly of: number };

/** Found by cross-validation (`npm run phrases`). */
const passes = 9;
const firstRate = 0.9;
const fading = 0.78;
/** Classes that are less likely than this are left alone while learning: most of the time goes there. */
const unlikely = 0.004;
/** The rows that tell most are kept: the file stays small. */
const mostRows = 10_000;

/** The class behind the last meaning is what is no business of this service. */
export function learn(table: Table, mend: Mend, concepts: Concepts): Weights {
  const examples = [...meanings.map((meaning) => table.phrases[meaning]), table.nothing].flatMap((texts, of) =>
    registers.flatMap((register) =>
      texts[register].map((text) => ({ traits: traitsOf(wordsOf(text), mend, concepts), of })),
    ),
  );
  const classes = meanings.length + 1;
  const counts = new Map<number, number>();
  for (const { traits } of examples) for (const trait of traits.keys()) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  // What stands in one phrase alone teaches nothing.
  const hashes = Uint32Array.from([...counts].flatMap(([hash, count]) => (count > 1 ? [hash] : [])));
  const rarities = Float32Array.from(hashes, (hash) => Math.log(1 + examples.length / (1 + (counts.get(hash) ?? 0))));
  const rows = new Map([...hashes].map((hash, row) => [hash, row]));
  const learned = descend(
    examples.map(({ traits, of }) => ({ ...rowsOf(traits, rows, rarities), of })),
    hashes.length,
    classes,
  );
  return kept(hashes, rarities, classes, learned);
}

/** The order of the examples is mixed always the same way: the same table gives the same weights. */
function descend(examples: readonly Row[], rows: number, classes: number) {
  const weights = new Float32Array(rows * classes);
  const bias = new Float32Array(classes);
  const odds = new Float32Array(classes);
  let rate = firstRate;
  for (let pass = 0; pass < passes; pass++, rate *= fading)
    for (const { index, value, of } of mixed(examples, pass)) {
      odds.set(bias);
      for (let at = 0; at < index.length; at++) {
        const from = (index[at] as number) * classes;
        const weight = value[at] as number;
        for (let each = 0; each < classes; each++)
          odds[each] = (odds[each] as number) + weight * (weights[from + each] as number);
      }
      normalise(odds);
      for (let each = 0; each < classes; each++) {
        const error = (each === of ? 1 : 0) - (odds[each] as number);
        if (Math.abs(error) < unlikely) continue;
        const step = rate * error;
        bias[each] = (bias[each] as number) + step * 0.05;
        for (let at = 0; at < index.length; at++) {
          const to = (index[at] as number) * classes + each;
          weights[to] = (weights[to] as number) + step * (value[at] as number);
        }
      }
    }
  return { weights, bias };
}

/** The rows that tell most, each weight in a byte. */
function kept(
  hashes: Uint32Array,
  rarities: Float32Array,
  classes: number,
  learned: { readonly weights: Float32Array; readonly bias: Float32Array },
): Weights {
  const rowAt = (row: number) => learned.weights.subarray(row * classes, (row + 1) * classes);
  const tells = Float32Array.from(hashes, (_, row) => Math.hypot(...rowAt(row)) * (rarities[row] ?? 0));
  const order = [...hashes.keys()].sort((a, b) => (tells[b] ?? 0) - (tells[a] ?? 0)).slice(0, mostRows);
  const steps = Float32Array.from(order, (row) => Math.max(...rowAt(row).map(Math.abs)) / 127 || 1);
  const weights = new Int8Array(order.length * classes);
  for (const [at, row] of order.entries())
    weights.set(
      rowAt(row).map((weight) => Math.round(weight / (steps[at] ?? 1))),
      at * classes,
    );
  return {
    classes,
    hashes: Uint32Array.from(order, (row) => hashes[row] ?? 0),
    rarities: Float32Array.from(order, (row) => rarities[row] ?? 0),
    steps,
    bias: learned.bias,
    weights,
  };
}

/** The same rows in an order without runs of one class. */
function mixed<T>(rows: readonly T[], pass: number): T[] {
  const order = [...rows];
  let seed = 12345 + pass;
  for (let at = order.length - 1; at > 0; at--) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    const other = seed % (at + 1);
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}
