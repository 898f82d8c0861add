// The one summary before anything is owed: who, what is on record, which days, what it costs and why, and what is agreed to.
import { addDays } from "../domain/iso-date.js";
import type { Quote, QuoteLine } from "../domain/quote.js";
import { type Line, line } from "../words/line.js";
import { amountLine, listedLine, type NameOf, totalLines, whyLines } from "./fee-lines.js";
import { gapLine, gapsOf } from "./gaps.js";
import { coverEnd } from "./quote-renewal.js";
import type { Renewable } from "./renewable.js";
import { acceptedBefore, termsInShort } from "./terms-lines.js";
import { workerName } from "./worker-lines.js";
import type { Worker } from "./workers-port.js";
import type { World } from "./world.js";

export type Summarised = {
  readonly quote: Quote;
  readonly nameOf: NameOf;
  /** Whose data may be shown; a quick payer sees nothing of what is on record, nor when the present cover ends. */
  readonly onRecord: readonly Renewable[];
  /** This account accepted these terms before. */
  readonly isAccepted: boolean;
};

export function summaryLines({ quote, nameOf, onRecord, isAccepted }: Summarised, { service }: World): readonly Line[] {
  const [one, ...others] = quote.lines;
  const told =
    one !== undefined && others.length === 0
      ? [titleLine(one, nameOf, onRecord), ...dataLines(onRecord), ...periodLines(one, onRecord), amountLine(one)]
      : [
          line("summary-several", { n: quote.lines.length }),
          ...quote.lines.map((of) => rowLine(of, nameOf, onRecord)),
          ...dataLines(onRecord),
          ...gapLines(quote, onRecord),
          ...totalLines(quote),
        ];
  return [
    ...told,
    ...whyLines(quote, service.fees),
    ...(isAccepted ? [acceptedBefore(service.terms)] : termsInShort(service, quote.totalFils === 0)),
  ];
}

/** What the acceptance depends on besides price and terms: when it changes on record, an acceptance of it falls. */
export function dataShown(onRecord: readonly Renewable[]): string {
  return onRecord.map(({ worker: { id, article, inKuwait } }) => `${id} ${article} ${inKuwait}`).join(", ");
}

function titleLine(of: QuoteLine, nameOf: NameOf, onRecord: readonly Renewable[]): Line {
  const told = { worker: nameOf(of.worker), n: of.years };
  const isFirst = onRecord.some(({ worker }) => worker.covers.length + worker.waiting.length === 0);
  return isFirst ? line("summary-first", told) : line("summary-one", told);
}

/** One sentence for all of whom the same is on record. */
function dataLines(onRecord: readonly Renewable[]): readonly Line[] {
  const kinds = new Set(onRecord.map(({ worker: { article, inKuwait } }) => `${article} ${inKuwait}`));
  const told = onRecord.map(({ worker }) => {
    const place = line(worker.inKuwait ? "worker-in-kuwait" : "worker-outside");
    const { article } = worker;
    return kinds.size === 1
      ? line("summary-data", { article, place })
      : line("summary-data-for", { worker: workerName(worker), article, place });
  });
  return kinds.size === 1 ? told.slice(0, 1) : told;
}

function periodLines(of: QuoteLine, onRecord: readonly Renewable[]): readonly Line[] {
  const days = { from: { date: of.from }, until: { date: of.until } };
  const isJoined = onRecord.some(({ worker }) => isWithoutGap(worker, of));
  return [
    line(isJoined ? "summary-period-joined" : "summary-period", days),
    ...gapsIn([of], onRecord).map((gap) => gapLine(gap, false)),
  ];
}

function rowLine(of: QuoteLine, nameOf: NameOf, onRecord: readonly Renewable[]): Line {
  const listed = listedLine(of, nameOf);
  const isJoined = onRecord.some(({ worker }) => worker.id === of.worker && isWithoutGap(worker, of));
  return isJoined ? line("summary-joined", { listed }) : listed;
}

function gapLines(quote: Quote, onRecord: readonly Renewable[]): readonly Line[] {
  return gapsIn(quote.lines, onRecord).map((gap) => gapLine(gap, true));
}

function gapsIn(lines: readonly QuoteLine[], onRecord: readonly Renewable[]) {
  return gapsOf(onRecord.map((of) => ({ of, start: lines.find(({ worker }) => worker === of.worker.id)?.from })));
}

function isWithoutGap(worker: Worker, { from }: QuoteLine): boolean {
  const end = coverEnd(worker);
  return end !== undefined && from === addDays(end, 1);
}
