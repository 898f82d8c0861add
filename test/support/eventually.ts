// Waits for what becomes true soon, and says why not when it does not.
import { setTimeout as sleep } from "node:timers/promises";

/** Tries again until `attempt` no longer throws. @returns what it returned */
export async function eventually<Value>(attempt: () => Promise<Value> | Value, withinMs = 5_000): Promise<Value> {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(20);
    }
  }
}
