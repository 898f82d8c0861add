// A quote to be read out on the phone: what so many years cost for each worker who can be renewed today, for which days and why, in one language.
import type { IsoDate } from "../domain/iso-date.js";
import { type Term, terms, termsAllowed } from "../domain/period-rules.js";
import { priceLines, reasonLines, totalLines } from "../journeys/fee-lines.js";
import { quoteRenewal } from "../journeys/quote-renewal.js";
import { isRenewable, renewable } from "../journeys/renewable.js";
import { maskedName, namesOf } from "../journeys/worker-lines.js";
import type { Household, Worker } from "../journeys/workers-port.js";
import type { Service } from "../journeys/world.js";
import { type Language, line } from "../words/line.js";
import { deskData, type View } from "./view.js";

/** For how many years it shall be. */
export function yearsView(sponsor: number): View {
  return {
    lines: [line("desk-lookup-quote-years")],
    buttons: [terms.map((n) => ({ label: line("button-years", { n }), data: deskData("quote", sponsor, n) }))],
  };
}

/** Whoever may not be renewed for so long is quoted for the longest that is allowed, and that is said. */
export function quoteAloud(
  household: Household,
  of: { readonly service: Service; readonly today: IsoDate; readonly years: Term },
  language: Language,
): View {
  const choices = household.workers
    .map((worker) => renewable(worker, of))
    .filter(isRenewable)
    .map(({ worker }) => ({ worker, years: longest(worker, of.years), start: undefined }));
  const quoted = quoteRenewal(household, choices, of);
  if (!quoted.ok) return { lines: [line("desk-lookup-no-quote")], language };
  const workers = choices.map(({ worker }) => worker);
  return {
    lines: [
      line("desk-lookup-quote", { n: of.years }),
      ...priceLines(quoted, namesOf(workers, maskedName)),
      ...choices
        .filter(({ years }) => years < of.years)
        .map(({ worker, years }) => line("desk-lookup-quote-longest", { worker: maskedName(worker), n: years })),
      ...totalLines(quoted),
      ...reasonLines(quoted, of.service.fees),
    ],
    language,
  };
}

function longest(worker: Worker, asked: Term): number {
  return Math.max(...termsAllowed(worker).filter((years) => years <= asked));
}
