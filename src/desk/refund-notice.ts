// What a payer is told when money that was owed back has been given back.
import type { Fils } from "../domain/kwd.js";
import type { Message } from "../journeys/message.js";
import { nextSteps } from "../journeys/next-steps.js";
import type { PaidLine } from "../journeys/payments-port.js";
import type { Service } from "../journeys/world.js";
import { workerLine } from "../payments/notices.js";
import type { Conflict } from "../payments/verdict.js";
import { type Line, line } from "../words/line.js";

type Teller = Pick<Service, "operator" | "hotline">;

/** Of a payment that could not count. */
export type Uncounted = { readonly why: Conflict; readonly fils: Fils; readonly currency: string };

export function renewalRefunded(of: PaidLine, teller: Teller): Message {
  const { operator } = teller;
  return notice(
    line("desk-case-told-refunded", {
      fils: { kwd: of.fils },
      worker: workerLine(of),
      from: { date: of.from },
      operator: { name: operator },
    }),
    teller,
  );
}

export function paymentRefunded({ why, fils, currency }: Uncounted, teller: Teller): Message {
  const operator = { name: teller.operator };
  if (why === "wrong-currency") return notice(line("desk-case-told-refunded-foreign", { currency, operator }), teller);
  const of = { fils: { kwd: fils }, operator };
  return notice(
    why === "second-capture" ? line("desk-case-told-refunded-second", of) : line("desk-case-told-refunded-payment", of),
    teller,
  );
}

const notice = (given: Line, { hotline }: Teller): Message => ({
  lines: [given, line("desk-case-told-questions", { hotline: { code: hotline } })],
  buttons: nextSteps("workers"),
});
