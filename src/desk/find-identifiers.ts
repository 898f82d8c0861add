// Finds civil IDs and Kuwaiti phones in running text, whatever they are written in, how they are spaced, and what stands beside them.
import { maskCivilId, parseCivilId } from "../domain/civil-id.js";
import { maskPhone, parsePhone } from "../domain/phone.js";
import { type Digit, type DigitRun, readDigitRuns } from "./digit-runs.js";

/** Where it stands in the text, and which of its digits may be shown. */
export type Found = { readonly start: number; readonly end: number; readonly shown: string };

/** From one digit of a run to before another. */
type Span = { readonly from: number; readonly to: number; readonly shown: string };

const civilIdLength = 12;
/** By itself, after 965, after 00965. */
const phoneLengths = [8, 11, 13];

/** In the order of the text. Readings that share digits are one place: whichever is meant, nothing more of it is left to be read. */
export function findIdentifiers(text: string): readonly Found[] {
  return readDigitRuns(text).flatMap((run) => {
    const civilIds = civilIdsIn(run);
    return merged([...civilIds, ...phonesIn(run, civilIds)]).map((span) => placed(text, run, span));
  });
}

/** The check digit tells them from other numbers: so also within a longer number, or begun or ended by other digits. */
function civilIdsIn({ digits }: DigitRun): readonly Span[] {
  const whole: Span[] = [];
  const glued: Span[] = [];
  for (let from = 0; from + civilIdLength <= digits.length; from += 1) {
    const to = from + civilIdLength;
    const part = digits.slice(from, to);
    const parsed = parseCivilId(valuesOf(part));
    if (!parsed.ok || part.some(({ token }) => token === "date" || token === "code")) continue;
    const span = { from, to, shown: maskCivilId(parsed.civilId) };
    const edges = [from, to].filter((at) => startsGroup(digits, at)).length;
    const isInOne = part.every((_, i) => i === 0 || !startsGroup(digits, from + i));
    if (edges === 2) whole.push(span);
    else if (isInOne || (edges === 1 && part.every(({ token }) => token === undefined))) glued.push(span);
  }
  return [...whole, ...glued.filter((span) => !whole.some((each) => each.from < span.to && span.from < each.to))];
}

/** A third of all numbers of eight digits could be phones: one begins and ends where digits are set apart, or where another number does. */
function phonesIn({ digits }: DigitRun, civilIds: readonly Span[]): readonly Span[] {
  const edges = new Set(civilIds.flatMap(({ from, to }) => [from, to]));
  for (let at = 0; at <= digits.length; at += 1) if (startsGroup(digits, at)) edges.add(at);
  for (const at of [...edges]) for (const cut of cutsOfGlued(digits, at, edges)) edges.add(cut);
  return [...edges].flatMap((from) =>
    phoneLengths.flatMap((length) => {
      const span = { from, to: from + length };
      if (!edges.has(span.to)) return [];
      const part = digits.slice(from, span.to);
      const parsed = isOne(part) ? parsePhone(valuesOf(part)) : undefined;
      return parsed?.ok ? [{ ...span, shown: maskPhone(parsed.phone) }] : [];
    }),
  );
}

/** Where several phones stand in one number without a gap. */
function cutsOfGlued(digits: readonly Digit[], at: number, edges: ReadonlySet<number>): readonly number[] {
  let end = at + 1;
  while (end < digits.length && !edges.has(end)) end += 1;
  if (end >= digits.length && !edges.has(end)) return [];
  const cuts: number[] = [];
  for (let from = at; from < end; ) {
    const length = phoneLengths.toReversed().find((each) => {
      return from + each <= end && parsePhone(valuesOf(digits.slice(from, from + each))).ok;
    });
    if (length === undefined) return [];
    from += length;
    cuts.push(from);
  }
  return cuts;
}

/** Its digits may belong together: nothing of it is a date, an amount or a policy's number, and what divides it divides phones. */
function isOne(part: readonly Digit[]): boolean {
  const gaps = part.slice(1).map(({ gap }) => gap);
  if (part.some(({ token }) => token !== undefined)) return false;
  return gaps.every((gap) => gap === undefined || gap === "space") || isGroupedByThousands(part);
}

/** As a spreadsheet shows it: 50,001,234. */
function isGroupedByThousands(part: readonly Digit[]): boolean {
  return part.length === 8 && part.every(({ gap }, i) => i === 0 || gap === (i === 2 || i === 5 ? "comma" : undefined));
}

const valuesOf = (digits: readonly Digit[]) => digits.map(({ value }) => value).join("");

/** Also the end of the last group. */
const startsGroup = (digits: readonly Digit[], at: number) =>
  at === 0 || digits[at] === undefined || digits[at].gap !== undefined;

function merged(spans: readonly Span[]): readonly Span[] {
  const places: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = places.at(-1);
    if (last === undefined || last.to <= span.from) places.push(span);
    else places[places.length - 1] = { ...(span.to > last.to ? span : last), from: last.from };
  }
  return places;
}

/** With the plus sign before it, and with what belongs to its last digit's shape. */
function placed(text: string, { digits }: DigitRun, { from, to, shown }: Span): Found {
  const first = digits[from];
  const last = digits[to - 1];
  if (first === undefined || last === undefined) throw new RangeError("a span lies within its run");
  const plus = /[+\uFF0B]\s?$/u.exec(text.slice(0, first.start))?.[0].length ?? 0;
  const marks = /^[\p{M}\p{Default_Ignorable_Code_Point}]+/u.exec(text.slice(last.end))?.[0].length ?? 0;
  return { start: first.start - plus, end: last.end + marks, shown };
}
