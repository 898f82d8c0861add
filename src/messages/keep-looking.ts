// A loop that looks at what is due until it is stopped; what fails is looked at again, and left in peace for longer and longer.
import type { Log } from "../log.js";
import type { Time } from "./pace.js";

/** A store or a channel that is down has this long between two looks at most. */
const mostAfterFaultMs = 60_000;

export function keepLooking(of: {
  /** @returns the milliseconds to rest before the next one */
  readonly look: () => Promise<number>;
  /** What a look that failed puts off: the doubling begins with it. */
  readonly restMs: number;
  /** Logged with each look that failed. */
  readonly event: string;
  readonly time: Time;
  readonly log: Log;
  /** Calls back when the clock was moved, until what it returns is called. */
  readonly whenMoved?: (listener: () => void) => () => void;
}): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let waking = new AbortController();
  const forget = of.whenMoved?.(() => waking.abort());

  async function run(): Promise<void> {
    let faults = 0;
    while (!stopping.signal.aborted) {
      let ms: number;
      try {
        ms = await of.look();
        faults = 0;
      } catch (error) {
        faults += 1;
        ms = Math.min(of.restMs * 2 ** faults, mostAfterFaultMs);
        of.log.warn({ event: of.event, faults, error });
      }
      await of.time.sleep(ms, AbortSignal.any([waking.signal, stopping.signal]));
      waking = new AbortController();
    }
  }

  const running = run();
  return {
    async stop() {
      forget?.();
      stopping.abort();
      await running;
    },
  };
}
