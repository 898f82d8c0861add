// What is said about money and filing: the pay link with all that must stand beside it, a renewal's state, who is paid.
import type { IsoDate } from "../domain/iso-date.js";
import type { Fils } from "../domain/kwd.js";
import type { RenewalState } from "../domain/renewal.js";
import { type Line, line } from "../words/line.js";
import { momentNear } from "../words/moment.js";
import type { Message } from "./message.js";
import { nextSteps } from "./next-steps.js";
import type { PaidLine } from "./payments-port.js";
import { named } from "./worker-lines.js";
import type { Service, World } from "./world.js";

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
  return [line("pay-amount", { total: { kwd: totalFils } }), ...lines.map(workerLine)];
}

function workerLine({ worker, from, until, fils }: ToldLine): Line {
  return line("pay-worker", { worker, from: { date: from }, until: { date: until }, fee: { kwd: fils } });
}

/** The link as a button and in the text; beside it the amount, for whom, to whom it goes, and where a card is typed. */
export function linkMessage(
  { service, now }: Pick<World, "service" | "now">,
  of: {
    readonly url: string;
    readonly totalFils: Fils;
    readonly lines: readonly ToldLine[];
    readonly expiresAt: string;
  },
): Message {
  const { operator, isMinistry } = service;
  const to = { total: { kwd: of.totalFils }, operator: { name: operator } };
  return {
    lines: [
      line("pay-link", { moment: momentNear(new Date(of.expiresAt), now), link: { link: of.url } }),
      ...of.lines.map(workerLine),
      line(isMinistry ? "pay-to-ministry" : "pay-to", to),
      line("pay-card"),
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
