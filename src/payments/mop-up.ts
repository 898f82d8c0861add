// The mop-up: asks about tries whose callback was lost or never sent, so that no payment waits for a person to notice.
import type { Log } from "../log.js";
import type { PaymentBooks } from "./books.js";
import type { Confirm } from "./confirm.js";

/** Asked at once, so that a slow gateway holds up a pass for one timeout only; few enough to leave connections for people. */
const onePass = 8;

/** One pass. A try that fails for a fault of ours is logged and comes up again after its claim; it never holds up the others. */
export function createMopUp(of: {
  readonly books: Pick<PaymentBooks, "intents" | "attempts">;
  readonly confirm: Confirm;
  readonly log: Log;
}): () => Promise<{ readonly asked: number }> {
  return async () => {
    await of.books.intents.expire();
    const due = await of.books.attempts.due(onePass);
    const ends = await Promise.allSettled(due.map((reference) => of.confirm(reference)));
    for (const end of ends) {
      if (end.status === "rejected") of.log.error({ event: "mop-up-failed", error: end.reason });
    }
    return { asked: due.length };
  };
}

/** A payer whose callback was lost waits no longer than this beyond a try's own back-off. */
const everyMs = 5_000;
/** With the database down each pass fails: it is left in peace for longer and longer, up to a minute. */
const mostAfterFaultMs = 60_000;

/** Runs passes until stopped; `stop` waits for the pass under way. */
export function startMopUp(of: { readonly mopUp: () => Promise<{ readonly asked: number }>; readonly log: Log }): {
  stop(): Promise<void>;
} {
  let stopping = false;
  let faults = 0;
  let wake: () => void = () => undefined;

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function run(): Promise<void> {
    while (!stopping) {
      try {
        await of.mopUp();
        faults = 0;
      } catch (error) {
        faults += 1;
        of.log.error({ event: "mop-up-failed", error });
      }
      if (!stopping) await pause(Math.min(everyMs * 2 ** faults, mostAfterFaultMs));
    }
  }

  const running = run();
  return {
    async stop() {
      stopping = true;
      wake();
      await running;
    },
  };
}
