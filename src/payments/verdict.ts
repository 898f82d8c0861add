// What a gateway's answer means for a try: reference, amount and currency bound together, and never a guess.
import type { AttemptEvent, AttemptState, IntentState } from "../domain/payment.js";
import type { GatewayAnswer } from "./gateway.js";

/** Why money that came cannot count. */
export const conflicts = ["second-capture", "wrong-amount", "wrong-currency", "period-taken"] as const;
export type Conflict = (typeof conflicts)[number];

type Answered = Exclude<AttemptEvent, "conflicted" | "refunded">;

export type Verdict = { readonly event: Answered } | { readonly event: "conflicted"; readonly why: Conflict };

const unpaid: Readonly<Record<Exclude<GatewayAnswer["status"], "paid">, Answered>> = {
  pending: "pending",
  failed: "declined",
  cancelled: "cancelled",
  expired: "expired",
  unknown: "no-answer",
};

/** `period-taken` is not judged here: only the covers themselves can tell, under lock. */
export function judge(
  answer: GatewayAnswer,
  owed: { readonly fils: number; readonly currency: string },
  intent: IntentState,
): Verdict {
  if (answer.status !== "paid") return { event: unpaid[answer.status] };
  // A capture without an amount cannot be bound to what is owed: it is asked about again, and in the end by a person.
  if (answer.fils === undefined || answer.currency === undefined) return { event: "no-answer" };
  if (answer.currency !== owed.currency) return { event: "conflicted", why: "wrong-currency" };
  if (answer.fils !== owed.fils) return { event: "conflicted", why: "wrong-amount" };
  if (intent === "paid") return { event: "conflicted", why: "second-capture" };
  return { event: "captured" };
}

/** The gateway may still change these by itself; the others are ends, though late money can reopen three of them. */
export const underWay = ["opening", "live", "unknown"] as const satisfies readonly AttemptState[];

export function isUnderWay(state: AttemptState): boolean {
  return underWay.some((each) => each === state);
}
