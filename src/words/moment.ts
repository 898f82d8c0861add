// An instant in a sentence: the day and the time on Kuwait's clocks, which is UTC+3 all year.
import dayjs from "dayjs";
import utc from "dayjs/plugin/utc.js";
import { kuwaitDate } from "../domain/iso-date.js";
import { type Line, line } from "./line.js";

dayjs.extend(utc);

const kuwaitAheadOfUtcMinutes = 3 * 60;

/** "14:05". */
export const clockTime = (instant: Date): string =>
  dayjs.utc(instant).utcOffset(kuwaitAheadOfUtcMinutes).format("HH:mm");

export const moment = (instant: Date): Line =>
  line("page-moment", { date: { date: kuwaitDate(instant) }, time: clockTime(instant) });
