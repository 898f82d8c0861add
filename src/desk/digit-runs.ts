// Reads the digits of a text, of any script, with what stands between them: apart by letters, or by more than people set within one number.

export type Digit = {
  /** "0" to "9". */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /**
   * What stands before it in its run; `undefined`: nothing that can be seen, so that it belongs to the digit before it.
   * space: what people set within a phone. comma: what a spreadsheet does. list: what stands between two numbers.
   */
  readonly gap: "space" | "comma" | "list" | undefined;
  /** It belongs to a number that is known by its shape. day: a date with a year of two digits. code: a receipt's or a policy's number. */
  readonly token: "date" | "day" | "amount" | "code" | undefined;
};

export type DigitRun = { readonly digits: readonly Digit[] };

const runs = /\p{Nd}(?:(?:[^\p{L}\p{N}•]|\u0640){0,12}\p{Nd})*/gu;
const invisible = /^[\p{M}\p{Default_Ignorable_Code_Point}\u0640]*$/u;
const withinPhone = /^[\s\p{Pd}\p{M}\p{Default_Ignorable_Code_Point}\u2212\u0640./\\()_*~·]*$/u;

const month = "(?:0?[1-9]|1[0-2])";
const day = "(?:0?[1-9]|[12]\\d|3[01])";
const year = "(?:19|20)\\d\\d";
const dayAndMonth = `(?:${day}[-/.]${month}|${month}[-/.]${day})`;
const date = new RegExp(`^(?:${year}[-/.]${month}[-/.]${day}|${dayAndMonth}[-/.]${year})$`, "u");
const shortDate = new RegExp(`^${dayAndMonth}[-/.]\\d\\d$`, "u");
/** Three decimals, the last of them 0: nobody's fee counts single fils, nor tens of thousands of dinars. */
const amount = /^(?:\d{1,3},)?\d{1,4}[.,٫]\d\d0$/u;

/**
 * Several of them with a dash are a period, or a range. Taken apart first and looked at one by one: one expression for several would
 * try each of their readings with each of the others', which for a short message of a hundred dates takes for ever.
 */
const shapes = [
  ["date", (written: string) => inThrees(written).every((each) => date.test(each))],
  ["day", (written: string) => inThrees(written).every((each) => shortDate.test(each))],
  ["amount", (written: string) => written.split(/[-–/]/u).every((each) => amount.test(each))],
] as const;

/** Three numbers each, as a date has, and what stands between them; what is no whole number of dates stays as it is. */
function inThrees(written: string): readonly string[] {
  const parts = written.split(/([-–/.])/u);
  const divided = (parts.length + 1) / 6;
  const threes = Array.from({ length: divided }, (_, at) => parts.slice(6 * at, 6 * at + 5).join(""));
  const isBetween = threes.slice(1).every((_, at) => parts[6 * at + 5] !== ".");
  return Number.isInteger(divided) && isBetween ? threes : [written];
}

/** A receipt's number, or letters, a year and a place in it, as policies are numbered. */
const codes =
  /(?<![\p{L}\p{N}])(?:[Tt][Jj][ -]?\d{4}[ -]?[0-9A-Za-z]{4}[ -]?[0-9A-Za-z]{4}|\p{Lu}{1,4}[-/](?:19|20)\d\d[-/][0-9A-Z]+)(?![\p{L}\p{N}])/gu;

export function readDigitRuns(text: string): readonly DigitRun[] {
  const known = [...text.matchAll(codes)].map(({ index, 0: code }) => ({ start: index, end: index + code.length }));
  return [...text.matchAll(runs)].map(({ index, 0: run }) => {
    const found = [...run.matchAll(/\p{Nd}/gu)].map(({ index: at, 0: digit }) => {
      return { value: digitOf(digit), start: index + at, end: index + at + digit.length };
    });
    const gaps = found.map(({ start }, i) => text.slice(found[i - 1]?.end ?? start, start));
    const tokens = tokensOf(found, gaps);
    const digits = found.map((each, i): Digit => {
      const isCode = known.some(({ start, end }) => start <= each.start && each.end <= end);
      return { ...each, gap: gapOf(gaps[i] ?? ""), token: isCode ? "code" : tokens[i] };
    });
    return { digits };
  });
}

/** Every script has its ten in order; some have several tens in a row. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}

function gapOf(gap: string): Digit["gap"] {
  if (invisible.test(gap)) return undefined;
  if (gap === ",") return "comma";
  return withinPhone.test(gap) ? "space" : "list";
}

/** A token is what stands together without white space. */
function tokensOf(found: readonly { readonly value: string }[], gaps: readonly string[]): readonly Digit["token"][] {
  const tokens: Digit["token"][] = [];
  for (let from = 0; from < found.length; ) {
    let to = from + 1;
    while (to < found.length && !/[\s:;،]|^,\s/u.test(gaps[to] ?? "")) to += 1;
    const written = found
      .slice(from, to)
      .map(({ value }, i) => (i === 0 || invisible.test(gaps[from + i] ?? "") ? "" : gaps[from + i]) + value)
      .join("");
    const shape = shapes.find(([, isWritten]) => isWritten(written))?.[0];
    for (; from < to; from += 1) tokens.push(shape);
  }
  return tokens;
}
