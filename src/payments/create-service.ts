// The payment service put together: pages told from the books, and every question to the gateway through one confirmation.
import type { Log } from "../log.js";
import type { IntentRecord, PaymentBooks } from "./books.js";
import type { Confirm } from "./confirm.js";
import { createMopUp } from "./mop-up.js";
import type { OpenAttempt } from "./open-attempt.js";
import { toPayPage } from "./pay-page.js";
import type { PaymentService, PayPage } from "./service.js";
import { isUnderWay } from "./verdict.js";

export function createPaymentService(of: {
  readonly books: PaymentBooks;
  readonly confirm: Confirm;
  /** The same for a browser that came back, which may come again and again. */
  readonly confirmReturned: Confirm;
  readonly openAttempt: OpenAttempt;
  /** Where links lead, without a slash at its end. */
  readonly baseUrl: string;
  readonly isTest: boolean;
  readonly log: Log;
}): PaymentService {
  const { books, confirm, openAttempt, baseUrl, isTest, log } = of;
  /** A paid one leads straight to its receipt's one address; by the pay link it is found, too. */
  async function pageOf(token: string, intent: IntentRecord, returned: boolean): Promise<PayPage> {
    const receipt = intent.state === "paid" ? await books.receipts.byToken(token) : undefined;
    return toPayPage(intent, receipt?.url ?? `${baseUrl}/r/${token}`, returned);
  }

  return {
    openAttempt,
    mopUp: createMopUp({ books, confirm, log }),

    async payPage(token) {
      const intent = await books.intents.byToken(token);
      return intent && pageOf(token, intent, false);
    },

    async returned(token) {
      const before = await books.intents.byToken(token);
      if (before?.attempt === undefined) return before && pageOf(token, before, false);
      const { reference, redirectUrl } = before.attempt;
      const settled = await of.confirmReturned(reference);
      if (settled !== undefined && redirectUrl !== undefined && isUnderWay(settled.to)) {
        await books.attempts.tellUnanswered(reference);
      }
      const intent = await books.intents.byToken(token);
      return intent && pageOf(token, intent, true);
    },

    async calledBack(_gateway, reference) {
      return (await confirm(reference)) === undefined ? "unknown-reference" : "confirmed";
    },

    async receipt(token) {
      const receipt = await books.receipts.byToken(token);
      return receipt && { ...receipt, isTest };
    },
  };
}
