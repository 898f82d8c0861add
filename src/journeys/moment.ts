// An instant in a sentence: the day and the time on Kuwait's clocks, which is UTC+3 all year.
import { kuwaitDate } from "../domain/iso-date.js";
import { type Line, line } from "../words/line.js";

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Kuwait",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

export function moment(instant: Date): Line {
  return line("page-moment", { date: { date: kuwaitDate(instant) }, time: clock.format(instant) });
}
