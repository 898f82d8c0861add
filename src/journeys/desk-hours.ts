// The team's hours in a sentence: "Sunday to Thursday, 8:00 am to 4:00 pm; Saturday, 9:00 am to 12:00 pm".
import type { DeskHours, DeskRange } from "../domain/desk-hours.js";
import { type IsoDate, kuwaitMidnight } from "../domain/iso-date.js";
import { type Line, line } from "../words/line.js";
import { clockTime } from "../words/moment.js";

export function hoursLine({ ranges }: Pick<DeskHours, "ranges">): Line {
  const [first, ...others] = ranges.map(rangeLine);
  if (first === undefined) throw new Error("a desk has hours");
  return others.reduce((before, next) => line("hours-and", { before, next }), first);
}

function rangeLine({ first, last, from, until }: DeskRange): Line {
  const of = { from: timeLine(from), until: timeLine(until) };
  return first === last
    ? line("hours-day", { ...of, day: dayLine(first) })
    : line("hours-days", { ...of, first: dayLine(first), last: dayLine(last) });
}

/** Any day will do: Kuwait's clocks are never put forward. */
const timeLine = (minutes: number): Line =>
  clockTime(new Date(kuwaitMidnight("2026-01-01" as IsoDate).getTime() + minutes * 60_000));

/** Each is a form of the sentence `weekday`. */
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const dayLine = (day: number): Line => line("weekday", { day: weekdays.slice(day, day + 1).join() });
