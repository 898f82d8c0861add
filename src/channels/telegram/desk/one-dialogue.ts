// A command ends the dialogue that it comes into, and says so; then it does what it does.
import type { Composer } from "grammy";
import { line } from "../../../words/line.js";
import type { DeskContext } from "./context.js";

/** Before the commands. */
export function endByCommand(privately: Composer<DeskContext>, dialogues: readonly string[]): void {
  privately.on("message:text", async (ctx, next) => {
    const under = dialogues.filter((name) => ctx.conversation.active(name) > 0);
    if (ctx.message.text.startsWith("/") && under.length > 0) {
      for (const name of under) await ctx.conversation.exit(name);
      ctx.visiting.say({ lines: [line("desk-dialogue-ended")] });
    }
    return next();
  });
}
