// A channel's rate is one for all processes: their tokens, what replies use of them, and a pause.
import { sql } from "kysely";
import { expect, it } from "vitest";
import { createChannelPace } from "../../src/records/channel-pace.js";
import { describeEachDatabase, type TestDb } from "../support/databases.js";

/** Slow, so that a busy machine fills no token that a test does not count on: one takes ten seconds. */
const rate = { perSecond: 0.1, burst: 5 };

/** The same rate as two processes have it, and a clock of the database that a test moves. */
function start({ db }: TestDb) {
  return {
    one: createChannelPace(db, "telegram", rate),
    other: createChannelPace(db, "telegram", rate),
    whatsapp: createChannelPace(db, "whatsapp", rate),
    passed: (ms: number) =>
      sql`update channel_pace set filled_at = filled_at - ${ms} * interval '1 millisecond',
        paused_until = paused_until - ${ms} * interval '1 millisecond'`.execute(db),
  };
}

describeEachDatabase("a channel's pace", (database) => {
  it("gives two processes together what it would give one, and each channel its own", async () => {
    const { one, other, whatsapp } = start(database());
    expect((await one.take(3)).taken).toBe(3);
    expect((await other.take(9)).taken).toBe(2);
    expect((await one.take(1)).taken).toBe(0);
    expect((await whatsapp.take(9)).taken).toBe(5);
  });

  it("never gives more than the burst and what the time has filled, whoever asks at once", async () => {
    const { one, other } = start(database());
    const began = performance.now();
    const asked = Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? one : other).take(2));
    const taken = (await Promise.all(asked)).reduce((sum, each) => sum + each.taken, 0);
    const filled = ((performance.now() - began) * rate.perSecond) / 1000;
    expect(taken).toBeGreaterThanOrEqual(rate.burst);
    expect(taken).toBeLessThanOrEqual(rate.burst + filled + 1);
  });

  it("says how long until there is a token, and then there is one", async () => {
    const { one, other, passed } = start(database());
    await one.take(5);
    const { waitMs } = await other.take(1);
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(10_000);
    await passed(waitMs);
    expect((await other.take(1)).taken).toBe(1);
  });

  it("is lowered by replies, which do not wait, down to one burst of debt", async () => {
    const { one, other } = start(database());
    await one.spend(100);
    const { taken, waitMs } = await other.take(1);
    expect(taken).toBe(0);
    expect(waitMs).toBeGreaterThan(50_000);
    expect(waitMs).toBeLessThanOrEqual(60_000);
  });

  it("pauses for all as long as the longest pause says", async () => {
    const { one, other, passed } = start(database());
    await one.pause(30_000);
    await one.pause(5_000);
    const { taken, waitMs } = await other.take(1);
    expect(taken).toBe(0);
    expect(waitMs).toBeGreaterThan(29_000);
    await passed(30_000);
    expect((await other.take(1)).taken).toBe(1);
  });
});
