// Invitations: a supervisor makes a one-time link, and whoever opens it within a day is of the staff.
import type { Composer } from "grammy";
import { inviteHours, invitePrefix } from "../../../desk/staff.js";
import { staffRoles } from "../../../domain/access.js";
import { line } from "../../../words/line.js";
import { type DeskContext, visitorWho } from "./context.js";

export function addInvitations(bot: Composer<DeskContext>): void {
  const privately = bot.chatType("private");
  privately.command("start", async (ctx, next) => {
    const { visiting, from } = ctx;
    if (!ctx.match.startsWith(invitePrefix)) return next();
    const name = [from.first_name, from.last_name].filter((part) => part !== undefined).join(" ");
    const chat = visiting.fence.chat;
    const seated = await visiting.desk.staff.redeem(ctx.match.slice(invitePrefix.length), { chat, name });
    // As if it were any other word after /start: a stranger learns nothing of invitations.
    if (seated === undefined) return next();
    visiting.say({ lines: [line(`desk-welcome-${seated.role}`), line("desk-help-hint")] });
  });

  privately.command("invite", async (ctx, next) => {
    const by = visitorWho(ctx, "invite");
    if (by === undefined) return next();
    const { visiting, match } = ctx;
    const role = staffRoles.find((each) => each === match.trim().toLowerCase());
    if (role === undefined) {
      visiting.say({ lines: [line("desk-invite-how")] });
      return;
    }
    const token = await visiting.desk.staff.invite(role, by);
    const link = await visiting.desk.inviteLink(token);
    visiting.say({
      lines: [line(`desk-invited-${role}`, { hours: inviteHours }), line("desk-invite-link", { link: { link } })],
    });
  });
}
