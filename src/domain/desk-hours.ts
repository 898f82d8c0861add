/** Promises when the operator's people answer, and by when somebody who asks now will have an answer; times are Kuwait's. */
import { type ClockSpan, formatClockSpan, isWithinSpan, parseClockSpan } from "./clock-span.js";
import { addDays, type IsoDate, kuwaitDate, kuwaitMidnight, weekdayOf } from "./iso-date.js";
import type { Holidays } from "./working-days.js";

/** The same hours on days that follow one another; 0 is Sunday. A week may be passed: from Saturday (6) to Wednesday (3). */
export type DeskRange = ClockSpan & { readonly first: number; readonly last: number };

export type DeskHours = { readonly ranges: readonly DeskRange[]; readonly holidays: Holidays };

/** Kuwait's office week. */
export const defaultDeskRanges: readonly DeskRange[] = [{ first: 0, last: 4, from: 8 * 60, until: 16 * 60 }];

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const minuteMs = 60_000;

/** Reads "Sun-Thu 08:00-16:00", several by comma. Refused: what is no such range, one that ends before it begins, two that overlap. */
export function parseDeskHours(
  text: string,
):
  | { readonly ok: true; readonly ranges: readonly DeskRange[] }
  | { readonly ok: false; readonly reason: "not-hours" | "overlap" } {
  const ranges = text.split(",").map(parseRange);
  const read = ranges.filter((range) => range !== undefined);
  if (read.length < ranges.length) return { ok: false, reason: "not-hours" };
  const isDoubled = read.some((one, at) => read.slice(at + 1).some((other) => overlap(one, other)));
  return isDoubled ? { ok: false, reason: "overlap" } : { ok: true, ranges: read };
}

function parseRange(text: string): DeskRange | undefined {
  const [, days = "", last, hours = ""] = /^([a-z]{3})(?:-([a-z]{3}))? +(\S+)$/iu.exec(text.trim()) ?? [];
  const span = parseClockSpan(hours);
  const range = { first: weekdayNamed(days), last: weekdayNamed(last ?? days) };
  if (span === undefined || range.first < 0 || range.last < 0 || span.until <= span.from) return undefined;
  return { ...range, ...span };
}

const weekdayNamed = (name: string): number =>
  weekdays.findIndex((weekday) => weekday.toLowerCase() === name.toLowerCase());

/** Writes a range as it is read. */
export function formatDeskRange(range: DeskRange): string {
  const { first, last } = range;
  const days = first === last ? [first] : [first, last];
  return `${days.map((day) => weekdays[day]).join("-")} ${formatClockSpan(range)}`;
}

const includes = ({ first, last }: DeskRange, weekday: number): boolean =>
  (weekday - first + 7) % 7 <= (last - first + 7) % 7;

function overlap(one: DeskRange, other: DeskRange): boolean {
  const onOneDay = weekdays.some((_, weekday) => includes(one, weekday) && includes(other, weekday));
  return onOneDay && one.from < other.until && other.from < one.until;
}

/** The hours of one day, the earliest first; none on a day off. */
function spansOf(day: IsoDate, { ranges, holidays }: DeskHours): readonly ClockSpan[] {
  if (holidays.has(day)) return [];
  const weekday = weekdayOf(day);
  return ranges.filter((range) => includes(range, weekday)).toSorted((a, b) => a.from - b.from);
}

/** Whether somebody is at the desk at an instant (UTC). */
export function isDeskOpen(instant: Date, hours: DeskHours): boolean {
  return spansOf(kuwaitDate(instant), hours).some((span) => isWithinSpan(instant, span));
}

type Reached = { readonly at: Date /** When the hours end in which it is reached. */; readonly closes: Date };

/** The first instant by which so many minutes of open hours have passed since another, at least one. */
function reach(from: Date, minutes: number, hours: DeskHours): Reached {
  let left = minutes * minuteMs;
  for (let day = kuwaitDate(from); ; day = addDays(day, 1)) {
    const midnight = kuwaitMidnight(day).getTime();
    for (const span of spansOf(day, hours)) {
      const begins = Math.max(midnight + span.from * minuteMs, from.getTime());
      const closes = midnight + span.until * minuteMs;
      const room = Math.max(closes - begins, 0);
      if (left <= room) return { at: new Date(begins + left), closes: new Date(closes) };
      left -= room;
    }
  }
}

/** The first instant by which so many minutes of open hours have passed since another. @param minutes at least 1 */
export const afterOpenMinutes = (from: Date, minutes: number, hours: DeskHours): Date => reach(from, minutes, hours).at;

/** An hour: a few chats before this one, each of ten to fifteen minutes, and one person at the desk. */
export const openMinutesToAnswer = 60;

/** A time that is easy to keep in mind: on the half hour. */
const roundedToMs = 30 * minuteMs;

/** By when somebody who asks now is answered: an hour of the desk's time later, on the next half hour, never past its closing. */
export function answerBy(asked: Date, hours: DeskHours): Date {
  const { at, closes } = reach(asked, openMinutesToAnswer, hours);
  const rounded = Math.ceil(at.getTime() / roundedToMs) * roundedToMs;
  return new Date(Math.min(rounded, closes.getTime()));
}
