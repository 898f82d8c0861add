// The Ministry's form as whoever types it off sees it, for as long as that takes.
import { type Line, line } from "../words/line.js";
import type { FilingForm } from "./filings.js";
import type { View } from "./view.js";

/** Longer than other full values, which are read out once: this is typed field by field into a slow form, and checked against it. */
export const formShownMs = 10 * 60_000;

/** Full values, each alone for copying. It may be neither forwarded nor saved, and goes again. */
export function formView({ sponsor, worker, article, from, until, fils, receiptNumber }: FilingForm): View {
  const inFull = ({ name, civilId }: FilingForm["worker"]): readonly Line[] =>
    [name.ar, name.en, civilId]
      .filter((text) => text !== undefined)
      .map((text) => line("desk-filing-form-value", { value: { code: text } }));
  return {
    lines: [
      line("desk-filing-form-shown", { n: formShownMs / 60_000 }),
      line("desk-filing-form-sponsor"),
      ...inFull(sponsor),
      line("desk-filing-form-worker"),
      ...inFull(worker),
      line("desk-filing-form-article", { article }),
      line("desk-filing-form-period", { from: { date: from }, until: { date: until } }),
      line("desk-filing-form-paid", { fils: { kwd: fils } }),
      line("desk-filing-form-value", { value: { code: receiptNumber } }),
      line("desk-filing-form-kept"),
    ],
    isProtected: true,
  };
}
