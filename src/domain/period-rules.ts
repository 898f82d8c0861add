/** Promises the named rules of how long a cover may run and when it may start; numbers and sources are in the data file. */
import { addDays, type IsoDate, laterOf } from "./iso-date.js";
import rules from "./period-rules.json" with { type: "json" };

/** Years of cover one may buy at most for a worker in Kuwait. */
export const maxYearsInKuwait = rules.maxYearsInKuwait.value;

/** Years of cover one may buy at most for a worker still outside Kuwait. */
export const maxYearsOutside = rules.maxYearsOutside.value;

/** Days between today and the latest start of a new cover. */
export const startAheadDays = rules.startAheadDays.value;

/** Days left from which cover is said to end soon. */
export const endsSoonDays = rules.endsSoonDays.value;

/** How many years one payment can buy. */
export type Term = 1 | 2 | 3;

/** Every term there is, in years, ascending. */
export const terms = [1, 2, 3] as const satisfies readonly Term[];

/** The years on offer for a worker, ascending. */
export function termsAllowed({ inKuwait }: { inKuwait: boolean }): readonly Term[] {
  return terms.filter((years) => years <= (inKuwait ? maxYearsInKuwait : maxYearsOutside));
}

/** The days on which a new cover may start, both ends included; or the first day on which asking gives any. */
export type StartWindow =
  | { ok: true; first: IsoDate; last: IsoDate }
  | { ok: false; reason: "too-early"; firstDay: IsoDate };

/** [max(today, coverUntil + 1), today + 90]; empty while the present cover runs past it, which is `too-early`. */
export function startWindow(of: { coverUntil?: IsoDate | undefined; today: IsoDate }): StartWindow {
  const last = addDays(of.today, startAheadDays);
  const first = of.coverUntil === undefined ? of.today : laterOf(of.today, addDays(of.coverUntil, 1));
  if (first > last) return { ok: false, reason: "too-early", firstDay: addDays(first, -startAheadDays) };
  return { ok: true, first, last };
}
