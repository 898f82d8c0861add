// Reminders at a million covers: what claiming, sending (by a call that takes no time) and planning cost on Postgres.

import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { defaultReminderRules as rules } from "../../src/domain/reminder.js";
import { createChannelPace } from "../../src/records/channel-pace.js";
import { type Db, openPostgres } from "../../src/records/database.js";
import { migrate } from "../../src/records/migrate.js";
import { createOutboxStore } from "../../src/records/outbox-store.js";
import { claimReminders } from "../../src/records/reminders/claim.js";
import { followRules } from "../../src/records/reminders/follow-rules.js";
import { createReplan } from "../../src/records/reminders/replan.js";
import { createReminderSending } from "../../src/records/reminders/sending.js";
import { sealName } from "../../src/records/sealed-person.js";
import { createVault, type Vault } from "../../src/records/vault.js";
import { asAutomatic } from "../support/as-automatic.js";
import { type Figures, figuresOf } from "./figures.js";

export const benchCovers = Number(process.env.BENCH_COVERS ?? 1_000_000);
const workersEach = 2;
const sponsorsAtOnce = 10_000;
const today = "2027-02-01" as IsoDate;
const now = new Date(`${today}T11:00:00+03:00`);
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
  readonly plans: Figures;
};

export async function measureReminders(postgresUrl: string): Promise<ReminderFigures> {
  const url = new URL(postgresUrl);
  const server = openPostgres(postgresUrl, () => undefined);
  await sql`create database tajdeed_reminders`.execute(server.db);
  await server.close();
  url.pathname = "/tajdeed_reminders";
  const { db, close } = openPostgres(url.href, () => undefined);
  try {
    await migrate(db);
    const vault = createVault(randomBytes(32));
    await fill(db, vault);
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

    const plans = await timed(plansMeasured, async (n) => {
      const worker = 1 + ((n * 7919) % benchCovers);
      await db.transaction().execute(async (trx) => {
        await sql`update covers set until_day = until_day + 1 where worker_id = ${worker}`.execute(trx);
        await replan(trx, { workers: [worker] }, now);
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
      plans,
      claims: figuresOf({ times: claimTimes, wallMs: claiming, cpuMs: 0 }),
      sends: figuresOf({ times: sendTimes, wallMs, cpuMs: 0 }),
    };
  } finally {
    await close();
  }
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

/** Written by the database itself; what is sealed is the same for all, since nobody looks at it. */
async function fill(db: Db, vault: Vault): Promise<void> {
  const sponsors = Math.ceil(benchCovers / workersEach);
  const id = (column: "sponsors.civil_id_sealed" | "workers.civil_id_sealed") =>
    vault.seal.seal("280010100014", column);
  const name = (column: "sponsors.name_sealed" | "workers.name_sealed") => sealName(vault, { en: "Bench" }, column);
  const index = (what: string, n: string) => sql.raw(`sha256(convert_to('${what} ' || ${n}, 'UTF8'))`);
  // Some at a time: a statement of the service's own connections may take seconds, and not minutes.
  for (let first = 1; first <= sponsors; first += sponsorsAtOnce) {
    const last = Math.min(first + sponsorsAtOnce - 1, sponsors);
    await sql`insert into sponsors (civil_id_index, civil_id_sealed, name_sealed, phone_index, phone_sealed, kuwaiti, imported_at)
      select ${index("sponsor", "n")}, ${id("sponsors.civil_id_sealed")}, ${name("sponsors.name_sealed")},
        ${index("phone", "n")}, '', true, ${now} from generate_series(${first}::int, ${last}::int) as n order by n`.execute(
      db,
    );
    await sql`insert into accounts (civil_id_index, civil_id_sealed, phone_index, phone_sealed, name_sealed, gender, governorate,
        consented_to, opened_at, effect_key)
      select civil_id_index, '', phone_index, '', '', 'female', 'HA', '1', ${now}, id::text from sponsors
      where id between ${first} and ${last} order by id`.execute(db);
    await sql`insert into chats (chat, channel, chat_id_sealed, account_id, language, first_seen_at)
      select 'tg:' || id, 'telegram', ${vault.seal.seal("1", "chats.chat_id_sealed")}, id, 'en', ${now} from accounts
      where id between ${first} and ${last}`.execute(db);
    await sql`insert into workers (sponsor_id, civil_id_index, civil_id_sealed, name_sealed, article, in_kuwait, imported_at)
      select 1 + (n - 1) / ${workersEach}::int, ${index("worker", "n")}, ${id("workers.civil_id_sealed")},
        ${name("workers.name_sealed")}, 20, true, ${now}
      from generate_series(${(first - 1) * workersEach + 1}::int, ${last * workersEach}::int) as n order by n`.execute(
      db,
    );
    // Ends all over the year, so that on any day some of them are due.
    await sql`insert into covers (worker_id, from_day, until_day, source, policy_number, known_at)
      select id, ${today}::date - 365 + (id * 7919 % 365)::int, ${today}::date + (id * 7919 % 365)::int, 'imported', 'P', ${now}
      from workers where sponsor_id between ${first} and ${last}`.execute(db);
  }
  await sql`analyze`.execute(db);
}
