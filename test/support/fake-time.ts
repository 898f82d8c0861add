// Running time that a test moves: sleepers wake in order, and nothing waits in earnest.
import type { Time } from "../../src/messages/pace.js";

export type FakeTime = Time & {
  /** Moves the time on, waking each sleeper at its moment and letting what it does settle before the next. */
  advance(ms: number): Promise<void>;
};

type Sleeper = { readonly atMs: number; readonly wake: () => void };

/** Long enough for chains of promises that were started by one event; they wait for nothing outside the process. */
const settle = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));

export function createFakeTime(): FakeTime {
  let nowMs = 0;
  const sleepers = new Set<Sleeper>();
  return {
    nowMs: () => nowMs,
    sleep: (ms, until) =>
      new Promise((resolve) => {
        if (until.aborted) return resolve();
        const wake = () => {
          sleepers.delete(sleeper);
          until.removeEventListener("abort", wake);
          resolve();
        };
        const sleeper = { atMs: nowMs + ms, wake };
        sleepers.add(sleeper);
        until.addEventListener("abort", wake);
      }),
    async advance(ms) {
      const end = nowMs + ms;
      await settle();
      for (;;) {
        const [next] = [...sleepers].filter(({ atMs }) => atMs <= end).sort((a, b) => a.atMs - b.atMs);
        if (next === undefined) break;
        nowMs = Math.max(nowMs, next.atMs);
        next.wake();
        await settle();
      }
      nowMs = end;
    },
  };
}
