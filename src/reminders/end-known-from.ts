// Where it is known from that cover ends on a day: no date is told without its source.
import type { IsoDate } from "../domain/iso-date.js";
import { lastKnownCover } from "../journeys/last-known-cover.js";
import { waitingLine } from "../journeys/worker-lines.js";
import type { Worker } from "../journeys/workers-port.js";
import { type Line, line } from "../words/line.js";

/** None if the last cover that is known of ends on another day. */
export function endKnownFrom(worker: Worker, end: IsoDate): Line | undefined {
  const last = lastKnownCover(worker);
  if (last?.until !== end) return undefined;
  return "paidOn" in last ? waitingLine(last) : line(`cover-source-${last.source}`, { on: { date: last.knownAt } });
}
