/** Promises how much one of the staff may look people up, and from when on it is so unusual that supervisors are told. */

/** Somebody who answers calls looks up one person a minute at most; a list that is worked through ends here. */
export const looksPerHour = 60;
/** Five hours of calls without a pause. */
export const looksPerDay = 300;
/** A number misheard now and then; so many are guesses. */
export const usualMissesPerHour = 20;
/** Whoever calls does so about one household: so many in a day are not callers. */
export const usualSponsorsPerDay = 100;

/** What one of the staff has looked up, this look not yet counted. */
export type Looking = {
  /** Found or not, within an hour. */
  readonly looksInHour: number;
  readonly looksInDay: number;
  /** Without a match, within an hour. */
  readonly missesInHour: number;
  /** Different sponsors, within a day. */
  readonly sponsorsInDay: number;
};

/** Why supervisors are told. */
export type Unusual = "misses" | "sponsors";

/** Whether one look more is allowed. */
export function mayLookOnce({ looksInHour, looksInDay }: Pick<Looking, "looksInHour" | "looksInDay">): boolean {
  return looksInHour < looksPerHour && looksInDay < looksPerDay;
}

/** What is unusual about it; `undefined`: nothing. */
export function unusualIn({ missesInHour, sponsorsInDay }: Looking): Unusual | undefined {
  if (missesInHour > usualMissesPerHour) return "misses";
  return sponsorsInDay > usualSponsorsPerDay ? "sponsors" : undefined;
}
