// Payments as a chat's journeys see them: bound to one chat, its account and its turn's right to write.
import type { Payments, Unpaid } from "../journeys/payments-port.js";
import type { IntentRecord, Payer, PaymentBooks } from "./books.js";
import type { Confirm } from "./confirm.js";
import { openIntent } from "./open-intent.js";
import { isUnderWay } from "./verdict.js";

export function createChatPayments(
  of: { readonly books: Pick<PaymentBooks, "intents" | "receipts">; readonly confirm: Confirm },
  payer: Payer,
): Payments {
  const { books, confirm } = of;
  return {
    open: (key, order) => openIntent({ intents: books.intents, confirm }, key, order, payer),

    hasAccepted: (version, key) => books.intents.hasAccepted(version, key, payer),

    freed: (key) => books.receipts.freed(key, payer),

    async unpaid() {
      const before = await books.intents.unpaidOf(payer);
      const asked = before.flatMap(({ attempt }) =>
        attempt !== undefined && isUnderWay(attempt.state) ? [attempt] : [],
      );
      await Promise.all(asked.map(({ reference }) => confirm(reference)));
      const intents = asked.length === 0 ? before : await books.intents.unpaidOf(payer);
      return intents.map(toUnpaid);
    },

    async link(intent) {
      return /^\d{1,15}$/.test(intent) ? books.intents.link(Number(intent), payer) : undefined;
    },

    receipts: () => books.receipts.of(payer),
    renewals: () => books.receipts.renewalsOf(payer),
  };
}

function toUnpaid({ id, lines, totalFils, expiresAt, attempt }: IntentRecord): Unpaid {
  return { intent: String(id), lines, totalFils, expiresAt: expiresAt.toISOString(), state: lastHeard(attempt) };
}

function lastHeard(attempt: IntentRecord["attempt"]): Unpaid["state"] {
  if (attempt === undefined) return "not-tried";
  switch (attempt.state) {
    case "opening":
    case "live":
      return "at-gateway";
    // An unpaid intent's newest try cannot have counted, and one that conflicted has closed its intent.
    case "captured":
    case "conflicted":
    case "refunded":
      return "not-tried";
    default:
      return attempt.state;
  }
}
