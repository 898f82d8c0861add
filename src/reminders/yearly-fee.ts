// What a year costs today for each worker of a digest, by the operator's schedule; nothing where it cannot be known.
import type { FeeSchedule } from "../domain/fee-schedule.js";
import type { IsoDate } from "../domain/iso-date.js";
import type { Fils } from "../domain/kwd.js";
import { quote } from "../domain/quote.js";
import { renewalRequest } from "../journeys/quote-renewal.js";
import type { Household, Worker } from "../journeys/workers-port.js";

/** By the workers' ids. Places are counted as if all of them were renewed together, as their sponsor would. */
export function yearlyFees(
  workers: readonly Worker[],
  of: { readonly household: Household; readonly fees: FeeSchedule; readonly today: IsoDate },
): ReadonlyMap<string, Fils> {
  const { household, fees, today } = of;
  const onRecord = workers.filter(({ source }) => source === "record");
  const choices = onRecord.map((worker) => ({ worker, years: 1, start: undefined }));
  const { sponsor, lines } = renewalRequest(household, choices, today);
  const known = new Map<string, Fils>();
  // Cover that runs on moves the days, not the fee.
  for (const { coverUntil: _end, ...line } of lines) {
    const priced = quote({ sponsor, lines: [line] }, fees, today);
    if (priced.ok) known.set(line.worker, priced.totalFils);
  }
  for (const { id, source, article } of workers) {
    const fee = source === "told" ? feeForAnybody(fees, article) : undefined;
    if (fee !== undefined) known.set(id, fee);
  }
  return known;
}

/** Whose worker it is, and which one by number, is not on record: only a fee that asks for neither is known. */
function feeForAnybody({ rows }: FeeSchedule, article: number): Fils | undefined {
  const row = rows.find(({ articles }) => articles.includes(article));
  return row?.sponsor === undefined && row?.nth === undefined ? row?.fils : undefined;
}
