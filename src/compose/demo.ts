// The demo put together: the service as it is, with a fake Telegram, a movable clock and sample people beside it in one process.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { DemoConfig } from "../config.js";
import { profileOf } from "../demo/actors.js";
import { createBotApi } from "../demo/bot-api/server.js";
import { createDemoClock } from "../demo/clock.js";
import { createDemoFiling } from "../demo/filing.js";
import { createNextReminder } from "../demo/next-reminder.js";
import { returningId, samplePeople } from "../demo/people.js";
import { quietRequests } from "../demo/quiet-requests.js";
import { registerDemo } from "../demo/register.js";
import { registerReturning } from "../demo/register-returning.js";
import { recordStaff } from "../demo/seat-staff.js";
import { seedSamplePeople } from "../demo/seed.js";
import { createSmsInbox } from "../demo/sms.js";
import type { Log } from "../log.js";
import { type Running, runService } from "./run.js";
import { openStores } from "./stores.js";

/** The bot's number in Telegram stays, so that chats go on after a restart; what opens it is new each time. */
const demoBotId = 1_000_000_151;

export async function runDemo(config: DemoConfig, log: Log): Promise<Running> {
  const { dir } = config.database;
  const clock = createDemoClock(dir);
  const people = samplePeople(clock.began());
  const stores = await openStores(config, log);
  const { vault, replan } = stores;
  const { db } = stores.database;
  const returning = people.find(({ id }) => id === returningId);
  if (returning === undefined) throw new Error("nobody among the sample people has registered");
  if (await seedSamplePeople({ db, vault, replan, people, clock }))
    await registerReturning({ db, vault, replan, clock, sessions: stores.sessions }, returning);
  await recordStaff({ db, vault, clock, replan });

  const token = `${demoBotId}:${randomBytes(24).toString("base64url")}`;
  const smsToken = randomBytes(24).toString("base64url");
  const botApi = createBotApi({ token, file: join(dir, "demo-chats.jsonl"), now: clock.now });
  // Only to who has begun a chat may the bot write first.
  botApi.person(returning.telegramUserId, profileOf(returning, returning.languageCode)).begin();
  const sms = createSmsInbox({ token: smsToken, file: join(dir, "demo-sms.jsonl"), now: clock.now });
  const filing = createDemoFiling(dir, config.filing);
  const nextReminder = createNextReminder({ db, vault, clock, hours: config.reminders.hours });
  const origin = `http://${config.listen.self}:${config.listen.port}`;
  const running = await runService({
    config,
    stores,
    telegram: { token, apiRoot: `${origin}/demo/telegram`, mode: "polling" },
    sms: { url: `${origin}/demo/sms`, token: smsToken },
    clock,
    filing: filing.now,
    whenMoved: clock.subscribe,
    log: quietRequests(log),
    extend: (app) => registerDemo(app, { botApi, clock, sms, people, filing, nextReminder }),
  });
  // Whoever reads that it runs may open it and write at once.
  while (!running.isReady()) await sleep(20);
  return {
    isReady: running.isReady,
    async stop() {
      botApi.stop();
      await running.stop();
    },
  };
}
