// The port to the sandbox gateway's own books: kept apart from ours, so that it can be asked as a real gateway is.
import type { Charge, NewCharge, Outcome } from "./charge.js";

export type SandboxBooks = {
  /** The charge under this reference: this one, or the one that was made before. */
  make(charge: NewCharge): Promise<Charge>;
  find(reference: string): Promise<Charge | undefined>;
  /** Keeps what was chosen; false if something was chosen before: the first choice counts. */
  answer(reference: string, outcome: Outcome, answersAt: Date): Promise<boolean>;
  /** Late answers whose time has come by `now`, each given out once. */
  takeDue(now: Date): Promise<readonly Charge[]>;
};
