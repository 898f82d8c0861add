// A channel's tokens for all processes: one row, filled by the database's clock, so that replicas together keep to the channel's rate.
import { sql } from "kysely";
import type { Tokens } from "../messages/pace.js";
import { type Bucket, msUntilToken, type Rate, refill, spend } from "../messages/token-bucket.js";
import type { Db } from "./database.js";

type Standing = { readonly bucket: Bucket; readonly nowMs: number; readonly pauseMs: number };

const msOf = (instant: string) => sql<number>`(extract(epoch from ${sql.raw(instant)}) * 1000)::float8`;

export function createChannelPace(db: Db, channel: "telegram" | "whatsapp", rate: Rate): Tokens {
  /** The row is this transaction's until it ends; the first one finds the bucket full. */
  const change = <T>(by: (standing: Standing) => { readonly bucket: Bucket; readonly answer: T }): Promise<T> =>
    db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ tokens: number; at: number; now: number; paused_until: number | null }>`
        insert into channel_pace (channel, tokens, filled_at) values (${channel}, ${rate.burst}, clock_timestamp())
        on conflict (channel) do update set channel = excluded.channel
        returning tokens, ${msOf("filled_at")} as at, ${msOf("clock_timestamp()")} as now,
          ${msOf("paused_until")} as paused_until`.execute(trx);
      const row = rows[0];
      if (row === undefined) throw new Error(`no pace of ${channel}`);
      const { bucket, answer } = by({
        bucket: { tokens: row.tokens, atMs: row.at },
        nowMs: row.now,
        pauseMs: (row.paused_until ?? 0) - row.now,
      });
      await sql`update channel_pace set tokens = ${bucket.tokens}, filled_at = to_timestamp(${bucket.atMs}::float8 / 1000)
        where channel = ${channel}`.execute(trx);
      return answer;
    });

  return {
    take: (most) =>
      change(({ bucket, nowMs, pauseMs }) => {
        const waitMs = Math.max(pauseMs, msUntilToken(bucket, rate, nowMs));
        if (waitMs > 0) return { bucket, answer: { taken: 0, waitMs: Math.ceil(waitMs) } };
        const taken = Math.min(most, Math.floor(refill(bucket, rate, nowMs).tokens));
        return { bucket: spend(bucket, rate, nowMs, taken), answer: { taken, waitMs: 0 } };
      }),
    spend: (calls) => change(({ bucket, nowMs }) => ({ bucket: spend(bucket, rate, nowMs, calls), answer: undefined })),
    async pause(ms) {
      await sql`
        insert into channel_pace (channel, tokens, filled_at, paused_until)
        values (${channel}, ${rate.burst}, clock_timestamp(), clock_timestamp() + ${ms} * interval '1 millisecond')
        on conflict (channel) do update set paused_until = greatest(channel_pace.paused_until, excluded.paused_until)`.execute(
        db,
      );
    },
  };
}
