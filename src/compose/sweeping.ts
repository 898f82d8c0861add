// Sweeps at the start and then now and again what has run out; nothing waits for it, and one that fails is made up for by the next.
import type { Log } from "../log.js";

/** Often enough that nothing piles up, rarely enough to cost nothing. */
const everyMs = 10 * 60 * 1000;

export function startSweeping(of: { readonly sweep: () => Promise<void>; readonly log: Log }): {
  stop(): Promise<void>;
} {
  const sweep = () => of.sweep().catch((error: unknown) => of.log.warn({ event: "sweep-failed", error }));
  let sweeping = sweep();
  const timer = setInterval(() => {
    sweeping = sweeping.then(sweep);
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await sweeping;
    },
  };
}
