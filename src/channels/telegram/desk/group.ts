// The staff's group: a supervisor names it by "/desk here", and topics there keep the chats that are taken over apart.
import type { Composer } from "grammy";
import { line } from "../../../words/line.js";
import { type DeskContext, visitorWho } from "./context.js";

export function addGroup(bot: Composer<DeskContext>): void {
  bot.chatType(["group", "supergroup"]).command("desk", async (ctx, next) => {
    if (visitorWho(ctx, "name-group") === undefined || ctx.match.trim().toLowerCase() !== "here") return next();
    const { visiting, chat } = ctx;
    const hasTopics = "is_forum" in chat && chat.is_forum === true;
    await visiting.desk.staff.nameGroup({
      chat: visiting.fence.chat,
      hasTopics,
      language: visiting.language,
      id: String(chat.id),
    });
    visiting.say({ lines: [line("desk-group-named"), line(hasTopics ? "desk-group-topics" : "desk-group-threads")] });
  });
}
