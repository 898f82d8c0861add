// GET /demo/events?as=&staff=: the chat, its text messages, the clock and how is filed, as they are now, and again whenever they change; with `staff`
// also that member's chat and the team's group.
import type { ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Actor } from "./actors.js";
import type { BotApi } from "./bot-api/server.js";
import type { DemoClock } from "./clock.js";
import { followDesk } from "./desk-events.js";
import type { DemoFiling } from "./filing.js";
import type { SmsInbox } from "./sms.js";
import { staff } from "./staff.js";

const query = z.object({ as: z.string(), staff: z.string().optional(), lang: z.enum(["ar", "en"]).default("ar") });

// Shorter than the idle time after which anything between the browser and here hangs up.
const HEARTBEAT_MS = 15_000;

export function addEvents(
  app: FastifyInstance,
  parts: {
    botApi: BotApi;
    clock: DemoClock;
    filing: DemoFiling;
    sms: SmsInbox;
    actorOf: (id: string) => Actor | undefined;
  },
): void {
  const { botApi, clock, filing, sms, actorOf } = parts;
  const open = new Set<ServerResponse>();
  // A stream never ends by itself, and a server waits for its streams.
  app.addHook("preClose", async () => {
    for (const stream of open) stream.end();
  });

  app.get("/events", async (request, reply) => {
    const read = query.safeParse(request.query);
    const actor = read.success ? actorOf(read.data.as) : undefined;
    if (!read.success || actor === undefined) return reply.code(404).send({ reason: "nobody" });
    const member = staff.find(({ id }) => id === read.data.staff);
    if (member === undefined && read.data.staff !== undefined) return reply.code(404).send({ reason: "nobody" });
    const chatId = actor.telegramUserId;
    const stream = reply.hijack().raw;
    stream.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });

    const send = (event: string, data: unknown) => stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    const sendChat = () => send("chat", botApi.chatView(chatId, read.data.lang));
    const sendSms = () => send("sms", sms.messages(actor.phone));
    const sendClock = () => send("clock", { now: clock.now().toISOString() });

    const sendFiling = () => send("filing", { filing: filing.now() });

    sendChat();
    sendSms();
    sendClock();
    sendFiling();
    const ends = [
      ...(member === undefined ? [] : [followDesk({ botApi, member, lang: read.data.lang }, send)]),
      botApi.subscribe((happening) => {
        if (!("chatId" in happening) || happening.chatId !== chatId) return;
        if (happening.kind === "changed") sendChat();
        else send(happening.kind, happening);
      }),
      sms.subscribe(sendSms),
      clock.subscribe(sendClock),
      filing.subscribe(sendFiling),
    ];
    const heartbeat = setInterval(() => stream.write(": still here\n\n"), HEARTBEAT_MS);
    open.add(stream);
    stream.on("close", () => {
      open.delete(stream);
      clearInterval(heartbeat);
      for (const end of ends) end();
    });
    return reply;
  });
}
