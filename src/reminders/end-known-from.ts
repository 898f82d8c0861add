// Where it is known from that cover ends on a day: no date is told without its source.
import type { IsoDate } from "../domain/iso-date.js";
import { waitingLine } from "../journeys/worker-lines.js";
import type { Worker } from "../journeys/workers-port.js";
import { type Line, line } from "../words/line.js";

/** Of two sources the one that is more than told; none if no cover that is known ends then. */
export function endKnownFrom({ covers, waiting }: Worker, end: IsoDate): Line | undefined {
  const paid = waiting.find(({ until }) => until === end);
  if (paid !== undefined) return waitingLine(paid);
  const ending = covers.filter(({ until }) => until === end);
  const known = ending.find(({ source }) => source !== "told") ?? ending[0];
  return known && line(`cover-source-${known.source}`, { on: { date: known.knownAt } });
}
