// The staff's group: a supervisor names it by "/desk here", and topics there keep the chats that are taken over apart.
import type { Composer } from "grammy";
import { line } from "../../../words/line.js";
import { type DeskContext, effectKey, visitorWho } from "./context.js";

export function addGroup(bot: Composer<DeskContext>): void {
  bot.chatType(["group", "supergroup"]).command("desk", async (ctx, next) => {
    const by = visitorWho(ctx, "name-group");
    if (by === undefined || ctx.match.trim().toLowerCase() !== "here") return next();
    const { visiting, chat } = ctx;
    const hasTopics = "is_forum" in chat && chat.is_forum === true;
    const { language, fence } = visiting;
    const group = { chat: fence.chat, hasTopics, language, id: String(chat.id), title: chat.title };
    await visiting.desk.groups.name(group, by, effectKey(visiting, "group"));
    visiting.say({ lines: [line("desk-group-named"), line(hasTopics ? "desk-group-topics" : "desk-group-threads")] });
  });
}
