// An instant in a sentence: the day and the time on Kuwait's clocks, which is UTC+3 all year.
import dayjs from "dayjs";
import utc from "dayjs/plugin/utc.js";
import { addDays, kuwaitDate } from "../domain/iso-date.js";
import { type Line, line } from "./line.js";

dayjs.extend(utc);

const kuwaitAheadOfUtcMinutes = 3 * 60;

const inKuwait = (instant: Date) => dayjs.utc(instant).utcOffset(kuwaitAheadOfUtcMinutes);

/** "14:05", where many stand under one another. */
export const timeOfDay = (instant: Date): string => inKuwait(instant).format("HH:mm");

export function moment(instant: Date): Line {
  return line("page-moment", { date: { date: kuwaitDate(instant) }, time: timeOfDay(instant) });
}

/** The same as people say it: "2:48 am" and "tomorrow 2:48 am" for today and tomorrow, else with its date. */
export function momentNear(instant: Date, now: Date): Line {
  const time = clockTime(instant);
  const [date, today] = [kuwaitDate(instant), kuwaitDate(now)];
  if (date === today) return line("near-today", { time });
  if (date === addDays(today, 1)) return line("near-tomorrow", { time });
  return line("near-day", { date: { date }, time });
}

/** The time of day on a clock of twelve hours, with its part of the day. */
export function clockTime(instant: Date): Line {
  const there = inKuwait(instant);
  return line("clock-time", { time: there.format("h:mm"), part: partOfDay(there.hour()) });
}

/** Each part begins at its hour and is a form of the sentence `clock-time`. */
const parts = [
  [18, "evening"],
  [15, "afternoon"],
  [12, "noon"],
  [5, "morning"],
  [1, "dawn"],
] as const;

function partOfDay(hour: number): string {
  return parts.find(([from]) => hour >= from)?.[1] ?? "midnight";
}
