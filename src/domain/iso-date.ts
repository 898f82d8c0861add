/** Promises calendar dates that are real days, counted without clocks or time zones. */
import type { Brand } from "./brand.js";

/** A day of the Gregorian calendar in Asia/Kuwait, "YYYY-MM-DD", years 0001–9999; text order is time order. */
export type IsoDate = Brand<string, "IsoDate">;

const kuwaitAheadOfUtcMs = 3 * 60 * 60 * 1000; // UTC+3 all year: Kuwait has no summer time.
const dayMs = 24 * 60 * 60 * 1000;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

function write(year: number, month: number, day: number): IsoDate {
  const pad = (n: number, width: number) => String(n).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as IsoDate;
}

function parts(date: IsoDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

// Days since 1970-01-01 and back, after Howard Hinnant, "chrono-compatible low-level date algorithms"
// (https://howardhinnant.github.io/date_algorithms.html): years begin in March, so that the leap day is the last one.
function toDayNumber(date: IsoDate): number {
  const { year, month, day } = parts(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

function fromDayNumber(days: number): IsoDate {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return write(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
}

const firstDayNumber = toDayNumber("0001-01-01" as IsoDate);
const lastDayNumber = toDayNumber("9999-12-31" as IsoDate);

/** Reads exactly "YYYY-MM-DD" in ASCII digits, and only a day that exists. */
export function parseIsoDate(text: string): { ok: true; date: IsoDate } | { ok: false; reason: "not-a-date" } {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return { ok: false, reason: "not-a-date" };
  const date = text as IsoDate;
  const { year, month, day } = parts(date);
  if (year === 0 || day === 0 || day > monthLength(year, month)) return { ok: false, reason: "not-a-date" };
  return { ok: true, date };
}

/** The day `n` days later (earlier if negative). The calendar's ends hold: a sum past 9999-12-31 is 9999-12-31. */
export function addDays(date: IsoDate, n: number): IsoDate {
  return fromDayNumber(Math.min(Math.max(toDayNumber(date) + n, firstDayNumber), lastDayNumber));
}

/** The same day `n` years later; 29 February becomes 28 February where there is none. Year 9999 is the last. */
export function addYears(date: IsoDate, n: number): IsoDate {
  const { year, month, day } = parts(date);
  const to = Math.min(Math.max(year + n, 1), 9999);
  return write(to, month, Math.min(day, monthLength(to, month)));
}

/** Whole days from `a` to `b` (b − a): 0 for the same day, negative if `b` comes first. */
export function daysBetween(a: IsoDate, b: IsoDate): number {
  return toDayNumber(b) - toDayNumber(a);
}

/** 0 for Sunday, which begins Kuwait's week, to 6 for Saturday. */
export function weekdayOf(date: IsoDate): number {
  return (((toDayNumber(date) + 4) % 7) + 7) % 7; // 1970-01-01 was a Thursday.
}

/** The instant at which a day begins in Kuwait. */
export function kuwaitMidnight(date: IsoDate): Date {
  return new Date(toDayNumber(date) * dayMs - kuwaitAheadOfUtcMs);
}

/** The time of day in Kuwait at an instant, "14:05". */
export function kuwaitTime(instant: Date): string {
  return new Date(instant.getTime() + kuwaitAheadOfUtcMs).toISOString().slice(11, 16);
}

/** The day it is in Kuwait at an instant: 21:00 UTC is already tomorrow. Throws RangeError for an invalid Date. */
export function kuwaitDate(instant: Date): IsoDate {
  const days = Math.floor((instant.getTime() + kuwaitAheadOfUtcMs) / dayMs);
  if (!(days >= firstDayNumber && days <= lastDayNumber))
    throw new RangeError("kuwaitDate: not an instant of years 1–9999");
  return fromDayNumber(days);
}

/** Whichever day comes later. */
export function laterOf(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? b : a;
}
