// The team before its supervisors: who belongs to it, what each has looked at, and how one is suspended, restored or removed.

import type { Composer } from "grammy";
import type { ChangedMember, StaffChange, StaffMember } from "../../../desk/staff.js";
import { teamLogView } from "../../../desk/team-log-view.js";
import {
  backToTeam,
  dismissView,
  memberView,
  removedView,
  type TeamList,
  teamLists,
  teamView,
} from "../../../desk/team-view.js";
import type { View } from "../../../desk/view.js";
import { type Line, line } from "../../../words/line.js";
import { onCommand } from "./commands.js";
import { type DeskContext, effectKey, visitorSeeing, visitorWho } from "./context.js";
import { anId, anIdOr, oneOf, pressed } from "./pressed.js";

const changes = ["suspended", "restored", "removed"] as const satisfies readonly StaffChange[];
const changing = pressed("staff", oneOf(changes), anId);

export function addStaff(bot: Composer<DeskContext>): void {
  onCommand(bot, "desk", async (ctx) => ctx.visiting.say(await page(ctx, "team", 0)));

  bot.callbackQuery(pressed(oneOf(teamLists), anId), async (ctx, next) => {
    if (visitorWho(ctx, "manage-staff") === undefined) return next();
    const [, list, number] = ctx.match;
    ctx.visiting.show(await page(ctx, list === "removed" ? "removed" : "team", Number(number)));
  });

  bot.callbackQuery(pressed(oneOf(["member", "dismiss"]), anId), async (ctx, next) => {
    const by = visitorWho(ctx, "manage-staff");
    if (by === undefined) return next();
    const [, what, id] = ctx.match;
    const member = await memberOf(ctx, Number(id));
    if (member === undefined) return ctx.visiting.show(gone);
    ctx.visiting.show(what === "dismiss" && member.state !== "removed" ? dismissView(member) : memberView(member, by));
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
    const { lines, ...view } = await page(ctx, "team", 0);
    ctx.visiting.show({ ...view, lines: [...said, ...lines] });
  });
}

const gone: View = { lines: [line("desk-team-gone")], buttons: [[backToTeam]] };

async function page({ visiting }: DeskContext, list: TeamList, number: number): Promise<View> {
  const { staff } = visiting.desk;
  const removed = await staff.removed();
  return list === "removed" ? removedView(removed, number) : teamView(await staff.list(), number, removed.length > 0);
}

/** Also who is of the team no more. */
async function memberOf({ visiting }: DeskContext, id: number): Promise<StaffMember | undefined> {
  const { staff } = visiting.desk;
  return [...(await staff.list()), ...(await staff.removed())].find((member) => member.id === id);
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
