// POST /demo/chat: what somebody does in the simulator, done to the fake platform as a phone would do it.
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Actor } from "./actors.js";
import type { BotApi } from "./bot-api/server.js";

const act = z.intersection(
  z.object({ as: z.string(), lang: z.enum(["ar", "en"]) }),
  z.discriminatedUnion("act", [
    z.object({ act: z.literal("say"), text: z.string().trim().min(1).max(20_000) }),
    z.object({ act: z.literal("forward"), text: z.string().trim().min(1).max(4096) }),
    z.object({ act: z.literal("press"), messageId: z.number().int(), data: z.string() }),
    z.object({ act: z.enum(["contact", "photo", "voice", "sticker", "location"]) }),
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
      case "say":
        person.say(given.text);
        break;
      case "forward":
        person.forward(given.text);
        break;
      case "press":
        if (!hasButton(person.messages(), given)) return reply.code(409).send({ reason: "button-gone" });
        person.press(given.messageId, given.data);
        break;
      case "contact":
        person.shareContact({ phone: actor.phone });
        break;
      case "photo":
        person.sendPhoto();
        break;
      case "voice":
        person.sendVoice();
        break;
      case "sticker":
        person.sendSticker();
        break;
      case "location":
        person.sendLocation();
        break;
    }
    return reply.code(204).send();
  });
}

type Shown = ReturnType<ReturnType<BotApi["person"]>["messages"]>;

/** The message may have been edited between its drawing and the thumb. */
function hasButton(messages: Shown, press: { messageId: number; data: string }): boolean {
  const message = messages.find(({ id }) => id === press.messageId);
  return message?.buttons.flat().some(({ data }) => data === press.data) === true;
}
