/** Promises on which days and at which hour a person is told that cover ends: milestones, the day's hours, Friday's quiet. */
import { type ClockSpan, isWithinSpan, parseClockSpan } from "./clock-span.js";
import { addDays, type IsoDate, kuwaitMidnight, weekdayOf } from "./iso-date.js";

export type ReminderHours = ClockSpan;

/** As the operator has set it. `days` are days before the last day of cover, 0 that day, negative after it; descending, each once. */
export type ReminderRules = { readonly days: readonly number[]; readonly hours: ReminderHours };

/** As one person wishes it; `days` and `hour` are the operator's where they are absent. */
export type ReminderWishes = {
  readonly isOn: boolean;
  readonly days?: readonly number[];
  /** 0–23: the hour of the day, within the operator's hours. */
  readonly hour?: number;
  readonly quietFridays: boolean;
  /** How workers are called: a phone's lock screen is read by others too. */
  readonly names: "name" | "initials";
};

/** One reminder to come. `milestone` is the days before the end that it stands for, `day` the day on which it is told. */
export type Due = { readonly milestone: number; readonly day: IsoDate };

/** Who never said otherwise is reminded, on every day of the week. */
export const defaultWishes: ReminderWishes = { isOn: true, quietFridays: false, names: "name" };

/** The operator's, unless set: 60, 30, 14, 7, 3, 1 days before, the last day, and a week after; from 9:00 to 20:00. */
export const defaultReminderRules: ReminderRules = {
  days: [60, 30, 14, 7, 3, 1, 0, -7],
  hours: { from: 9 * 60, until: 20 * 60 },
};

/** Further ahead or back nobody is helped by a reminder. */
const farthestDays = 365;

/** Reads "60,30,7,0,-7", in any order. Refused: an empty list, a day that is no whole number, one given twice, or more than a year away. */
export function parseReminderDays(
  text: string,
): { ok: true; days: readonly number[] } | { ok: false; reason: "not-a-list" | "twice" | "too-far" } {
  const parts = text.split(",").map((part) => part.trim());
  if (!parts.every((part) => /^-?\d{1,4}$/.test(part))) return { ok: false, reason: "not-a-list" };
  const days = parts.map((part) => Number(part) + 0);
  if (days.some((day) => Math.abs(day) > farthestDays)) return { ok: false, reason: "too-far" };
  if (new Set(days).size < days.length) return { ok: false, reason: "twice" };
  return { ok: true, days: days.toSorted((a, b) => b - a) };
}

/** Reads "09:00-20:00". Refused: what is no such pair of times, and a window shorter than an hour. */
export function parseReminderHours(
  text: string,
): { ok: true; hours: ReminderHours } | { ok: false; reason: "not-hours" | "too-short" } {
  const hours = parseClockSpan(text);
  if (hours === undefined) return { ok: false, reason: "not-hours" };
  return hours.until - hours.from < 60 ? { ok: false, reason: "too-short" } : { ok: true, hours };
}

/** The milestones that this person is told of: their own among the operator's. */
export function milestonesOf(wishes: ReminderWishes, rules: ReminderRules): readonly number[] {
  if (!wishes.isOn) return [];
  const { days } = wishes;
  return days === undefined ? rules.days : rules.days.filter((day) => days.includes(day));
}

/**
 * The next reminder of cover that ends on `end`, not before `today`; `undefined` when none is to come.
 * @param told the milestones of this end that were told already
 */
export function nextReminder(of: {
  readonly end: IsoDate;
  readonly wishes: ReminderWishes;
  readonly rules: ReminderRules;
  readonly today: IsoDate;
  readonly told: readonly number[];
}): Due | undefined {
  const dues = milestonesOf(of.wishes, of.rules)
    .filter((milestone) => !of.told.includes(milestone))
    .map((milestone): Due => ({ milestone, day: dayOf(addDays(of.end, -milestone), of) }));
  return dues.find(({ milestone, day }) => day >= of.today && addDays(of.end, -milestone) >= of.today);
}

/** Quiet on Fridays: the day before, unless that is past; then the day after. */
function dayOf(day: IsoDate, { wishes, today }: { readonly wishes: ReminderWishes; readonly today: IsoDate }): IsoDate {
  if (!wishes.quietFridays || !isFriday(day)) return day;
  const before = addDays(day, -1);
  return before >= today ? before : addDays(day, 1);
}

/** Whether a day is a Friday. */
export function isFriday(day: IsoDate): boolean {
  return weekdayOf(day) === 5;
}

/** The first Sunday after a day: the week's first working day in Kuwait. */
export function nextSunday(day: IsoDate): IsoDate {
  return addDays(day, 7 - weekdayOf(day));
}

const minuteMs = 60 * 1000;
/** What cannot wait (the last day, the day before, cover that has ended) goes within the window's first hour, all else after it. */
const urgentMinutes = 60;

/**
 * The instant (UTC) at which a reminder is due on its day: spread over the window, the urgent first; within the hour a person chose.
 * @param spread of the chat, 0 ≤ spread < 1: always the same, so that a person is told at about the same time each day
 * @param isLate it was due on an earlier day and could not be told: it goes with the urgent, or the window's last would miss it again
 */
export function slotOf(
  due: Due,
  of: {
    readonly wishes: ReminderWishes;
    readonly rules: ReminderRules;
    readonly spread: number;
    readonly isLate?: boolean;
  },
): Date {
  const { hours } = of.rules;
  const isUrgent = of.isLate === true || due.milestone <= 1;
  const [from, until] = windowOf(isUrgent, of.wishes, hours);
  const minutes = from + Math.floor((until - from) * of.spread);
  return new Date(kuwaitMidnight(due.day).getTime() + minutes * minuteMs);
}

function windowOf(isUrgent: boolean, { hour }: ReminderWishes, hours: ReminderHours): readonly [number, number] {
  if (hour !== undefined) {
    const from = Math.min(Math.max(hour * 60, hours.from), hours.until - 1);
    return [from, Math.min(from + 60, hours.until)];
  }
  const urgentUntil = Math.min(hours.from + urgentMinutes, hours.until);
  if (isUrgent) return [hours.from, urgentUntil];
  return urgentUntil < hours.until ? [urgentUntil, hours.until] : [hours.from, hours.until];
}

/** Whether something may be told at this instant (UTC). */
export function isWithinHours(instant: Date, hours: ReminderHours): boolean {
  return isWithinSpan(instant, hours);
}
