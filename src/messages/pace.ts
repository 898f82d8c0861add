// The sender's pace: one call at a time gets its token, a pause holds all of them, and rest ends early when there is work.
import { setTimeout as wait } from "node:timers/promises";
import { fullBucket, msUntilToken, type Rate, spend } from "./token-bucket.js";

/** Running time, not business time: rates and pauses are measured by a clock that nobody moves. */
export type Time = {
  nowMs(): number;
  /** Ends after `ms` or when `until` is aborted, without an error in both cases. */
  sleep(ms: number, until: AbortSignal): Promise<void>;
};

export const runningTime: Time = {
  nowMs: () => performance.now(),
  sleep: (ms, until) => wait(ms, undefined, { signal: until }).catch(() => undefined),
};

/** A pause longer than this is not waited out with claimed items in hand. */
const longestHoldMs = 2_000;

export function createPace(rate: Rate, time: Time) {
  const stopping = new AbortController();
  let bucket = fullBucket(rate, time.nowMs());
  let pausedUntilMs = 0;
  let waking = new AbortController();
  let queue: Promise<unknown> = Promise.resolve();

  /** Turns are given in the order they were asked for, or two that wait would both take the next token. */
  async function nextTurn(): Promise<"go" | "held"> {
    for (;;) {
      const pauseMs = pausedUntilMs - time.nowMs();
      if (stopping.signal.aborted || pauseMs > longestHoldMs) return "held";
      const waitMs = Math.max(pauseMs, msUntilToken(bucket, rate, time.nowMs()));
      if (waitMs <= 0) break;
      await time.sleep(waitMs, stopping.signal);
    }
    bucket = spend(bucket, rate, time.nowMs());
    return "go";
  }

  return {
    /** Waits for a token. "held": stopped, or paused for longer than a claimed item should be kept. */
    takeTurn(): Promise<"go" | "held"> {
      const turn = queue.then(nextTurn);
      queue = turn;
      return turn;
    },
    spend(): void {
      bucket = spend(bucket, rate, time.nowMs());
    },
    pause(ms: number): void {
      pausedUntilMs = Math.max(pausedUntilMs, time.nowMs() + ms);
    },
    async waitOutPause(): Promise<void> {
      for (let ms = pausedUntilMs - time.nowMs(); ms > 0 && !stopping.signal.aborted; ms = pausedUntilMs - time.nowMs())
        await time.sleep(ms, stopping.signal);
    },
    /** Rests until `ms` have passed or `wake` is called, also if it was called since the last rest. */
    async rest(ms: number): Promise<void> {
      await time.sleep(ms, AbortSignal.any([waking.signal, stopping.signal]));
      waking = new AbortController();
    },
    wake(): void {
      waking.abort();
    },
    stop(): void {
      stopping.abort();
    },
    isStopped: () => stopping.signal.aborted,
  };
}
