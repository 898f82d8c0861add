// POST /demo/chat: what a sponsor does in the simulator.
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Actor } from "./actors.js";
import type { BotApi } from "./bot-api/server.js";
import { doThumbAct, thumbActs } from "./thumb-acts.js";

const act = z.intersection(
  z.object({ as: z.string(), lang: z.enum(["ar", "en"]) }),
  z.discriminatedUnion("act", [
    ...thumbActs,
    z.object({ act: z.literal("forward"), text: z.string().trim().min(1).max(4096) }),
    z.object({ act: z.enum(["contact", "sticker", "location"]) }),
  ]),
);

export function addChatActs(
  app: FastifyInstance,
  { botApi, actorOf }: { botApi: BotApi; actorOf: (id: string) => Actor | undefined },
): void {
  app.post("/chat", async (request, reply) => {
    const read = act.safeParse(request.body);
    if (!read.success) return reply.code(400).send({ reason: "malformed" });
    const given = read.data;
    const actor = actorOf(given.as);
    if (actor === undefined) return reply.code(404).send({ reason: "nobody" });
    const person = botApi.person(actor.telegramUserId, actor.profile(given.lang));
    switch (given.act) {
      case "forward":
        person.forward(given.text);
        break;
      case "contact":
        person.shareContact({ phone: actor.phone });
        break;
      case "sticker":
        person.sendSticker();
        break;
      case "location":
        person.sendLocation();
        break;
      default: {
        const came = doThumbAct(given, { thumb: person, messages: person.messages() });
        if (came !== "done") return reply.code(409).send({ reason: came });
      }
    }
    return reply.code(204).send();
  });
}
