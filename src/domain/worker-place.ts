/** Promises the place (1…) of a worker among the sponsor's workers, on which some fee schedules depend. */
import type { IsoDate } from "./iso-date.js";

/** `counts`: has present or requested cover. `firstCover`: the first day of the worker's first cover, if ever covered. */
export type PlacedWorker = { civilId: string; firstCover?: IsoDate | undefined; counts: boolean };

/**
 * The place of a worker among those that count, by first day of cover (never covered comes last), then by civil ID.
 * The asked worker always counts, on the list or not. How the authorities count is not published: this is our reading.
 */
export function placeOf(workers: readonly PlacedWorker[], civilId: string): number {
  const asked = workers.find((worker) => worker.civilId === civilId) ?? { civilId };
  return 1 + workers.filter((worker) => worker.counts && isBefore(worker, asked)).length;
}

type Ranked = Omit<PlacedWorker, "counts">;

function isBefore(a: Ranked, b: Ranked): boolean {
  if (a.firstCover === b.firstCover) return a.civilId < b.civilId;
  if (a.firstCover === undefined) return false;
  return b.firstCover === undefined || a.firstCover < b.firstCover;
}
