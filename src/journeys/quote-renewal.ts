// From workers, years and starts to a price: counts each worker's place in the household, then asks the fee schedule.
import { coveredThrough } from "../domain/cover.js";
import type { IsoDate } from "../domain/iso-date.js";
import type { Fils } from "../domain/kwd.js";
import { type Quote, type QuoteRefusal, type QuoteRequest, quote } from "../domain/quote.js";
import { type PlacedWorker, placeOf } from "../domain/worker-place.js";
import type { Household, Worker } from "./workers-port.js";
import type { World } from "./world.js";

/** One worker's share of a basket. `start` undefined: as early as possible. */
export type Choice = { readonly worker: Worker; readonly years: number; readonly start: IsoDate | undefined };

/** The last day that is covered or paid for; what a sponsor told does not count. */
export function coverEnd({ covers, waiting }: Worker): IsoDate | undefined {
  return coveredThrough(covers, waiting);
}

/** Lines carry the workers' ids. */
export function renewalRequest(household: Household, choices: readonly Choice[], today: IsoDate): QuoteRequest {
  const asked = new Set(choices.map(({ worker }) => worker.id));
  const places = household.workers.map((worker) => placed(worker, asked.has(worker.id), today));
  return {
    sponsor: { kuwaiti: household.kuwaiti },
    lines: choices.map(({ worker, years, start }) => {
      const coverUntil = coverEnd(worker);
      return {
        worker: worker.id,
        article: worker.article,
        nth: placeOf(places, worker.civilId),
        inKuwait: worker.inKuwait,
        years,
        ...(start === undefined ? {} : { start }),
        ...(coverUntil === undefined ? {} : { coverUntil }),
      };
    }),
  };
}

export function quoteRenewal(
  household: Household,
  choices: readonly Choice[],
  { service, today }: Pick<World, "service" | "today">,
): Quote | QuoteRefusal {
  return quote(renewalRequest(household, choices, today), service.fees, today);
}

/** What a year costs for all of these together, where that can be known today. */
export function feePerYear(
  household: Household,
  workers: readonly Worker[],
  world: Pick<World, "service" | "today">,
): Fils | undefined {
  const quoted = quoteRenewal(
    household,
    workers.map((worker) => ({ worker, years: 1, start: undefined })),
    world,
  );
  return quoted.ok ? quoted.totalFils : undefined;
}

/** A worker has a place with present cover, with cover to come, or by being asked for now. */
function placed(worker: Worker, isAsked: boolean, today: IsoDate): PlacedWorker {
  const end = coverEnd(worker);
  const firstDays = [...worker.covers.filter(({ source }) => source !== "told"), ...worker.waiting].map(
    (of) => of.from,
  );
  return {
    civilId: worker.civilId,
    firstCover: firstDays.toSorted()[0],
    counts: isAsked || (end !== undefined && end >= today),
  };
}
