// What a pay link shows, told from the books alone.
import type { AttemptState } from "../domain/payment.js";
import type { IntentRecord } from "./books.js";
import type { PayPage } from "./service.js";
import { isUnderWay } from "./verdict.js";

/** @param returned the payer has just come back from the gateway, which was asked: a try still under way is then one without an answer */
export function toPayPage(intent: IntentRecord, receiptUrl: string, returned: boolean): PayPage {
  const { language, lines, totalFils, termsVersion, expiresAt, attempt, receiptNumber } = intent;
  const shown = { language, lines, totalFils, termsVersion, expiresAt };
  const state = pageState(intent, returned);
  if (state === "paid") return { ...shown, state, receiptUrl, ...(receiptNumber ? { receiptNumber } : {}) };
  const lastTry = state === "open" ? failed(attempt?.state) : undefined;
  return { ...shown, state, ...(lastTry ? { lastTry } : {}) };
}

function pageState({ state, attempt }: IntentRecord, returned: boolean): PayPage["state"] {
  // Without the gateway's page the payer was never there: nothing can have been taken, the same link tries again.
  const atGateway = attempt?.redirectUrl !== undefined && isUnderWay(attempt.state);
  if (state === "paid" || state === "conflicted") return state;
  if (atGateway && returned) return "unknown";
  if (state === "expired") return "expired";
  if (state === "superseded" || state === "cancelled") return "superseded";
  if (!atGateway) return "open";
  return attempt.state === "unknown" ? "unknown" : "at-gateway";
}

function failed(state: AttemptState | undefined): PayPage["lastTry"] {
  return state === "declined" || state === "cancelled" || state === "expired" ? state : undefined;
}
