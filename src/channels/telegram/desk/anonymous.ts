// Whoever writes as an anonymous admin is nobody whom the desk knows: they are told so where they would have been heard, instead of silence.
import type { Composer } from "grammy";
import { line } from "../../../words/line.js";
import { isAnonymousAdmin } from "../anonymous-admin.js";
import { contentOf, placeOf } from "../content.js";
import { type DeskContext, isAmongStaff } from "./context.js";

export function addAnonymous(bot: Composer<DeskContext>): void {
  const anonymous = bot.chatType(["group", "supergroup"]).filter(({ msg }) => isAnonymousAdmin(msg));

  // In a group that is not the team's it comes here only where one of its administrators is a supervisor.
  anonymous.command("desk", (ctx) => ctx.visiting.say({ lines: [line("desk-group-anonymous-here")] }));

  anonymous.filter(isAmongStaff).on("message", async (ctx, next) => {
    const { handoffs } = ctx.visiting.desk;
    if (contentOf(ctx.msg, false) === undefined) return next();
    if ((await handoffs.find(placeOf(ctx.msg))) === undefined) return next();
    ctx.visiting.say({ lines: [line("desk-group-anonymous")] });
  });
}
