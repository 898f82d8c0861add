// The demo on a port of its own with a scratch folder, as a test needs it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { onTestFinished } from "vitest";
import { createBotApi } from "../../src/demo/bot-api/server.js";
import { createDemoClock } from "../../src/demo/clock.js";
import { createDemoFiling } from "../../src/demo/filing.js";
import { samplePeople } from "../../src/demo/people.js";
import { registerDemo } from "../../src/demo/register.js";
import { createSmsInbox } from "../../src/demo/sms.js";

export async function startedDemo() {
  const folder = mkdtempSync(join(tmpdir(), "tajdeed-demo-"));
  const clock = createDemoClock(folder);
  const botApi = createBotApi({ token: "7:t", now: clock.now });
  const sms = createSmsInbox({ token: "sms-token", file: join(folder, "sms.jsonl"), now: clock.now });
  const people = samplePeople(clock.began());
  const app = Fastify();
  const filing = createDemoFiling(folder, "own");
  /** When the next reminder is due, by the person's Telegram id; nobody has one unless a test says so. */
  const reminders = new Map<number, Date>();
  const nextReminder = async (id: number) => reminders.get(id);
  await registerDemo(app, { botApi, clock, sms, people, filing, nextReminder });
  const origin = await app.listen({ host: "127.0.0.1", port: 0 });
  onTestFinished(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${origin}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const [fatima] = people;
  if (fatima === undefined) throw new Error("no sample people");
  return { app, origin, post, botApi, clock, filing, reminders, sms, people, fatima, folder };
}
