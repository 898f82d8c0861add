// The end that a person is reminded of: of the last cover that is known of, whether covered, paid for or told.
import type { KnownCover, WaitingCover } from "../domain/cover.js";
import { daysBetween, type IsoDate } from "../domain/iso-date.js";
import type { Worker } from "./workers-port.js";

/** Of two that end on one day, the one that is known best: on record, then paid for, then told. */
export function lastKnownCover({
  covers,
  waiting,
}: Pick<Worker, "covers" | "waiting">): KnownCover | WaitingCover | undefined {
  const told = covers.filter(({ source }) => source === "told");
  const onRecord = covers.filter(({ source }) => source !== "told");
  return [...onRecord, ...waiting, ...told].toSorted((a, b) => daysBetween(a.until, b.until))[0];
}

export function lastKnownDay(worker: Worker): IsoDate | undefined {
  return lastKnownCover(worker)?.until;
}
