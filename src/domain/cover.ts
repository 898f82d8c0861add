/** Promises how a worker stands on a day: covered, until when, by whose knowledge, and what is paid but not yet filed. */
import { addDays, addYears, daysBetween, type IsoDate } from "./iso-date.js";
import { endsSoonDays, type Term } from "./period-rules.js";

/** Days of cover, both ends included. */
export type Period = { from: IsoDate; until: IsoDate };

/** A cover and where the knowledge of it comes from, since when. */
export type KnownCover = Period & {
  source: "imported" | "issued-here" | "told";
  knownAt: IsoDate;
  policyNumber?: string;
};

/** A period that is paid here but not yet in the Ministry's system. */
export type WaitingCover = Period & { paidOn: IsoDate };

/**
 * How a worker stands. `daysLeft` counts to `through`, the end of known cover without a gap from `cover` on: 0 on its
 * last day, which is still covered. `next` is the next known cover; `waiting` the first paid and not yet filed.
 * `daysSince` and `startsIn` are 1 or more.
 */
export type Standing =
  | { state: "none" }
  | {
      state: "active" | "ends-soon";
      cover: KnownCover;
      through: IsoDate;
      daysLeft: number;
      next?: KnownCover;
      waiting?: WaitingCover;
    }
  | { state: "ended"; cover: KnownCover; daysSince: number }
  | { state: "not-yet-started"; cover: KnownCover; startsIn: number; waiting?: WaitingCover }
  | { state: "paid-not-filed"; waiting: WaitingCover; cover?: KnownCover };

/** The period bought: start + N years − 1 day. A start on 29 February counts from 28 February of a year without one. */
export function coverPeriod(of: { start: IsoDate; years: Term }): { from: IsoDate; until: IsoDate } {
  return { from: of.start, until: addDays(addYears(of.start, of.years), -1) };
}

/** How many years a period of whole years has, whichever day it ends on after a 29 February. */
export function yearsOf({ from, until }: Period): number {
  return Math.round(daysOf({ from, until }) / 365.25);
}

/** Whether two periods share a day. */
export function overlaps(a: Period, b: Period): boolean {
  return a.from <= b.until && b.from <= a.until;
}

/**
 * Whether a cover on record is the one that was paid for: it holds at least half of the paid days. The policy that began before
 * the paid period is not it, however its dates are put right. `before` is how this cover stood until now, if it was known.
 */
export function confirms(
  cover: Period & { policyNumber: string },
  paid: Period,
  before?: Period & { policyNumber: string | null },
): boolean {
  if (before !== undefined && before.policyNumber === cover.policyNumber && before.from < paid.from) return false;
  const from = cover.from > paid.from ? cover.from : paid.from;
  const until = cover.until < paid.until ? cover.until : paid.until;
  return 2 * daysOf({ from, until }) >= daysOf(paid);
}

/** Both ends included. */
const daysOf = ({ from, until }: Period) => daysBetween(from, until) + 1;

const byStart = (a: Period, b: Period) => daysBetween(b.from, a.from) || daysBetween(b.until, a.until);
const byEnd = (a: Period, b: Period) => daysBetween(b.until, a.until);

/** The end of cover without a gap that begins with `first`; `later` in order of start. */
function endOfChain(first: Period, later: readonly Period[]): IsoDate {
  return later.reduce(
    (end, period) => (period.from <= addDays(end, 1) && period.until > end ? period.until : end),
    first.until,
  );
}

/**
 * How a worker stands today. What a sponsor told counts only while nothing better is known. Cover ends soon at 30 days
 * left or fewer, unless a period already paid goes on from it; paid periods say so in every other state too, but are
 * never counted as cover.
 */
export function standing(covers: readonly KnownCover[], waiting: readonly WaitingCover[], today: IsoDate): Standing {
  const onRecord = covers.filter((cover) => cover.source !== "told");
  const known = (onRecord.length > 0 ? onRecord : covers).toSorted(byStart);
  const firstWaiting = waiting.toSorted(byStart)[0];
  const alsoWaiting = firstWaiting === undefined ? {} : { waiting: firstWaiting };

  const running = known
    .filter((cover) => cover.from <= today && today <= cover.until)
    .toSorted(byEnd)
    .at(-1);
  const next = known.find((cover) => cover.from > today);
  if (running !== undefined) {
    const through = endOfChain(running, known);
    const daysLeft = daysBetween(today, through);
    const goesOn = waiting.some((paid) => paid.from <= addDays(through, 1) && paid.until > through);
    const state = daysLeft > endsSoonDays || goesOn ? "active" : "ends-soon";
    return { state, cover: running, through, daysLeft, ...(next === undefined ? {} : { next }), ...alsoWaiting };
  }
  if (next !== undefined) {
    return { state: "not-yet-started", cover: next, startsIn: daysBetween(today, next.from), ...alsoWaiting };
  }
  const last = known.toSorted(byEnd).at(-1);
  if (firstWaiting !== undefined) {
    return { state: "paid-not-filed", waiting: firstWaiting, ...(last === undefined ? {} : { cover: last }) };
  }
  if (last === undefined) return { state: "none" };
  return { state: "ended", cover: last, daysSince: daysBetween(last.until, today) };
}

/** The last day that is covered or paid for, the one a new period must come after. What a sponsor told never blocks. */
export function coveredThrough(covers: readonly KnownCover[], waiting: readonly WaitingCover[]): IsoDate | undefined {
  const taken: Period[] = [...covers.filter((cover) => cover.source !== "told"), ...waiting];
  return taken.toSorted(byEnd).at(-1)?.until;
}
