// What is said about money and filing: the pay link with all that must stand beside it, a renewal's state, who is paid.
import type { IsoDate } from "../domain/iso-date.js";
import type { Fils } from "../domain/kwd.js";
import type { RenewalState } from "../domain/renewal.js";
import { type Line, line } from "../words/line.js";
import { moment } from "../words/moment.js";
import type { Message } from "./message.js";
import { nextSteps } from "./next-steps.js";
import type { PaidLine } from "./payments-port.js";
import { named } from "./worker-lines.js";
import type { Service } from "./world.js";

/** One worker's line of a payment, told to this reader. */
export type ToldLine = {
  readonly worker: Line;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly fils: Fils;
};

/** By name for the account's holder, by initials for a quick payer. */
export function toldLine({ worker, from, until, fils }: PaidLine): ToldLine {
  const { name, initials, lastFour } = worker;
  return { worker: named({ name: name ?? { ar: initials, en: initials }, lastFour }), from, until, fils };
}

export function operatorLine({ operator, isMinistry }: Service): Line {
  return line(isMinistry ? "page-run-by-ministry" : "page-run-by", { operator: { name: operator } });
}

export function amountLines(totalFils: Fils, lines: readonly ToldLine[]): readonly Line[] {
  return [
    line("pay-amount", { total: { kwd: totalFils } }),
    ...lines.map(({ worker, from, until, fils }) =>
      line("pay-worker", { worker, from: { date: from }, until: { date: until }, fee: { kwd: fils } }),
    ),
  ];
}

/** The link as a button and in the text; beside it the amount, for whom, who operates, and what is never asked. */
export function linkMessage(
  service: Service,
  of: {
    readonly url: string;
    readonly totalFils: Fils;
    readonly lines: readonly ToldLine[];
    readonly expiresAt: string;
  },
): Message {
  return {
    lines: [
      ...amountLines(of.totalFils, of.lines),
      line("pay-link", { link: { link: of.url } }),
      line("pay-link-until", { moment: moment(new Date(of.expiresAt)) }),
      operatorLine(service),
      line("notice-never"),
    ],
    buttons: [[{ kind: "url", label: line("button-pay-page"), url: of.url }], ...nextSteps("pay")],
  };
}

/** Whether a renewal is filed, in one sentence. */
export function renewalLine(of: ToldLine & { readonly state: RenewalState; readonly policyNumber?: string }): Line {
  const told = { worker: of.worker, from: { date: of.from }, until: { date: of.until } };
  switch (of.state) {
    case "paid":
      return line(of.fils === 0 ? "notice-waiting-free" : "notice-waiting", told);
    case "issued":
      return of.policyNumber === undefined
        ? line("renewal-issued", told)
        : line("renewal-issued-number", { ...told, number: { code: of.policyNumber } });
    default:
      return line(`renewal-${of.state}`, told);
  }
}
