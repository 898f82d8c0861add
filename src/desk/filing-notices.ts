// What a payer is told when their renewal was filed: that it is issued, or why it is not and what happens to the money.
import type { IsoDate } from "../domain/iso-date.js";
import type { RenewalState } from "../domain/renewal.js";
import type { Message } from "../journeys/message.js";
import { nextSteps } from "../journeys/next-steps.js";
import type { PaidLine } from "../journeys/payments-port.js";
import type { Service } from "../journeys/world.js";
import { copyPolicy, workerLine } from "../payments/notices.js";
import { payerMaySee } from "../payments/payer-sees.js";
import { type Line, line } from "../words/line.js";

export type FilingNotices = {
  /** @param by the day that is still promised for the policy number */
  filed(of: PaidLine, by: IsoDate | undefined): Message;
  /** @param by the new day */
  late(of: PaidLine, state: RenewalState, by: IsoDate): Message;
  /** A quick payer reads that it is issued, and no number. */
  issued(of: PaidLine, policyNumber: string): Message;
  rejected(of: PaidLine, reason: string): Message;
  /** The Ministry gave a number, but other cover holds the period on record. */
  taken(of: PaidLine): Message;
};

export function createFilingNotices(service: Pick<Service, "operator" | "hotline">): FilingNotices {
  const operator = { name: service.operator };
  const hotline = { code: service.hotline };
  const owedBack = ({ fils }: PaidLine) =>
    fils === 0
      ? [line("desk-filing-told-nothing-paid", { hotline })]
      : [line("desk-filing-told-owed-back", { fils: { kwd: fils }, operator, hotline })];
  return {
    filed: (of, by) => ({
      lines: [line("desk-filing-told-filed", { worker: workerLine(of), from: { date: of.from } }), next(of, by)],
      buttons: nextSteps(),
    }),
    late: (of, state, by) => ({
      lines: [
        line(state === "filed" ? "desk-filing-told-late-number" : "desk-filing-told-late", { worker: workerLine(of) }),
        line("desk-filing-told-late-next", { operator, by: { date: by } }),
      ],
      buttons: nextSteps("human"),
    }),
    issued(of, policyNumber) {
      const told = { worker: workerLine(of), from: { date: of.from }, until: { date: of.until } };
      if (!payerMaySee(of, "policy-number"))
        return { lines: [line("desk-filing-told-issued-quick", told)], buttons: nextSteps() };
      return {
        lines: [line("desk-filing-told-issued", told), line("notice-policy", { policy: { code: policyNumber } })],
        buttons: [[copyPolicy(policyNumber)], ...nextSteps("workers")],
      };
    },
    rejected: (of, reason) => ({
      lines: [
        line("desk-filing-told-rejected", { worker: workerLine(of), from: { date: of.from } }),
        line("desk-filing-told-reason", { reason }),
        ...owedBack(of),
      ],
      buttons: nextSteps("human"),
    }),
    taken: (of) => ({
      lines: [line("desk-filing-told-taken", { worker: workerLine(of), from: { date: of.from } }), ...owedBack(of)],
      buttons: nextSteps("human"),
    }),
  };
}

/** What comes after the filing: the number itself, to whoever may see it. */
function next(of: PaidLine, by: IsoDate | undefined): Line {
  const what = payerMaySee(of, "policy-number") ? "number" : "issue";
  return by === undefined
    ? line(`desk-filing-told-${what}-follows`)
    : line(`desk-filing-told-${what}-by`, { by: { date: by } });
}
