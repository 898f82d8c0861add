// What a chat is told about money, as lines: each with a link names who takes it, how much, for whom, and what is never asked.
import { type IsoDate, kuwaitDate, kuwaitTime } from "../domain/iso-date.js";
import type { Fils } from "../domain/kwd.js";
import type { Button, Message } from "../journeys/message.js";
import { nextSteps } from "../journeys/next-steps.js";
import type { PaidLine } from "../journeys/payments-port.js";
import type { Service } from "../journeys/world.js";
import type { Rendered } from "../messages/channel.js";
import { type Language, type Line, line } from "../words/line.js";
import type { ReceiptLine } from "./service.js";
import type { Conflict } from "./verdict.js";

/** Puts a notice into the payer's language, inside the transaction that it reports. */
export type Render = (message: Message, language: Language) => Rendered;

type Teller = Pick<Service, "operator" | "hotline">;

export type Notices = {
  receipt(of: {
    readonly lines: readonly ReceiptLine[];
    readonly totalFils: Fils;
    readonly number: string;
    /** By which what waits is in the Ministry's system. */
    readonly promisedDay: IsoDate;
    readonly url: string;
    /** Offers the rest of the account, which nothing depends on: under the first receipt alone. */
    readonly offersAccount: boolean;
  }): Message;
  /** The try came to nothing, and the intent may still be paid. */
  failed(of: {
    readonly how: "declined" | "cancelled" | "expired";
    readonly lines: readonly PaidLine[];
    readonly totalFils: Fils;
    readonly expiresAt: Date;
    readonly url: string;
  }): Message;
  unanswered(totalFils: Fils): Message;
  noOutcome(totalFils: Fils): Message;
  /** @param fils what came, as the gateway says; in dinars unless `why` is the currency */
  conflict(of: { readonly why: Conflict; readonly fils: Fils; readonly totalFils: Fils }): Message;
};

export function createNotices(service: Teller): Notices {
  const operator = { name: service.operator };
  const next = line("conflict-next", { operator, hotline: { code: service.hotline } });

  return {
    receipt({ lines, totalFils, number, promisedDay, url, offersAccount }) {
      const free = totalFils === 0;
      const waits = lines.some(({ state }) => state === "paid");
      const owedBack = lines.some(({ state, fils }) => state === "refund-due" && fils > 0);
      return {
        lines: [
          free ? line("notice-free", { operator }) : line("notice-paid", { total: { kwd: totalFils }, operator }),
          ...lines.flatMap(receiptLines),
          ...(waits ? [line("notice-next-step", { by: { date: promisedDay } })] : []),
          ...(owedBack ? [next] : []),
          line("notice-receipt-number"),
          line("notice-number", { number: { code: number } }),
          line("notice-receipt-link", { link: { link: url } }),
          line("notice-never"),
        ],
        buttons: [
          [{ kind: "url", label: line("button-receipt"), url }],
          [{ kind: "copy", label: line("button-copy-receipt"), text: number }, ...onlyPolicy(lines)],
          ...(offersAccount ? [[accountButton]] : []),
          ...nextSteps(),
        ],
      };
    },

    failed({ how, lines, totalFils, expiresAt, url }) {
      const total = { kwd: totalFils };
      const until = { date: { date: kuwaitDate(expiresAt) }, time: kuwaitTime(expiresAt) };
      return {
        lines: [
          line(`notice-${how}`),
          ...lines.map((paid) => line("notice-line", { worker: workerLine(paid), fils: { kwd: paid.fils } })),
          line("notice-pay-again", { total, operator, ...until, link: { link: url } }),
          line("notice-never"),
        ],
        buttons: [[{ kind: "url", label: line("button-pay-page"), url }], ...nextSteps()],
      };
    },

    unanswered: (totalFils) => ({
      lines: [line("notice-unanswered", { total: { kwd: totalFils }, operator })],
      buttons: nextSteps("pay"),
    }),

    noOutcome: (totalFils) => ({
      lines: [line("notice-no-outcome", { total: { kwd: totalFils }, operator })],
      buttons: nextSteps("pay"),
    }),

    conflict: ({ why, fils, totalFils }) => ({
      lines: [conflictLine(why, fils, totalFils), next],
      buttons: nextSteps("human"),
    }),
  };
}

const accountButton: Button = { kind: "command", label: line("button-account"), command: "account" };

function conflictLine(why: Conflict, fils: Fils, totalFils: Fils): Line {
  switch (why) {
    case "wrong-amount":
      return line("conflict-wrong-amount", { fils: { kwd: fils }, total: { kwd: totalFils } });
    case "wrong-currency":
      return line("conflict-wrong-currency", { total: { kwd: totalFils } });
    default:
      return line(`conflict-${why}`, { fils: { kwd: fils } });
  }
}

/** Copies a policy's number: a hospital or another service asks for it. */
export const copyPolicy = (policyNumber: string): Button => ({
  kind: "copy",
  label: line("button-copy-policy"),
  text: policyNumber,
});

/** Of several workers a button would not say whose number it copies: each stands in the text to be copied there. */
function onlyPolicy(lines: readonly ReceiptLine[]): readonly Button[] {
  const [policyNumber, ...others] = lines.flatMap((each) => each.policyNumber ?? []);
  return policyNumber === undefined || others.length > 0 ? [] : [copyPolicy(policyNumber)];
}

function receiptLines(paid: ReceiptLine): readonly Line[] {
  const worker = workerLine(paid);
  const from = { date: paid.from };
  const period = { worker, from, until: { date: paid.until } };
  switch (paid.state) {
    case "issued":
      return [
        line("notice-issued", period),
        ...(paid.policyNumber === undefined ? [] : [line("notice-policy", { policy: { code: paid.policyNumber } })]),
      ];
    case "refund-due":
      return [line("notice-owed-back", { worker, from, fils: { kwd: paid.fils } })];
    case "conflicted":
      return [line("notice-already-covered", { worker, from })];
    default:
      return [line(paid.fils === 0 ? "notice-waiting-free" : "notice-waiting", period)];
  }
}

/** By name, or by initials for a payer who gave two civil IDs. */
export function workerLine({ worker: { name, initials, lastFour } }: Pick<PaidLine, "worker">): Line {
  return name === undefined
    ? line("notice-worker-initials", { initials, lastFour })
    : line("notice-worker-name", { name: { name }, lastFour });
}
