// Days of cover as people and spreadsheets write them: taken where one day alone can be meant.
import { addDays, addYears, type IsoDate, parseIsoDate } from "../domain/iso-date.js";

export type DateFault =
  | "not-a-date"
  /** Read as Kuwait writes them, day first, the days make no whole year; month first they do. */
  | "order"
  /** A day that no cover of ours has: of the Islamic calendar, or a slip. */
  | "years";

/** What a written date proves about the order of the file's dates. */
export type DateOrder = "day-first" | "month-first";

const isoShape = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const writtenShape = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const namedShape = /^(\d{1,2})[-/ ](\p{L}{3,})\.?[-/ ](\d{4}|\d{2})$/u;
const midnight = /[T ]0{1,2}:00(?::00(?:\.0+)?)?(?:Z| ?AM)?$/i;

const english = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const arabic = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(" ");

/** No cover ended before them or begins after them; the Islamic calendar counts 1447. */
const [firstYear, lastYear] = [1990, 2099];

/** @param from and until as `tidyCell` gives them */
export function readPeriod(
  from: string,
  until: string,
):
  | { readonly ok: true; readonly from: IsoDate; readonly until: IsoDate }
  | { readonly ok: false; readonly reason: DateFault } {
  const [first, last] = [readDay(from), readDay(until)];
  if (first === undefined || last === undefined)
    return { ok: false, reason: isOtherOrder(from, until) ? "order" : "not-a-date" };
  if ([first, last].some((day) => Number(day.slice(0, 4)) < firstYear || Number(day.slice(0, 4)) > lastYear))
    return { ok: false, reason: "years" };
  if (!isWholeYears(first, last) && isOtherOrder(from, until)) return { ok: false, reason: "order" };
  return last < first ? { ok: false, reason: "not-a-date" } : { ok: true, from: first, until: last };
}

function readDay(cell: string, order: DateOrder = "day-first"): IsoDate | undefined {
  const text = cell.replace(midnight, "");
  const iso = isoShape.exec(text);
  if (iso !== null) return toDate(iso[1], iso[2], iso[3]);
  const written = writtenShape.exec(text);
  if (written !== null)
    return order === "day-first"
      ? toDate(written[3], written[2], written[1])
      : toDate(written[3], written[1], written[2]);
  const named = namedShape.exec(text);
  if (named === null) return undefined;
  const month = monthOf(named[2] ?? "");
  const year = named[3]?.length === 2 ? `20${named[3]}` : named[3];
  return month === undefined ? undefined : toDate(year, String(month), named[1]);
}

function monthOf(name: string): number | undefined {
  const nth = Math.max(english.indexOf(name.toLowerCase().slice(0, 3)), arabic.indexOf(name));
  return nth < 0 ? undefined : nth + 1;
}

function toDate(year = "", month = "", day = ""): IsoDate | undefined {
  const read = parseIsoDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return read.ok ? read.date : undefined;
}

/** Month first the two days are a period of whole years, as policies are. */
function isOtherOrder(from: string, until: string): boolean {
  if (![from, until].every((cell) => writtenShape.test(cell.replace(midnight, "")))) return false;
  const [first, last] = [readDay(from, "month-first"), readDay(until, "month-first")];
  return first !== undefined && last !== undefined && isWholeYears(first, last);
}

/** To the day before, or to the same day. */
function isWholeYears(from: IsoDate, until: IsoDate): boolean {
  const years = Number(until.slice(0, 4)) - Number(from.slice(0, 4));
  return [years, years + 1].some((n) => {
    const end = n > 0 ? addYears(from, n) : undefined;
    return end !== undefined && (until === end || until === addDays(end, -1));
  });
}

/** Whether a cell is a date that could be read in another order. */
export function isWritten(cell: string): boolean {
  return writtenShape.test(cell.replace(midnight, ""));
}

/** `undefined`: it could be either. */
export function orderOf(cell: string): DateOrder | undefined {
  const [, first, second] = writtenShape.exec(cell.replace(midnight, "")) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return Number(first) > 12 ? "day-first" : Number(second) > 12 ? "month-first" : undefined;
}

const monthAndNumber = /^(\p{L}{3,})\.?[- ](\d{1,4})$/u;
const numberAndMonth = /^\d{1,2}[- ](\p{L}{3,})\.?(?:[- ]\d{2,4})?$/u;

/** "Mar-26", "26-Mar", "3/26/2026": what a spreadsheet makes of a number like 3-26. */
export function isMadeADate(cell: string): boolean {
  const name = monthAndNumber.exec(cell)?.[1] ?? numberAndMonth.exec(cell)?.[1];
  if (name !== undefined) return isMonthName(name);
  return isWritten(cell) || readDay(cell) !== undefined;
}

const fullNames = [
  "january",
  "february",
  "march",
  "april",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
  "sept",
];

function isMonthName(name: string): boolean {
  const lower = name.toLowerCase();
  return english.includes(lower) || fullNames.includes(lower) || arabic.includes(name);
}
