import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullBucket, msUntilToken, type Rate, refill, spend } from "../../src/messages/token-bucket.js";

const rates = fc.record({ perSecond: fc.integer({ min: 1, max: 100 }), burst: fc.integer({ min: 1, max: 20 }) });
const waits = fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 60 });

/** Sends as fast as the bucket allows, with the given idle times in between: the times at which each went out. */
function sendTimes(rate: Rate, idle: readonly number[]): number[] {
  let now = 0;
  let bucket = fullBucket(rate, now);
  return idle.map((wait) => {
    now += wait;
    while (msUntilToken(bucket, rate, now) > 0) now += msUntilToken(bucket, rate, now);
    bucket = spend(bucket, rate, now);
    return now;
  });
}

describe("a token bucket", () => {
  it("never lets more through in any window than the burst and what the window fills", () => {
    fc.assert(
      fc.property(rates, waits, (rate, idle) => {
        const times = sendTimes(rate, idle);
        for (const [first, from] of times.entries())
          for (const [last, to] of times.entries()) {
            if (last < first) continue;
            expect(last - first + 1).toBeLessThanOrEqual(rate.burst + ((to - from) * rate.perSecond) / 1000 + 1e-6);
          }
      }),
    );
  });

  it("never makes anyone wait longer than one token takes", () => {
    fc.assert(
      fc.property(rates, waits, (rate, idle) => {
        const times = sendTimes(rate, idle);
        let arrived = 0;
        for (const [index, wait] of idle.entries()) {
          arrived = (times[index - 1] ?? 0) + wait;
          expect((times[index] ?? 0) - arrived).toBeLessThanOrEqual(Math.ceil(1000 / rate.perSecond) + 1);
        }
      }),
    );
  });

  it("sends a burst at once and then one each 40 ms, at 25 a second", () => {
    expect(sendTimes({ perSecond: 25, burst: 5 }, Array(8).fill(0))).toEqual([0, 0, 0, 0, 0, 40, 80, 120]);
  });

  it("fills to the burst and not beyond, however long it rested", () => {
    const rate = { perSecond: 25, burst: 5 };
    expect(refill(fullBucket(rate, 0), rate, 1e9).tokens).toBe(5);
  });

  it("goes into debt for what went out regardless, by no more than one burst", () => {
    const rate = { perSecond: 10, burst: 2 };
    const spent = Array.from({ length: 50 }).reduce<ReturnType<typeof fullBucket>>(
      (bucket) => spend(bucket, rate, 0),
      fullBucket(rate, 0),
    );
    expect(spent.tokens).toBe(-2);
    expect(msUntilToken(spent, rate, 0)).toBe(300);
  });

  it("fills nothing when its clock goes back", () => {
    const rate = { perSecond: 10, burst: 5 };
    const empty = { tokens: 0, atMs: 1_000 };
    expect(refill(empty, rate, 0)).toEqual(empty);
  });
});
