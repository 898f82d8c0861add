/** Promises a part of the day on Kuwait's clocks, "08:00-16:00", and whether an instant is within it. */
import { kuwaitDate, kuwaitMidnight } from "./iso-date.js";

/** Minutes after midnight in Asia/Kuwait; `from` is within, `until` is not. */
export type ClockSpan = { readonly from: number; readonly until: number };

const dayMinutes = 24 * 60;
const minuteMs = 60_000;

/** Reads "09:00-20:00"; 24:00 ends a day. `undefined`: no such pair of times. A span may end before it begins: its reader refuses it. */
export function parseClockSpan(text: string): ClockSpan | undefined {
  const times = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(text.trim());
  if (times === null) return undefined;
  const [, fromHour, fromMinute, untilHour, untilMinute] = times.map(Number) as [never, number, number, number, number];
  const until = untilHour * 60 + untilMinute;
  return until > dayMinutes ? undefined : { from: fromHour * 60 + fromMinute, until };
}

/** Writes it as it is read. */
export function formatClockSpan({ from, until }: ClockSpan): string {
  return `${formatMinutes(from)}-${formatMinutes(until)}`;
}

/** Minutes after midnight on a clock: "08:05". */
export function formatMinutes(minutes: number): string {
  const pad = (n: number) => String(n).padStart(2, "0");
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

export function isWithinSpan(instant: Date, { from, until }: ClockSpan): boolean {
  const minute = Math.floor((instant.getTime() - kuwaitMidnight(kuwaitDate(instant)).getTime()) / minuteMs);
  return from <= minute && minute < until;
}
