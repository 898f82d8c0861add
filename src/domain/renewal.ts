/** Promises the life of a renewal, from a line that is paid to a policy number or to the money given back, as a table. */
import { next, type Transition } from "./transition.js";

/** Begins as `paid` (a fee of zero counts as paid), or as `conflicted` if its period was taken before the capture. */
export type RenewalState = "paid" | "filed" | "issued" | "rejected" | "conflicted" | "refund-due" | "refunded";

/**
 * `filed` entered in the Ministry's system · `issued` a policy number is there · `rejected` the Ministry refused it ·
 * `period-taken` there is a number, and other cover holds the period on record · `refund-opened` the money is owed back · `refunded` it was given back.
 */
export type RenewalEvent = "filed" | "issued" | "rejected" | "period-taken" | "refund-opened" | "refunded";

export const renewalTable: readonly Transition<RenewalState, RenewalEvent>[] = [
  { from: "paid", event: "filed", to: "filed" },
  // At once where these records are the registry; or when an import shows the cover before the desk said it was filed.
  { from: "paid", event: "issued", to: "issued" },
  { from: "filed", event: "issued", to: "issued" },
  { from: "filed", event: "rejected", to: "rejected" },
  { from: "filed", event: "period-taken", to: "conflicted" },
  { from: "rejected", event: "refund-opened", to: "refund-due" },
  { from: "conflicted", event: "refund-opened", to: "refund-due" },
  { from: "refund-due", event: "refunded", to: "refunded" },
];

/** The renewal's next state; `undefined`: no such step, refuse it. */
export function nextRenewal(from: RenewalState, event: RenewalEvent): RenewalState | undefined {
  return next(renewalTable, from, event);
}
