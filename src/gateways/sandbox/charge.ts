// A charge at the sandbox gateway, and how it stands at a moment: that follows from what was chosen on its page and when.
import type { Language } from "../../words/line.js";

/** What can be chosen on the page; `timeout` is never answered, `late` is told afterwards, `twice` is told two times. */
export const outcomes = ["approve", "decline", "cancel", "timeout", "late", "twice"] as const;
export type Outcome = (typeof outcomes)[number];

export type NewCharge = {
  /** The merchant's own, and the idempotency key: whoever never saw the answer to a create can still ask by it. */
  readonly reference: string;
  readonly paymentId: string;
  readonly fils: number;
  readonly currency: string;
  readonly language: Language;
  readonly returnUrl: string;
  readonly callbackUrl: string;
  readonly madeAt: Date;
};

export type Charge = NewCharge & {
  readonly outcome?: Outcome;
  /** From when on the outcome is what the gateway says. */
  readonly answersAt?: Date;
};

/** open: its page takes a choice. no-answer: one was made and the bank is silent. */
export const chargeStatuses = ["open", "no-answer", "captured", "declined", "cancelled", "expired"] as const;
export type ChargeStatus = (typeof chargeStatuses)[number];

/** As long as hosted payment pages commonly wait. */
const chargeMinutes = 30;

/** Long enough for the browser to be back before the answer, short enough to wait for when trying things out. */
export const lateSeconds = 20;

export const expiresAt = ({ madeAt }: Pick<Charge, "madeAt">): Date =>
  new Date(madeAt.getTime() + chargeMinutes * 60_000);

const answers: Readonly<Record<Exclude<Outcome, "timeout">, ChargeStatus>> = {
  approve: "captured",
  twice: "captured",
  late: "captured",
  decline: "declined",
  cancel: "cancelled",
};

export function statusAt(charge: Charge, now: Date): ChargeStatus {
  const { outcome, answersAt } = charge;
  if (outcome !== undefined && outcome !== "timeout" && answersAt !== undefined && answersAt <= now)
    return answers[outcome];
  // Money that is on its way does not run out: a late answer still comes.
  if (outcome === "late") return "no-answer";
  if (now >= expiresAt(charge)) return "expired";
  return outcome === undefined ? "open" : "no-answer";
}
