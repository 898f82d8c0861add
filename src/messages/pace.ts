// The sender's pace: calls wait for their tokens, a pause holds all of them, and rest ends early when there is work.
import { setTimeout as wait } from "node:timers/promises";
import { type Bucket, fullBucket, msUntilToken, type Rate, refill, spend } from "./token-bucket.js";

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

/** Where the tokens of a rate are kept: here, or for all processes in the database. */
export type Tokens = {
  /** Takes as many as there are, up to `most`. @returns how many, and the milliseconds until there is one if there was none */
  take(most: number): Promise<{ readonly taken: number; readonly waitMs: number }>;
  /** So many calls went out without asking. */
  spend(calls: number): Promise<void>;
  /** Nobody gets one for so long. */
  pause(ms: number): Promise<void>;
};

/** Of a rate that this process has for itself. */
export function ownTokens(rate: Rate, time: Pick<Time, "nowMs">): Tokens {
  let bucket: Bucket = fullBucket(rate, time.nowMs());
  let pausedUntilMs = 0;
  return {
    async take(most) {
      const nowMs = time.nowMs();
      const waitMs = Math.max(pausedUntilMs - nowMs, msUntilToken(bucket, rate, nowMs));
      if (waitMs > 0) return { taken: 0, waitMs };
      const taken = Math.min(most, Math.floor(refill(bucket, rate, nowMs).tokens));
      bucket = spend(bucket, rate, nowMs, taken);
      return { taken, waitMs: 0 };
    },
    async spend(calls) {
      bucket = spend(bucket, rate, time.nowMs(), calls);
    },
    async pause(ms) {
      pausedUntilMs = Math.max(pausedUntilMs, time.nowMs() + ms);
    },
  };
}

/** A pause longer than this is not waited out with claimed items in hand. */
const longestHoldMs = 2_000;

export function createPace(tokens: Tokens, time: Time) {
  const stopping = new AbortController();
  let waking = new AbortController();
  /** As this process knows it; others hear of it at the next look. */
  let pausedUntilMs = 0;
  let isPauseToTell = false;
  let callsToTell = 0;

  const pauseLeftMs = () => pausedUntilMs - time.nowMs();

  /** What fails to be told is told the next time. */
  async function tell(): Promise<void> {
    if (isPauseToTell && pauseLeftMs() > 0) await tokens.pause(pauseLeftMs());
    isPauseToTell = false;
    const calls = callsToTell;
    if (calls > 0) await tokens.spend(calls);
    callsToTell -= calls;
  }

  return {
    /**
     * Waits for tokens for up to `most` calls, which are then to be made at once.
     * @returns how many calls; 0: stopped, or paused for longer than a claimed item should be kept
     */
    async takeTurns(most: number): Promise<number> {
      while (!stopping.signal.aborted && pauseLeftMs() <= longestHoldMs) {
        await tell();
        const { taken, waitMs } = await tokens.take(most);
        if (taken > 0) return taken;
        if (waitMs > longestHoldMs) pausedUntilMs = time.nowMs() + waitMs;
        else await time.sleep(waitMs, stopping.signal);
      }
      return 0;
    },
    /** A call went out that waited for nothing. */
    spend(): void {
      callsToTell += 1;
    },
    pause(ms: number): void {
      pausedUntilMs = Math.max(pausedUntilMs, time.nowMs() + ms);
      isPauseToTell = true;
      waking.abort();
    },
    async waitOutPause(): Promise<void> {
      await tell();
      while (pauseLeftMs() > 0 && !stopping.signal.aborted) await time.sleep(pauseLeftMs(), stopping.signal);
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
