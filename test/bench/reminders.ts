// Reminders at a million covers: what claiming, sending (by a call that takes no time) and planning cost on Postgres.
import { sql } from "kysely";
import { defaultReminderRules as rules } from "../../src/domain/reminder.js";
import { createChannelPace } from "../../src/records/channel-pace.js";
import type { Db } from "../../src/records/database.js";
import { createOutboxStore } from "../../src/records/outbox-store.js";
import { claimReminders } from "../../src/records/reminders/claim.js";
import { followRules } from "../../src/records/reminders/follow-rules.js";
import { createReplan } from "../../src/records/reminders/replan.js";
import { createReminderSending } from "../../src/records/reminders/sending.js";
import { asAutomatic } from "../support/as-automatic.js";
import { benchCovers, type Covers, now } from "./covers.js";
import { type Figures, figuresOf } from "./figures.js";

const clock = { now: () => now };

const claimsMeasured = 200;
/** As many as go out in a second. */
const claimedAtOnce = 25;
const sendersAtOnce = 2;
const sendingAtOnce = 16;
const plansMeasured = 500;

export type ReminderFigures = {
  readonly fullPlan: { readonly seconds: number; readonly planned: number; readonly peakMb: number };
  readonly claims: Figures;
  readonly sends: Figures;
  /** The planning alone. */
  readonly plans: Figures;
  /** With the change that it follows, and their commit. */
  readonly changes: Figures;
};

export async function measureReminders({ db, vault }: Covers): Promise<ReminderFigures> {
  const replan = createReplan(rules);
  const fullPlan = await planAll(db, replan);
  const store = createOutboxStore({
    asAutomatic,
    db,
    vault,
    clock,
    reminders: createReminderSending({
      vault,
      rules,
      replan,
      say: ({ reminded }) => ({ text: `${reminded.length}`, language: "en", code: [], buttons: [] }),
      report: () => undefined,
    }),
  });

  const tokens = createChannelPace(db, "telegram", { perSecond: 1_000_000, burst: 1_000 });

  const planTimes: number[] = [];
  const changes = await timed(plansMeasured, async (n) => {
    const worker = 1 + ((n * 7919) % benchCovers);
    await db.transaction().execute(async (trx) => {
      await sql`update covers set until_day = until_day + 1 where worker_id = ${worker}`.execute(trx);
      const at = performance.now();
      await replan(trx, { workers: [worker] }, now);
      planTimes.push(performance.now() - at);
    });
  });

  const claimTimes: number[] = [];
  const sendTimes: number[] = [];
  const began = performance.now();
  let claiming = 0;
  for (let n = 0; n < claimsMeasured; n += 1) {
    const at = performance.now();
    await claimReminders(db, now, claimedAtOnce);
    claimTimes.push(performance.now() - at);
    claiming += performance.now() - at;
    const send = async () => {
      for (;;) {
        const items = await store.claim("telegram", sendingAtOnce, 60_000);
        if (items.length === 0) return;
        const takenAt = performance.now();
        await tokens.take(items.length);
        const messages = await store.markSending(items.map(({ id }) => id));
        await Promise.all([...messages.keys()].map((id) => store.record(id, { kind: "sent", messageId: "1" })));
        for (const _ of messages) sendTimes.push(performance.now() - takenAt);
      }
    };
    await Promise.all(Array.from({ length: sendersAtOnce }, send));
  }
  const wallMs = performance.now() - began;
  return {
    fullPlan,
    plans: figuresOf({ times: planTimes, wallMs: planTimes.reduce((sum, each) => sum + each, 0), cpuMs: 0 }),
    changes,
    claims: figuresOf({ times: claimTimes, wallMs: claiming, cpuMs: 0 }),
    sends: figuresOf({ times: sendTimes, wallMs, cpuMs: 0 }),
  };
}

async function timed(times: number, work: (n: number) => Promise<unknown>): Promise<Figures> {
  const took: number[] = [];
  const began = performance.now();
  for (let n = 0; n < times; n += 1) {
    const at = performance.now();
    await work(n);
    took.push(performance.now() - at);
  }
  return figuresOf({ times: took, wallMs: performance.now() - began, cpuMs: 0 });
}

async function planAll(db: Db, replan: ReturnType<typeof createReplan>): Promise<ReminderFigures["fullPlan"]> {
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, process.memoryUsage().rss / 2 ** 20);
  }, 100);
  const began = performance.now();
  await followRules({ db, rules, clock: { now: () => new Date(now.getTime() - 86_400_000) }, replan });
  clearInterval(watch);
  const { rows } = await sql<{ n: number }>`select count(*) as n from reminders`.execute(db);
  await sql`analyze`.execute(db);
  return { seconds: (performance.now() - began) / 1000, planned: rows[0]?.n ?? 0, peakMb };
}
