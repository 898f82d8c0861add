// Invitations: a supervisor makes a one-time link, and whoever opens it within a day is of the staff.

import type { Composer } from "grammy";
import { inviteHours, invitePrefix, type Staff } from "../../../desk/staff.js";
import { deskData, type View } from "../../../desk/view.js";
import { type StaffRole, staffRoles } from "../../../domain/access.js";
import { line } from "../../../words/line.js";
import { onCommand } from "./commands.js";
import { type DeskContext, effectKey, visitorWho } from "./context.js";
import { menuOf } from "./menu.js";
import { oneOf, pressed } from "./pressed.js";

export function addInvitations(bot: Composer<DeskContext>): void {
  bot.chatType("private").command("start", async (ctx, next) => {
    const { visiting, from } = ctx;
    if (!ctx.match.startsWith(invitePrefix)) return next();
    const name = [from.first_name, from.last_name].filter((part) => part !== undefined).join(" ");
    const chat = visiting.fence.chat;
    const seated = await visiting.desk.staff.redeem(ctx.match.slice(invitePrefix.length), { chat, name });
    // As if it were any other word after /start: a stranger learns nothing of invitations.
    if (seated === undefined) return next();
    const { kind, staff } = seated;
    const said =
      kind === "seated"
        ? line(`desk-welcome-${staff.role}`)
        : line("desk-welcome-already", { role: line(`desk-role-${staff.role}`) });
    visiting.say({ lines: [said, line("desk-help-hint")], buttons: menuOf(staff.role, visiting.desk) });
  });
}

export function addInviting(privately: Composer<DeskContext>): void {
  onCommand(privately, "invite", (ctx, by, asked) => {
    const role = staffRoles.find((each) => each === asked.toLowerCase());
    return role === undefined ? ctx.visiting.say(whichRole) : invite(ctx, by, role);
  });

  privately.callbackQuery(inviting, (ctx, next) => {
    const by = visitorWho(ctx, "invite");
    const role = staffRoles.find((each) => each === ctx.match[1]);
    return by === undefined || role === undefined ? next() : invite(ctx, by, role);
  });
}

const inviting = pressed("invite", oneOf(staffRoles));
const whichRole: View = {
  lines: [line("desk-invite-how")],
  buttons: [staffRoles.map((role) => ({ label: line(`desk-role-${role}`), data: deskData("invite", role) }))],
};

async function invite({ visiting }: DeskContext, by: Staff, role: StaffRole): Promise<void> {
  const token = await visiting.desk.staff.invite(role, by, effectKey(visiting, "invite"));
  const link = await visiting.desk.inviteLink(token);
  visiting.say({
    lines: [line(`desk-invited-${role}`, { hours: inviteHours }), line("desk-invite-link", { link: { link } })],
  });
}
