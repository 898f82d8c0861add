// GET /demo/staff, POST /demo/desk and /demo/desk/join: who is in the hotline team, what one of them does in the bot's chat or the team's
// group, and how one who is out of the group is added to it.
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { profileOf } from "./actors.js";
import { isInside } from "./bot-api/entries.js";
import type { BotApi } from "./bot-api/server.js";
import { joinGroup, type StaffMember, staff, staffGroup } from "./staff.js";
import { doThumbAct, type ThumbDone, thumbActs } from "./thumb-acts.js";

const act = z.intersection(
  z.object({
    staff: z.string(),
    lang: z.enum(["ar", "en"]),
    where: z.enum(["chat", "group"]),
    /** In the group: the topic, absent in General. */
    threadId: z.number().int().optional(),
    replyToId: z.number().int().optional(),
  }),
  z.discriminatedUnion("act", [...thumbActs]),
);

type Given = z.infer<typeof act>;

export function addDeskActs(app: FastifyInstance, { botApi }: { botApi: BotApi }): void {
  app.get("/staff", async () => staff.map(({ id, role, nameAr, nameEn }) => ({ id, role, nameAr, nameEn })));

  app.post("/desk", async (request, reply) => {
    const read = act.safeParse(request.body);
    if (!read.success) return reply.code(400).send({ reason: "malformed" });
    const who = staff.find(({ id }) => id === read.data.staff);
    if (who === undefined) return reply.code(404).send({ reason: "nobody" });
    const came = read.data.where === "chat" ? inChat(read.data, who, botApi) : inGroup(read.data, who, botApi);
    return came === "done" ? reply.code(204).send() : reply.code(409).send({ reason: came });
  });

  app.post("/desk/join", async (request, reply) => {
    const read = z.object({ staff: z.string() }).safeParse(request.body);
    const who = staff.find(({ id }) => id === read.data?.staff);
    if (who === undefined) return reply.code(404).send({ reason: "nobody" });
    if (botApi.group(staffGroup.id).statusOf(who.telegramUserId) === "kicked")
      return reply.code(409).send({ reason: "kept-out" });
    joinGroup(botApi, who);
    return reply.code(204).send();
  });
}

function inChat(given: Given, who: StaffMember, botApi: BotApi): ThumbDone {
  const person = botApi.person(who.telegramUserId, profileOf(who, given.lang));
  return doThumbAct(given, { thumb: person, messages: person.messages() });
}

function inGroup(
  given: Given,
  who: StaffMember,
  botApi: BotApi,
): ThumbDone | "not-in-group" | "topic-gone" | "topic-closed" {
  const group = botApi.group(staffGroup.id);
  if (!isInside(group.statusOf(who.telegramUserId))) return "not-in-group";
  const { threadId, replyToId } = given;
  const topic = group.view().topics.find(({ id }) => id === threadId);
  if (threadId !== undefined && topic === undefined) return "topic-gone";
  if (topic?.isClosed === true && who.role === "agent") return "topic-closed";
  const messages = group.messages();
  if (replyToId !== undefined && !messages.some(({ id }) => id === replyToId)) return "message-gone";
  const thumb = group.member({ id: who.telegramUserId, ...profileOf(who, given.lang) });
  return doThumbAct(given, { thumb, messages, place: { threadId, replyToId } });
}
