// Mounts the demo below /demo: the simulator's page, its calls, events and files, the sample people and the hotline team, the clock,
// the text messages, and the fake Bot API at /demo/telegram.
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { createActors } from "./actors.js";
import type { BotApi } from "./bot-api/server.js";
import { addChatActs } from "./chat-acts.js";
import type { DemoClock } from "./clock.js";
import { addDeskActs } from "./desk-acts.js";
import { addEvents } from "./events.js";
import { addFiles } from "./files.js";
import { guest, type SamplePerson } from "./people.js";
import { addSimulator } from "./simulator.js";
import type { SmsInbox } from "./sms.js";
import { seatStaff } from "./staff.js";

export type DemoParts = {
  readonly botApi: BotApi;
  readonly clock: DemoClock;
  readonly sms: SmsInbox;
  /** As seeded: `samplePeople(clock.began())`. */
  readonly people: readonly SamplePerson[];
};

/** The bot's TELEGRAM_API_ROOT is then `{origin}/demo/telegram`, and SMS_HTTP_URL `{origin}/demo/sms`. */
export async function registerDemo(app: FastifyInstance, { botApi, clock, sms, people }: DemoParts): Promise<void> {
  const actorOf = createActors(people);
  seatStaff(botApi);
  await app.register(
    async (demo) => {
      addSimulator(demo, { languageOf: (id) => [...people, guest].find((person) => person.id === id)?.languageCode });
      addPeople(demo, people);
      addClock(demo, clock);
      addChatActs(demo, { botApi, actorOf });
      addDeskActs(demo, { botApi });
      addEvents(demo, { botApi, clock, sms, actorOf });
      addFiles(demo, botApi);
      await demo.register(sms.routes);
      await demo.register(botApi.routes, { prefix: "/telegram" });
    },
    { prefix: "/demo" },
  );
}

function addPeople(app: FastifyInstance, people: readonly SamplePerson[]): void {
  const shown = people.map(({ id, civilId, phone, nameAr, nameEn, kuwaiti, workers }) => ({
    id,
    civilId,
    phone,
    nameAr,
    nameEn,
    kuwaiti,
    workers: workers.map((worker) => ({
      civilId: worker.civilId,
      nameAr: worker.nameAr,
      nameEn: worker.nameEn,
      coverUntil: worker.covers.at(-1)?.until ?? null,
    })),
  }));
  app.get("/people", async () => shown);
}

const advance = z.strictObject({ advance: z.string() });

function addClock(app: FastifyInstance, clock: DemoClock): void {
  app.get("/clock", async () => ({ now: clock.now().toISOString() }));
  app.post("/clock", async (request, reply) => {
    const read = advance.safeParse(request.body);
    const moved = read.success ? clock.advance(read.data.advance) : ({ ok: false, reason: "malformed" } as const);
    if (!moved.ok) return reply.code(400).send({ reason: moved.reason });
    return { now: moved.now.toISOString() };
  });
}
