// A quote to be read out on the phone: what a year costs for each worker who can be renewed today, with the reasons, in one language.
import type { FeeSchedule } from "../domain/fee-schedule.js";
import type { IsoDate } from "../domain/iso-date.js";
import { feeLines, reasonLines, totalLines } from "../journeys/fee-lines.js";
import { quoteRenewal } from "../journeys/quote-renewal.js";
import { isRenewable, renewable } from "../journeys/renewable.js";
import { maskedName, namesOf } from "../journeys/worker-lines.js";
import type { Household } from "../journeys/workers-port.js";
import type { Service } from "../journeys/world.js";
import { type Language, line } from "../words/line.js";
import type { View } from "./view.js";

export function quoteAloud(
  household: Household,
  of: { readonly service: Service; readonly today: IsoDate },
  language: Language,
): View {
  const workers = household.workers
    .map((worker) => renewable(worker, of))
    .filter(isRenewable)
    .map(({ worker }) => worker);
  const quoted = quoteRenewal(
    household,
    workers.map((worker) => ({ worker, years: 1, start: undefined })),
    of,
  );
  const fees: FeeSchedule = of.service.fees;
  const lines = quoted.ok
    ? [
        line("desk-lookup-quote"),
        ...feeLines(quoted, namesOf(workers, maskedName)),
        ...totalLines(quoted),
        ...reasonLines(quoted, fees),
      ]
    : [line("desk-lookup-no-quote")];
  return { lines, language };
}
