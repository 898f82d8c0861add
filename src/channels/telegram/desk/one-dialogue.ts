// A command ends the dialogue that it comes into, says so, and then does what it does; a question's own button ends that question alone.
import type { Composer } from "grammy";
import { type DeskButton, deskData, type View } from "../../../desk/view.js";
import { line } from "../../../words/line.js";
import type { DeskContext } from "./context.js";

export const endedView: View = { lines: [line("desk-dialogue-ended")] };

/** Out of a question without an answer. */
export const leaveButton = (update: string): DeskButton => ({
  label: line("desk-dialogue-button-leave"),
  data: deskData("leave", update),
});

/** Before the commands. */
export function endDialogues(privately: Composer<DeskContext>): void {
  privately.use(async (ctx, next) => {
    const isCommand = ctx.message?.text?.startsWith("/") === true || ctx.visiting.picked !== undefined;
    if (isCommand && Object.keys(ctx.conversation.active()).length > 0) {
      await ctx.conversation.exitAll();
      ctx.visiting.say(endedView);
    }
    return next();
  });
}

/** After the dialogues: what none of them takes was answered, or left, before. Nothing else is ended by it. */
export function addLeftQuestions(privately: Composer<DeskContext>): void {
  privately.callbackQuery(/^desk:leave\b/u, (ctx) => ctx.visiting.show({ lines: [line("desk-dialogue-over")] }));
}
