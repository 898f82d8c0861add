// A command ends the dialogue that it comes into, and says so; then it does what it does.
import type { Composer } from "grammy";
import { line } from "../../../words/line.js";
import type { DeskContext } from "./context.js";

/** Before the commands. */
export function endByCommand(privately: Composer<DeskContext>): void {
  privately.use(async (ctx, next) => {
    const isCommand = ctx.message?.text?.startsWith("/") === true || ctx.visiting.picked !== undefined;
    if (isCommand && Object.keys(ctx.conversation.active()).length > 0) {
      await ctx.conversation.exitAll();
      ctx.visiting.say({ lines: [line("desk-dialogue-ended")] });
    }
    return next();
  });
}
