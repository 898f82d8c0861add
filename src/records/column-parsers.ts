// How column types become values, the same on both databases: a date stays text (a Date would shift it by Kuwait's three hours).

const int8 = 20;
const date = 1082;
const numeric = 1700;
const bytea = 17;

/** By Postgres type id. @throws RangeError for a number that JavaScript would round: that is a bug, never a value */
export const columnParsers: { readonly [oid: number]: (text: string) => unknown } = {
  [int8]: wholeNumber,
  // Sums of int8 arrive as numeric.
  [numeric]: wholeNumber,
  [date]: (text) => text,
  [bytea]: (text) => Buffer.from(text.slice("\\x".length), "hex"),
};

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError("a number from the database is not a safe integer");
  return number;
}
