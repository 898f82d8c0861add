// What a payer is told when money that was owed back has been given back.
import type { Message } from "../journeys/message.js";
import { nextSteps } from "../journeys/next-steps.js";
import type { PaidLine } from "../journeys/payments-port.js";
import type { Service } from "../journeys/world.js";
import { workerLine } from "../payments/notices.js";
import { line } from "../words/line.js";

export function refundNotice(of: PaidLine, { operator, hotline }: Pick<Service, "operator" | "hotline">): Message {
  return {
    lines: [
      line("desk-case-told-refunded", {
        fils: { kwd: of.fils },
        worker: workerLine(of),
        from: { date: of.from },
        operator: { name: operator },
      }),
      line("desk-case-told-questions", { hotline: { code: hotline } }),
    ],
    buttons: nextSteps("workers"),
  };
}
