// The team as its supervisors see it: who belongs to it, and how one is suspended, restored or removed.

import type { Composer } from "grammy";
import type { ChangedMember, StaffChange, StaffMember } from "../../../desk/staff.js";
import { type DeskButton, deskData, type View } from "../../../desk/view.js";
import { kuwaitDate } from "../../../domain/iso-date.js";
import { type Line, line } from "../../../words/line.js";
import { onCommand } from "./commands.js";
import { type DeskContext, effectKey, visitorWho } from "./context.js";
import { anId, oneOf, pressed } from "./pressed.js";

const changes = ["suspended", "restored", "removed"] as const satisfies readonly StaffChange[];
const changing = pressed("staff", oneOf(changes), anId);

export function addStaff(bot: Composer<DeskContext>): void {
  onCommand(bot, "desk", async (ctx) => ctx.visiting.say(await team(ctx)));

  bot.callbackQuery(changing, async (ctx, next) => {
    const by = visitorWho(ctx, "manage-staff");
    const [, word, id] = ctx.match;
    const change = changes.find((each) => each === word);
    if (by === undefined || change === undefined) return next();
    const changed = await ctx.visiting.desk.staff.change(Number(id), change, by, effectKey(ctx.visiting, "staff"));
    const said = changed === undefined ? [line("desk-staff-unchanged")] : await changedLines(ctx, change, changed);
    const { lines, ...view } = await team(ctx);
    ctx.visiting.show({ ...view, lines: [...said, ...lines] });
  });
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

async function team({ visiting }: DeskContext): Promise<View> {
  const members = await visiting.desk.staff.list();
  return {
    lines: [line("desk-staff-title", { n: members.length }), ...members.map(memberLine)],
    buttons: members.filter(({ id }) => id !== visiting.staff?.id).map(buttonsOf),
  };
}

function memberLine({ role, state, name, seatedAt }: StaffMember): Line {
  const what = line(`desk-role-${role}`);
  return state === "suspended"
    ? line("desk-staff-member-suspended", { name, role: what })
    : line("desk-staff-member", { name, role: what, since: { date: kuwaitDate(seatedAt) } });
}

function buttonsOf({ id, state, name }: StaffMember): readonly DeskButton[] {
  const first = state === "suspended" ? "restored" : "suspended";
  return [
    { label: line(`desk-button-${first}`, { name }), data: deskData("staff", first, id) },
    { label: line("desk-button-removed", { name }), data: deskData("staff", "removed", id) },
  ];
}
