// A token bucket: how many calls may go out now, from the bucket's state and the time. Pure; who holds it keeps the state.

/** `perSecond` on the long run, `burst` at once. */
export type Rate = { readonly perSecond: number; readonly burst: number };

/** `atMs` is any clock that only rises; `tokens` is what was there at that time. */
export type Bucket = { readonly tokens: number; readonly atMs: number };

export const fullBucket = (rate: Rate, nowMs: number): Bucket => ({ tokens: rate.burst, atMs: nowMs });

/** The bucket at `nowMs`: filled by the time that passed, never above the burst. A clock that went back fills nothing. */
export function refill(bucket: Bucket, rate: Rate, nowMs: number): Bucket {
  const passed = Math.max(0, nowMs - bucket.atMs);
  const tokens = Math.min(rate.burst, bucket.tokens + (passed * rate.perSecond) / 1000);
  return { tokens, atMs: Math.max(nowMs, bucket.atMs) };
}

/** Takes tokens, going into debt if there are none: for calls that go out regardless and lower the others' share. */
export function spend(bucket: Bucket, rate: Rate, nowMs: number, calls = 1): Bucket {
  const filled = refill(bucket, rate, nowMs);
  return { ...filled, tokens: Math.max(-rate.burst, filled.tokens - calls) };
}

/** Milliseconds until a whole token is there; 0 if one is there now. */
export function msUntilToken(bucket: Bucket, rate: Rate, nowMs: number): number {
  const { tokens } = refill(bucket, rate, nowMs);
  return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * 1000) / rate.perSecond);
}
