// The payment service put together: pages told from the books, and every question to the gateway through one confirmation.
import type { Log } from "../log.js";
import type { PaymentBooks } from "./books.js";
import type { Confirm } from "./confirm.js";
import { createMopUp } from "./mop-up.js";
import type { OpenAttempt } from "./open-attempt.js";
import { toPayPage } from "./pay-page.js";
import type { PaymentService } from "./service.js";
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
  // The pay link that was paid opens its receipt: showing a page mints nothing.
  const receiptUrl = (token: string) => `${baseUrl}/r/${token}`;

  return {
    openAttempt,
    mopUp: createMopUp({ books, confirm, log }),

    async payPage(token) {
      const intent = await books.intents.byToken(token);
      return intent && toPayPage(intent, receiptUrl(token), false);
    },

    async returned(token) {
      const before = await books.intents.byToken(token);
      if (before?.attempt === undefined) return before && toPayPage(before, receiptUrl(token), false);
      const { reference, redirectUrl } = before.attempt;
      const settled = await of.confirmReturned(reference);
      if (settled !== undefined && redirectUrl !== undefined && isUnderWay(settled.to)) {
        await books.attempts.tellUnanswered(reference);
      }
      const intent = await books.intents.byToken(token);
      return intent && toPayPage(intent, receiptUrl(token), true);
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
