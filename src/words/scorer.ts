// Scores a text's traits for each meaning: a logistic model that is learned from the table of phrasings at the start.

export type Example = { readonly traits: ReadonlyMap<string, number>; readonly of: number };
/** The likelihood of each class, in its order; together they are 1. */
export type Score = (traits: ReadonlyMap<string, number>) => Float32Array;

/** Found by cross-validation (`npm run phrases`): more passes gain nothing and cost the start. */
const passes = 4;
const firstRate = 0.9;
const fading = 0.65;
/** How far apart the scores of a whole sentence can be. */
const reach = 2.2;
/** An unknown word counts for as much as a rare one, and speaks for nothing: it makes a sentence less sure. */
const rarest = 3;
/** Classes that are less likely than this are left alone while learning: most of the time goes there. */
const unlikely = 0.004;

/** Learns one weight for each trait and class. The order of the examples is mixed always the same way: a start gives what the last one gave. */
export function learn(examples: readonly Example[], classes: number): Score {
  const counts = new Map<string, number>();
  for (const { traits } of examples) for (const trait of traits.keys()) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  const ids = new Map<string, { readonly id: number; readonly rarity: number }>();
  for (const [trait, count] of counts)
    if (count > 1) ids.set(trait, { id: ids.size, rarity: Math.log(1 + examples.length / (1 + count)) ** 0.8 });
  /** What stands in one phrase alone teaches nothing; what is rare tells more; long and short sentences weigh alike. */
  const rowOf = (traits: ReadonlyMap<string, number>) => {
    const index = new Int32Array(traits.size);
    const value = new Float32Array(traits.size);
    let length = 0;
    let squares = 0;
    for (const [trait, weight] of traits) {
      const known = ids.get(trait);
      const here = weight * (known?.rarity ?? rarest);
      squares += here * here;
      if (known === undefined) continue;
      index[length] = known.id;
      value[length++] = here;
    }
    const scale = reach / (Math.sqrt(squares) || 1);
    for (let at = 0; at < length; at++) value[at] = (value[at] as number) * scale;
    return { index: index.subarray(0, length), value: value.subarray(0, length) };
  };
  const rows = examples.map(({ traits, of }) => ({ ...rowOf(traits), of }));
  const weights = new Float32Array(ids.size * classes);
  const bias = new Float32Array(classes);
  const odds = new Float32Array(classes);
  const share = (index: Int32Array, value: Float32Array) => {
    odds.set(bias);
    for (let at = 0; at < index.length; at++) {
      const from = (index[at] as number) * classes;
      const weight = value[at] as number;
      for (let each = 0; each < classes; each++)
        odds[each] = (odds[each] as number) + weight * (weights[from + each] as number);
    }
    normalise(odds);
  };
  let rate = firstRate;
  for (let pass = 0; pass < passes; pass++, rate *= fading)
    for (const { index, value, of } of mixed(rows, pass)) {
      share(index, value);
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
  return (traits) => {
    const { index, value } = rowOf(traits);
    share(index, value);
    return odds.slice();
  };
}

function normalise(odds: Float32Array): void {
  let most = -Infinity;
  for (const each of odds) if (each > most) most = each;
  let sum = 0;
  for (let at = 0; at < odds.length; at++) sum += odds[at] = Math.exp((odds[at] as number) - most);
  for (let at = 0; at < odds.length; at++) odds[at] = (odds[at] as number) / sum;
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
