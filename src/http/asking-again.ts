// How often the return page asks for itself: soon at first, then ever later, and after a minute and a half no more.

/** Most banks answer within seconds; whoever still has none is told in the chat, and need not watch a page. */
const pausesSeconds: readonly number[] = [2, 3, 5, 8, 13, 21, 34];

/** @param times how often it has been asked for by itself, as its address says @returns the pause before the next time; `undefined` when it stops */
export function pauseAfter(times: number): number | undefined {
  return pausesSeconds[times];
}

/** Reads `times` from an address; anything odd ends the asking rather than begin it anew for ever. */
export function timesAsked(text: string | null): number {
  if (text === null) return 0;
  return /^\d$/.test(text) ? Number(text) : pausesSeconds.length;
}
