/** Promises which days are worked in Kuwait's offices: Sunday to Thursday. Public holidays, announced from year to year, are not known here. */
import { addDays, daysBetween, type IsoDate } from "./iso-date.js";

const aFriday = "2026-01-02" as IsoDate;

/** Not on a Friday or a Saturday. */
export function isWorkingDay(day: IsoDate): boolean {
  return ((daysBetween(aFriday, day) % 7) + 7) % 7 > 1;
}

/** The `n`-th working day after a day, which need not be one itself; for `n` = 0 the day as it is. */
export function addWorkingDays(day: IsoDate, n: number): IsoDate {
  let reached = day;
  for (let left = n; left > 0; left -= 1) {
    reached = addDays(reached, 1);
    while (!isWorkingDay(reached)) reached = addDays(reached, 1);
  }
  return reached;
}
