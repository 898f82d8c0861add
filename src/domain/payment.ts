/**
 * Promises the lives of an intent (what is owed) and of an attempt (one try at one gateway) as two tables.
 *
 * Money that arrives late still counts: a gateway may report a capture after it reported a decline, and after our link
 * has expired. Money that cannot count (a second capture, a wrong amount or currency, a period taken meanwhile) makes
 * its attempt `conflicted`, which somebody must look at, and never un-pays an intent.
 */
import { next, type Transition } from "./transition.js";

/** `paying`: an attempt is under way. `conflicted`: money came that cannot count, and none that can. */
export type IntentState = "open" | "paying" | "paid" | "expired" | "superseded" | "cancelled" | "conflicted";

/**
 * `attempt-opened` the payer pressed Pay · `attempt-failed` the try was declined, cancelled or ran out · `captured` money
 * that counts · `capture-conflicted` money that cannot count · `nothing-to-pay` the fee is zero and was accepted ·
 * `expired` the link's time is over · `superseded` the payer has a newer intent for the same worker · `cancelled` by the payer.
 */
export type IntentEvent =
  | "attempt-opened"
  | "attempt-failed"
  | "captured"
  | "capture-conflicted"
  | "nothing-to-pay"
  | "expired"
  | "superseded"
  | "cancelled";

export const intentTable: readonly Transition<IntentState, IntentEvent>[] = [
  { from: "open", event: "attempt-opened", to: "paying" },
  { from: "open", event: "nothing-to-pay", to: "paid" },
  { from: "open", event: "expired", to: "expired" },
  { from: "open", event: "superseded", to: "superseded" },
  { from: "open", event: "cancelled", to: "cancelled" },
  { from: "paying", event: "attempt-failed", to: "open" },
  { from: "paying", event: "expired", to: "expired" },
  { from: "paying", event: "superseded", to: "superseded" },
  { from: "paying", event: "cancelled", to: "cancelled" },

  // Capture: from every state in which the intent is unpaid.
  { from: "open", event: "captured", to: "paid" },
  { from: "paying", event: "captured", to: "paid" },
  { from: "expired", event: "captured", to: "paid" },
  { from: "superseded", event: "captured", to: "paid" },
  { from: "cancelled", event: "captured", to: "paid" },
  { from: "conflicted", event: "captured", to: "paid" },

  // A capture that cannot count closes an unpaid intent, so that nobody pays into it again unseen.
  { from: "open", event: "capture-conflicted", to: "conflicted" },
  { from: "paying", event: "capture-conflicted", to: "conflicted" },
  { from: "expired", event: "capture-conflicted", to: "conflicted" },
  { from: "superseded", event: "capture-conflicted", to: "conflicted" },
  { from: "cancelled", event: "capture-conflicted", to: "conflicted" },
  { from: "conflicted", event: "capture-conflicted", to: "conflicted" },
  { from: "paid", event: "capture-conflicted", to: "paid" },

  // The try that was under way when the intent closed comes to its own end.
  { from: "paid", event: "attempt-failed", to: "paid" },
  { from: "expired", event: "attempt-failed", to: "expired" },
  { from: "superseded", event: "attempt-failed", to: "superseded" },
  { from: "cancelled", event: "attempt-failed", to: "cancelled" },
  { from: "conflicted", event: "attempt-failed", to: "conflicted" },
];

/** The intent's next state; `undefined`: no such step, refuse it. */
export function nextIntent(from: IntentState, event: IntentEvent): IntentState | undefined {
  return next(intentTable, from, event);
}

/** `opening`: recorded, the gateway not yet asked. `unknown`: asked, no answer: neither failed nor paid, ask again. */
export type AttemptState =
  | "opening"
  | "live"
  | "unknown"
  | "captured"
  | "declined"
  | "cancelled"
  | "expired"
  | "conflicted"
  | "refunded";

/**
 * What the gateway says when asked: `pending` it knows the try and it is undecided · `no-answer` nothing, or nothing we
 * understand · `captured` · `declined` · `cancelled` · `expired`. `conflicted`: it says captured, and that cannot count.
 * `refunded`: money that could not count was given back, as one of the staff says.
 */
export type AttemptEvent =
  | "pending"
  | "no-answer"
  | "captured"
  | "declined"
  | "cancelled"
  | "expired"
  | "conflicted"
  | "refunded";

export const attemptTable: readonly Transition<AttemptState, AttemptEvent>[] = [
  { from: "opening", event: "pending", to: "live" },
  { from: "opening", event: "no-answer", to: "unknown" },
  { from: "live", event: "pending", to: "live" },
  { from: "live", event: "no-answer", to: "unknown" },
  { from: "unknown", event: "pending", to: "live" },
  { from: "unknown", event: "no-answer", to: "unknown" },

  { from: "opening", event: "declined", to: "declined" },
  { from: "live", event: "declined", to: "declined" },
  { from: "unknown", event: "declined", to: "declined" },
  { from: "opening", event: "cancelled", to: "cancelled" },
  { from: "live", event: "cancelled", to: "cancelled" },
  { from: "unknown", event: "cancelled", to: "cancelled" },
  { from: "opening", event: "expired", to: "expired" },
  { from: "live", event: "expired", to: "expired" },
  { from: "unknown", event: "expired", to: "expired" },

  // A capture counts, or conflicts, from every state but these two themselves: late news of money is still money.
  { from: "opening", event: "captured", to: "captured" },
  { from: "live", event: "captured", to: "captured" },
  { from: "unknown", event: "captured", to: "captured" },
  { from: "declined", event: "captured", to: "captured" },
  { from: "cancelled", event: "captured", to: "captured" },
  { from: "expired", event: "captured", to: "captured" },
  { from: "opening", event: "conflicted", to: "conflicted" },
  { from: "live", event: "conflicted", to: "conflicted" },
  { from: "unknown", event: "conflicted", to: "conflicted" },
  { from: "declined", event: "conflicted", to: "conflicted" },
  { from: "cancelled", event: "conflicted", to: "conflicted" },
  { from: "expired", event: "conflicted", to: "conflicted" },

  { from: "conflicted", event: "refunded", to: "refunded" },
];

/** The attempt's next state; `undefined`: no such step, refuse it. A second `captured` is always refused. */
export function nextAttempt(from: AttemptState, event: AttemptEvent): AttemptState | undefined {
  return next(attemptTable, from, event);
}
