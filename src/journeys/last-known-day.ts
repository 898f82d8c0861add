// The end that a person is reminded of: the last day of cover that is known of, whether covered, paid for or told.
import type { IsoDate } from "../domain/iso-date.js";
import type { Worker } from "./workers-port.js";

export function lastKnownDay({ covers, waiting }: Worker): IsoDate | undefined {
  return [...covers, ...waiting]
    .map(({ until }) => until)
    .toSorted()
    .at(-1);
}
