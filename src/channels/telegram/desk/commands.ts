// The desk's commands: written with a slash, pressed in the staff's menu, or written as its button says.
import type { Composer, NextFunction } from "grammy";
import type { Staff } from "../../../desk/staff.js";
import { type DeskContext, visitorWho } from "./context.js";
import { type DeskCommand, deskCommands } from "./menu.js";

/**
 * Answers a command of those who may; for anybody else it does not exist.
 * @param answer gets what stands after the command
 */
export function onCommand(
  bot: Composer<DeskContext>,
  command: DeskCommand,
  answer: (ctx: DeskContext, by: Staff, rest: string) => Promise<void> | void,
): void {
  const answerStaff = async (ctx: DeskContext, next: NextFunction, rest: string) => {
    const by = visitorWho(ctx, deskCommands[command]);
    if (by === undefined) return next();
    return answer(ctx, by, rest);
  };
  bot.command(command, (ctx, next) => answerStaff(ctx, next, ctx.match.trim()));
  bot.filter(
    ({ visiting }) => visiting.picked === command,
    (ctx, next) => answerStaff(ctx, next, ""),
  );
}
