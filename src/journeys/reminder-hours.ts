// The hour of the day at which a person is reminded: any, or one within the operator's hours.
import type { ReminderHours } from "../domain/reminder.js";
import { line } from "../words/line.js";
import type { Question } from "./question.js";
import { oneOf } from "./questions/one-of.js";
import { readHour } from "./questions/read-hour.js";

/** "09:00" of minutes after midnight. */
function clockTime(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** "09:00": the hour as it is told. */
export function hourTime(hour: number): string {
  return clockTime(hour * 60);
}

export function hoursTold({ from, until }: ReminderHours): { readonly from: string; readonly until: string } {
  return { from: clockTime(from), until: clockTime(until) };
}

/** The hours of which at least some minutes are the operator's. */
function hoursWithin({ from, until }: ReminderHours): readonly number[] {
  const first = Math.floor(from / 60);
  return Array.from({ length: Math.ceil(until / 60) - first }, (_, index) => first + index);
}

/** The chosen hour as it counts: where the operator's hours were changed since, the nearest of them. */
export function nearestHour(hour: number, hours: ReminderHours): number {
  const within = hoursWithin(hours);
  return Math.min(Math.max(hour, ...within.slice(0, 1)), ...within.slice(-1));
}

const any = { value: "any", label: line("button-any-hour"), means: "any" } as const;

export function hourAsked(hours: ReminderHours): Question<number | "any"> {
  const within = hoursWithin(hours);
  return oneOf<number | "any">({
    prompt: [line("reminder-hour-prompt", { example: hourTime(Math.ceil(hours.until / 60) - 1) })],
    help: line("reminder-hour-help", hoursTold(hours)),
    options: [
      any,
      ...within.map((hour) => {
        return { value: String(hour), label: line("button-hour", { time: hourTime(hour) }), means: hour };
      }),
    ],
    perRow: 4,
    readText(text) {
      const read = readHour(text);
      if (read === undefined) return { kind: "unread" };
      const hour = read.find((each) => within.includes(each));
      if (hour === undefined) return { kind: "refused", why: line("reminder-hour-outside", hoursTold(hours)) };
      return { kind: "answer", stored: String(hour) };
    },
  });
}
