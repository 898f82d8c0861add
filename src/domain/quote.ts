/** Promises what a renewal costs, line by line, each with the rule and source it comes from; or why there is no price. */
import { createHash } from "node:crypto";
import { coverPeriod } from "./cover.js";
import { type FeeRow, type FeeSchedule, feeRow } from "./fee-schedule.js";
import { type IsoDate, parseIsoDate } from "./iso-date.js";
import { type Fils, fils } from "./kwd.js";
import { startWindow, termsAllowed } from "./period-rules.js";

/**
 * What is asked for. `worker` is the caller's name for a line (a civil ID, or any word for a hypothetical worker);
 * `nth` the worker's place (1…, see `placeOf`); `coverUntil` the last day already covered or paid for.
 */
export type QuoteRequest = {
  sponsor: { kuwaiti: boolean };
  lines: {
    worker: string;
    article: number;
    nth: number;
    inKuwait: boolean;
    years: number;
    start?: IsoDate;
    coverUntil?: IsoDate;
  }[];
};

/** One worker's period and its fee: `fils` for all years together, `rule` the schedule's row, with its source. */
export type QuoteLine = {
  worker: string;
  years: number;
  from: IsoDate;
  until: IsoDate;
  fils: Fils;
  rule: string;
  source: string;
  certainty: FeeRow["certainty"];
};

/** A price: lines in the order asked, and their sum. A sum of zero is a price too: nothing to pay, still to be filed. */
export type Quote = { ok: true; lines: QuoteLine[]; totalFils: Fils };

export type QuoteFault =
  | "empty"
  | "same-worker-twice"
  | "no-row"
  | "years"
  | "start-past"
  | "start-too-far"
  | "too-early"
  | "overlap";

/** Why there is no price, for which worker; with `too-early`, `firstDay` is the first date on which asking works. */
export type QuoteRefusal = { ok: false; reason: QuoteFault; worker?: string; firstDay?: IsoDate };

/**
 * Prices a request on a day. Refuses the whole basket at the first line that fails, and of a line's faults tells the
 * first of: `no-row`, `years`, `too-early` (no start is possible, so none is discussed), `start-past`, `overlap`,
 * `start-too-far`. Without `start` a line begins on the first possible day. The schedule's own dates refuse nothing.
 */
export function quote(request: QuoteRequest, schedule: FeeSchedule, today: IsoDate): Quote | QuoteRefusal {
  if (request.lines.length === 0) return { ok: false, reason: "empty" };
  const seen = new Set<string>();
  for (const { worker } of request.lines) {
    if (seen.has(worker)) return { ok: false, reason: "same-worker-twice", worker };
    seen.add(worker);
  }
  const lines: QuoteLine[] = [];
  for (const asked of request.lines) {
    const priced = priceLine(asked, request.sponsor.kuwaiti, schedule, today);
    if (!priced.ok) return { ...priced, worker: asked.worker };
    lines.push(priced.line);
  }
  return { ok: true, lines, totalFils: fils(lines.reduce((sum, line) => sum + line.fils, 0)) };
}

function priceLine(
  asked: QuoteRequest["lines"][number],
  kuwaiti: boolean,
  schedule: FeeSchedule,
  today: IsoDate,
): { ok: true; line: QuoteLine } | QuoteRefusal {
  const row = feeRow(schedule, { article: asked.article, kuwaiti, nth: asked.nth });
  if (row === undefined) return { ok: false, reason: "no-row" };
  const years = termsAllowed(asked).find((term) => term === asked.years);
  if (years === undefined) return { ok: false, reason: "years" };
  const start = chooseStart(asked, today);
  if (!start.ok) return start;
  return {
    ok: true,
    line: {
      worker: asked.worker,
      years,
      ...coverPeriod({ start: start.date, years }),
      fils: fils(row.fils * years),
      rule: row.id,
      source: row.source,
      certainty: row.certainty,
    },
  };
}

function chooseStart(
  { start, coverUntil }: { start?: IsoDate; coverUntil?: IsoDate },
  today: IsoDate,
): { ok: true; date: IsoDate } | QuoteRefusal {
  // Callers outside TypeScript may send anything: what is no date can neither be priced nor shown to be free.
  if (coverUntil !== undefined && !parseIsoDate(coverUntil).ok) return { ok: false, reason: "overlap" };
  const window = startWindow({ coverUntil, today });
  if (!window.ok) return window;
  if (start === undefined) return { ok: true, date: window.first };
  if (start < today || !parseIsoDate(start).ok) return { ok: false, reason: "start-past" };
  if (start < window.first) return { ok: false, reason: "overlap" };
  if (start > window.last) return { ok: false, reason: "start-too-far" };
  return { ok: true, date: start };
}

/**
 * 32 hex digits that stand for everything a quote shows: equal quotes, equal digests. An acceptance is recorded with
 * it, hence SHA-256 (its first 128 bits): nobody can make another quote to fit an acceptance.
 */
export function quoteDigest(accepted: Quote): string {
  const shown = accepted.lines.map((line) => [
    line.worker,
    line.years,
    line.from,
    line.until,
    line.fils,
    line.rule,
    line.source,
    line.certainty,
  ]);
  return createHash("sha256")
    .update(JSON.stringify([shown, accepted.totalFils]))
    .digest("hex")
    .slice(0, 32);
}
