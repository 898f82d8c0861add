// The one way in which a payment is confirmed: callback, return page and mop-up all come through here, and only the gateway is believed.
import type { Log } from "../log.js";
import type { AttemptBooks, Settled } from "./books.js";
import type { Gateway } from "./gateway.js";

/** Asks the gateway about a try and settles what it says; `undefined` for a reference that is not ours. */
export type Confirm = (reference: string) => Promise<Settled | undefined>;

export function createConfirm(of: {
  readonly gateways: readonly Gateway[];
  readonly attempts: AttemptBooks;
  readonly log: Log;
}): Confirm {
  return async (reference) => {
    const attempt = await of.attempts.byReference(reference);
    if (attempt === undefined) return undefined;
    const gateway = of.gateways.find(({ name }) => name === attempt.gateway);
    // Asked outside any transaction: a slow gateway must not hold a lock.
    const answer = gateway === undefined ? ({ status: "unknown" } as const) : await gateway.query(attempt);
    const settled = await of.attempts.settle(reference, answer);
    if (settled !== undefined && settled.step !== "same") of.log.info({ event: eventOf[settled.step], ...settled });
    return settled;
  };
}

const eventOf = { taken: "attempt-moved", refused: "attempt-step-refused" } as const;
