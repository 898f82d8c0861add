// Mounts the demo below /demo: the simulator's page, its calls, events and files, the sample people and the hotline team, the clock,
// the text messages, and the fake Bot API at /demo/telegram.
import type { FastifyInstance } from "fastify";
import { createActors } from "./actors.js";
import type { BotApi } from "./bot-api/server.js";
import { addChatActs } from "./chat-acts.js";
import type { DemoClock } from "./clock.js";
import { addClock } from "./clock-routes.js";
import { addDeskActs } from "./desk-acts.js";
import { addEvents } from "./events.js";
import { addFiles } from "./files.js";
import type { DemoFiling } from "./filing.js";
import { addFiling } from "./filing-routes.js";
import type { NextReminder } from "./next-reminder.js";
import { guest, type SamplePerson } from "./people.js";
import { addPeople } from "./people-page.js";
import { addSimulator } from "./simulator.js";
import type { SmsInbox } from "./sms.js";
import { seatStaff } from "./staff.js";

export type DemoParts = {
  readonly botApi: BotApi;
  readonly clock: DemoClock;
  readonly sms: SmsInbox;
  /** As seeded: `samplePeople(clock.began())`. */
  readonly people: readonly SamplePerson[];
  readonly filing: DemoFiling;
  readonly nextReminder: NextReminder;
};

/** The bot's TELEGRAM_API_ROOT is then `{origin}/demo/telegram`, and SMS_HTTP_URL `{origin}/demo/sms`. */
export async function registerDemo(app: FastifyInstance, parts: DemoParts): Promise<void> {
  const { botApi, clock, sms, people, filing, nextReminder } = parts;
  const actorOf = createActors(people);
  seatStaff(botApi);
  await app.register(
    async (demo) => {
      addSimulator(demo, { languageOf: (id) => [...people, guest].find((person) => person.id === id)?.languageCode });
      addPeople(demo, people);
      addClock(demo, { clock, nextReminder, actorOf });
      addFiling(demo, filing);
      addChatActs(demo, { botApi, actorOf });
      addDeskActs(demo, { botApi });
      addEvents(demo, { botApi, clock, filing, sms, actorOf });
      addFiles(demo, botApi);
      await demo.register(sms.routes);
      await demo.register(botApi.routes, { prefix: "/telegram" });
    },
    { prefix: "/demo" },
  );
}
