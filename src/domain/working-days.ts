/** Promises which days are worked in Kuwait's offices: Sunday to Thursday, but for the operator's days off. */
import { addDays, type IsoDate, parseIsoDate, weekdayOf } from "./iso-date.js";

/** Public holidays move with the moon and are announced days before: the operator says them, no table knows them. */
export type Holidays = ReadonlySet<IsoDate>;

/** More than a year of days off is a wrong file. */
const mostHolidays = 366;

/** Reads "2026-12-16, 2027-01-01", one day a line too; what follows a # is a remark. */
export function parseHolidays(
  text: string,
):
  | { readonly ok: true; readonly holidays: Holidays }
  | { readonly ok: false; readonly reason: "not-days" | "too-many" } {
  const words = text
    .replace(/#.*$/gmu, "")
    .split(/[\s,]+/u)
    .filter((word) => word !== "");
  const days = words.map((word) => parseIsoDate(word));
  const read = days.flatMap((day) => (day.ok ? [day.date] : []));
  if (read.length < days.length) return { ok: false, reason: "not-days" };
  return read.length > mostHolidays ? { ok: false, reason: "too-many" } : { ok: true, holidays: new Set(read) };
}

/** Not on a Friday, a Saturday or a day off. */
export function isWorkingDay(day: IsoDate, holidays: Holidays): boolean {
  return weekdayOf(day) < 5 && !holidays.has(day);
}

/** The `n`-th working day after a day, which need not be one itself; for `n` = 0 the day as it is. */
export function addWorkingDays(day: IsoDate, n: number, holidays: Holidays): IsoDate {
  let reached = day;
  for (let left = n; left > 0; left -= 1) {
    reached = addDays(reached, 1);
    while (!isWorkingDay(reached, holidays)) reached = addDays(reached, 1);
  }
  return reached;
}
