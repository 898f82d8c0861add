// What one of the staff can do here, by their role; also for whoever opens their chat with the bot anew.
import type { Composer } from "grammy";
import type { DeskAction } from "../../../domain/access.js";
import { line } from "../../../words/line.js";
import type { DeskContext } from "./context.js";
import { isOffered, menuOf } from "./menu.js";

const helped = [
  "look-up",
  "see-queue",
  "invite",
  "manage-staff",
  "name-group",
  "file",
  "see-stats",
] as const satisfies readonly DeskAction[];

export function addHelp(bot: Composer<DeskContext>): void {
  bot.command(["start", "help"], async (ctx, next) => {
    const { visiting, match } = ctx;
    const { staff } = visiting;
    if (staff === undefined || match !== "") return next();
    visiting.say({
      lines: [
        line("desk-help", { name: staff.name, role: line(`desk-role-${staff.role}`) }),
        ...helped
          .filter((action) => isOffered(action, staff.role, visiting.desk))
          .map((action) => line(`desk-help-${action}`)),
      ],
      buttons: menuOf(staff.role, visiting.desk),
    });
  });
}
