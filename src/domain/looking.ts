/** Promises how much of other people one of the staff may see, and from when on it is so unusual that supervisors are told. */

/** Somebody who answers calls looks up one person a minute at most; a list that is worked through ends here. */
export const looksPerHour = 60;
/** Five hours of calls without a pause. */
export const looksPerDay = 300;
/** A number misheard now and then; so many are guesses. */
export const usualMissesPerHour = 20;
/** Whoever calls does so about one household: so many in a day are not callers. */
export const usualSponsorsPerDay = 100;

/** What one of the staff has seen of others, on cards, on forms or in full, and what they were refused. */
export type Looking = {
  /** Shown or not, within an hour. */
  readonly looksInHour: number;
  readonly looksInDay: number;
  /** Without a match, or refused, within an hour. */
  readonly missesInHour: number;
  /** Different sponsors, within a day. */
  readonly sponsorsInDay: number;
};

/** Why supervisors are told; limit: no more is shown for now. */
export type Unusual = "misses" | "sponsors" | "limit";

/** Whether one look more is allowed. */
export function mayLookOnce({ looksInHour, looksInDay }: Pick<Looking, "looksInHour" | "looksInDay">): boolean {
  return looksInHour < looksPerHour && looksInDay < looksPerDay;
}

/** All that is unusual about it: one kind hides no other. */
export function unusualIn(looking: Looking): readonly Unusual[] {
  return [
    ...(looking.missesInHour > usualMissesPerHour ? (["misses"] as const) : []),
    ...(looking.sponsorsInDay > usualSponsorsPerDay ? (["sponsors"] as const) : []),
    ...(mayLookOnce(looking) ? [] : (["limit"] as const)),
  ];
}
