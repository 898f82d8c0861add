// The team before its supervisors: who belongs to it, what each has looked at, and how one is suspended, restored or removed.

import type { Composer } from "grammy";
import type { ChangedMember, StaffChange, StaffMember } from "../../../desk/staff.js";
import { teamLogView } from "../../../desk/team-log-view.js";
import { backToTeam, dismissView, memberView, teamView } from "../../../desk/team-view.js";
import type { View } from "../../../desk/view.js";
import { type Line, line } from "../../../words/line.js";
import { onCommand } from "./commands.js";
import { type DeskContext, effectKey, visitorSeeing, visitorWho } from "./context.js";
import { anId, anIdOr, oneOf, pressed } from "./pressed.js";

const changes = ["suspended", "restored", "removed"] as const satisfies readonly StaffChange[];
const changing = pressed("staff", oneOf(changes), anId);

export function addStaff(bot: Composer<DeskContext>): void {
  onCommand(bot, "desk", async ({ visiting }) => visiting.say(teamView(await visiting.desk.staff.list(), 0)));

  bot.callbackQuery(pressed("team", anId), async (ctx, next) => {
    if (visitorWho(ctx, "manage-staff") === undefined) return next();
    ctx.visiting.show(teamView(await ctx.visiting.desk.staff.list(), Number(ctx.match[1])));
  });

  bot.callbackQuery(pressed(oneOf(["member", "dismiss"]), anId), async (ctx, next) => {
    const by = visitorWho(ctx, "manage-staff");
    if (by === undefined) return next();
    const [, what, id] = ctx.match;
    const member = await memberOf(ctx, Number(id));
    if (member === undefined) return ctx.visiting.show(gone);
    ctx.visiting.show(what === "dismiss" ? dismissView(member) : memberView(member, by));
  });

  bot.callbackQuery(pressed("log", anIdOr("glass"), anId), async (ctx, next) => {
    const by = visitorSeeing(ctx, "access-log");
    if (by === undefined) return next();
    const [, of, before] = ctx.match;
    const member = of === "glass" ? undefined : await memberOf(ctx, Number(of));
    if (of !== "glass" && member === undefined) return ctx.visiting.show(gone);
    const asked = {
      whose: member?.id ?? "glass",
      ...(Number(before) === 0 ? {} : { before: Number(before) }),
    } as const;
    const page = await ctx.visiting.desk.teamLog.read(asked, by, effectKey(ctx.visiting, "log"));
    if (page !== undefined) ctx.visiting.show(teamLogView(member, page));
  });

  bot.callbackQuery(changing, async (ctx, next) => {
    const by = visitorWho(ctx, "manage-staff");
    const [, word, id] = ctx.match;
    const change = changes.find((each) => each === word);
    if (by === undefined || change === undefined) return next();
    const changed = await ctx.visiting.desk.staff.change(Number(id), change, by, effectKey(ctx.visiting, "staff"));
    const said = changed === undefined ? [line("desk-staff-unchanged")] : await changedLines(ctx, change, changed);
    const { lines, ...view } = teamView(await ctx.visiting.desk.staff.list(), 0);
    ctx.visiting.show({ ...view, lines: [...said, ...lines] });
  });
}

const gone: View = { lines: [line("desk-team-gone")], buttons: [[backToTeam]] };

async function memberOf({ visiting }: DeskContext, id: number): Promise<StaffMember | undefined> {
  return (await visiting.desk.staff.list()).find((member) => member.id === id);
}

/** What becomes of them in the group is the bot's to do; only adding somebody there is not. */
async function changedLines(
  { visiting }: DeskContext,
  change: StaffChange,
  { name, isBarred }: ChangedMember,
): Promise<readonly Line[]> {
  const said = line(`desk-staff-${change}`, { name });
  if (change === "restored") return isBarred ? [said, line("desk-staff-back-in-group", { name })] : [said];
  const hasGroup = (await visiting.desk.staff.group()) !== undefined;
  return hasGroup ? [said, line("desk-staff-out-of-group", { name })] : [said];
}
