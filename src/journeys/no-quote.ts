// Why there is no price, each reason in a sentence that says what can be done.
import type { QuoteRefusal } from "../domain/quote.js";
import { type Line, line } from "../words/line.js";

/** @param worker as told to this reader */
export function noQuoteLine({ reason, firstDay }: QuoteRefusal, worker: Line, hotline: string): Line {
  switch (reason) {
    case "too-early":
      return firstDay === undefined
        ? line("no-quote-too-early-undated", { worker })
        : line("no-quote-too-early", { worker, firstDay: { date: firstDay } });
    case "no-row":
      return line("no-quote-no-row", { worker, hotline });
    default:
      return line(`no-quote-${reason}`, { worker });
  }
}
