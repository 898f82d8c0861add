// A command, or its own button, ends the dialogue that it comes into, and says so; then a command does what it does.
import type { Composer } from "grammy";
import { type DeskButton, deskData, type View } from "../../../desk/view.js";
import { line } from "../../../words/line.js";
import type { DeskContext } from "./context.js";

export const endedView: View = { lines: [line("desk-dialogue-ended")] };

/** Out of a question without an answer. */
export const leaveButton: DeskButton = { label: line("desk-dialogue-button-leave"), data: deskData("leave") };

/** Before the commands. */
export function endDialogues(privately: Composer<DeskContext>): void {
  privately.callbackQuery(leaveButton.data, async (ctx) => {
    await ctx.conversation.exitAll();
    ctx.visiting.show(endedView);
  });

  privately.use(async (ctx, next) => {
    const isCommand = ctx.message?.text?.startsWith("/") === true || ctx.visiting.picked !== undefined;
    if (isCommand && Object.keys(ctx.conversation.active()).length > 0) {
      await ctx.conversation.exitAll();
      ctx.visiting.say(endedView);
    }
    return next();
  });
}
