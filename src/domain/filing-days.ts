/** Promises by which day a paid renewal stands in the Ministry's system, and what is late. */
import { addDays, type IsoDate } from "./iso-date.js";
import { addWorkingDays, type Holidays } from "./working-days.js";

/** Working days after the day of payment: one for a person to file it, one for the Ministry to give its number. */
const workingDaysToFile = 2;

/** The day by which it is promised, counted from the day of payment, or from the day on which it was found late. */
export const filedBy = (day: IsoDate, holidays: Holidays): IsoDate => addWorkingDays(day, workingDaysToFile, holidays);

/** What was paid before this day is overdue today. */
export function firstDayInTime(today: IsoDate, holidays: Holidays): IsoDate {
  let day = today;
  while (filedBy(addDays(day, -1), holidays) >= today) day = addDays(day, -1);
  return day;
}
