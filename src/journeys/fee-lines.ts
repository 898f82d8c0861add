// A price with its reasons: what each worker costs, by which rule, known from where and how surely, and what is not in it.
import { builtInSchedules, type FeeRow, type FeeSchedule } from "../domain/fee-schedule.js";
import { fils } from "../domain/kwd.js";
import type { Quote, QuoteLine } from "../domain/quote.js";
import { type Line, line, type WordId } from "../words/line.js";
import type { Quoted } from "./message.js";

const certainties = {
  brief: "certainty-brief",
  A: "certainty-several",
  B: "certainty-one",
  C: "certainty-weak",
} as const satisfies Record<FeeRow["certainty"], WordId>;

/** How a quote's worker is told to this reader. */
export type NameOf = (worker: string | undefined) => Line;

/** The price itself, beside the lines that tell it. */
export function quotedOf(quoted: Quote, schedule: FeeSchedule): Quoted {
  const lines = quoted.lines.map(({ worker, from, until, fils: fee, rule }) => ({
    worker,
    from,
    until,
    fils: fee,
    rule,
  }));
  return { schedule: schedule.id, lines };
}

/** What each worker costs: one sentence each. */
export function feeLines(quoted: Quote, nameOf: NameOf): readonly Line[] {
  return quoted.lines.map((of) => feeLine(of, nameOf));
}

/** What each worker costs, and for which days: a sentence for one, a list for several. */
export function priceLines(quoted: Quote, nameOf: NameOf): readonly Line[] {
  if (quoted.lines.length > 1) return quoted.lines.map((of) => listedLine(of, nameOf));
  return quoted.lines.flatMap((of) => [
    feeLine(of, nameOf),
    line("fee-period", { from: { date: of.from }, until: { date: of.until } }),
  ]);
}

/** One of several: who, how long, what it costs, from when to when. */
export function listedLine({ worker, years, from, until, fils: fee }: QuoteLine, nameOf: NameOf): Line {
  const told = { worker: nameOf(worker), n: years, from: { date: from }, until: { date: until } };
  return fee === 0 ? line("fee-listed-none", told) : line("fee-listed", { ...told, fee: { kwd: fee } });
}

function feeLine(of: QuoteLine, nameOf: NameOf): Line {
  const told = { worker: nameOf(of.worker), n: of.years };
  if (of.fils === 0) return line("fee-none", told);
  if (of.years === 1) return line("fee-one-year", { ...told, fee: { kwd: of.fils } });
  return line("fee-years", { ...told, fee: { kwd: of.fils }, perYear: { kwd: perYear(of) } });
}

/** What it costs, alone: "KD 10.000 (KD 5.000 × 2)". */
export function amountLine(of: QuoteLine): Line {
  if (of.fils === 0) return line("summary-no-fee-line");
  if (of.years === 1) return line("summary-fee-line", { fee: { kwd: of.fils } });
  return line("summary-fee-years", { fee: { kwd: of.fils }, perYear: { kwd: perYear(of) }, n: of.years });
}

/** The reasons in short: each rule once, with where it is known from and how surely, and what is not included. */
export function whyLines(quoted: Quote, schedule: FeeSchedule): readonly Line[] {
  return [
    ...rulesOf(quoted, schedule).map((row) =>
      line("summary-why", { rule: { name: row.title }, source: sourceOf(row), certainty: certainty(row) }),
    ),
    ...pressLines(schedule),
    ...(quoted.lines.some((of) => of.fils === 0) ? [line("summary-free")] : []),
    line("fee-not-included"),
  ];
}

/** Each rule once, with its source and how sure it is; then the schedule, what is known of it, and what is not included. */
export function reasonLines(quoted: Quote, schedule: FeeSchedule): readonly Line[] {
  const isFree = quoted.lines.some((of) => of.fils === 0);
  return [
    ...rulesOf(quoted, schedule).flatMap((row) => [ruleLine(row), sourceLine(row)]),
    ...scheduleLines(schedule),
    ...(isFree ? [line("fee-none-why")] : []),
    line("fee-not-included"),
  ];
}

/** Which schedule holds, and what is to be known of it wherever it is named. */
export function scheduleLines(schedule: FeeSchedule): readonly Line[] {
  return [line("fee-schedule", { schedule: { name: schedule.title } }), ...pressLines(schedule)];
}

function pressLines({ id }: FeeSchedule): readonly Line[] {
  return id === "decision-306-2025" ? [line("fee-schedule-press")] : [];
}

/** Each rule once, by its own name. */
export function ruleLines(quoted: Quote, schedule: FeeSchedule): readonly Line[] {
  return rulesOf(quoted, schedule).map(ruleLine);
}

/** The sum, where there is more than one line to add up. */
export function totalLines({ lines, totalFils }: Quote): readonly Line[] {
  return lines.length > 1 ? [line("fee-total", { n: lines.length, total: { kwd: totalFils } })] : [];
}

function rulesOf(quoted: Quote, schedule: FeeSchedule): readonly FeeRow[] {
  return schedule.rows.filter((row) => quoted.lines.some(({ rule }) => rule === row.id));
}

function perYear({ fils: all, years }: QuoteLine) {
  return fils(all / years);
}

function ruleLine(row: FeeRow): Line {
  return line("fee-rule", { rule: { name: row.title }, perYear: { kwd: row.fils } });
}

/** Where a rule is known from, and how surely. */
export function sourceLine(row: FeeRow): Line {
  return line("fee-source", { source: sourceOf(row), certainty: certainty(row) });
}

function certainty(row: FeeRow): Line {
  return line(certainties[row.certainty]);
}

/** The built-in rows' sources in the reader's language; an operator's own as it stands in the file. */
function sourceOf(row: FeeRow): Line | string {
  const builtIn = Object.values(builtInSchedules).flatMap(({ rows }) => rows);
  const known = builtIn.find(({ id, source }) => id === row.id && source === row.source)?.id;
  switch (known) {
    case "domestic-worker":
    case "domestic-worker-before-306":
    case "kuwaiti-first-three":
    case "kuwaiti-fourth-on":
    case "other-sponsor":
      return line(`source-${known}`);
    default:
      return row.source;
  }
}
