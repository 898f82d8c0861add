// A command sets aside the dialogue that it comes into, offers to go on with it, and then does what it does; a question's own button ends that question alone.
import type { Composer } from "grammy";
import { type DeskButton, deskData, type View } from "../../../desk/view.js";
import { line } from "../../../words/line.js";
import type { DeskContext } from "./context.js";
import { goOn, setAside } from "./kept-dialogues.js";

export const endedView: View = { lines: [line("desk-dialogue-ended")] };

const goingOn = deskData("go-on");

const asideView: View = {
  lines: [line("desk-dialogue-aside")],
  buttons: [[{ label: line("desk-dialogue-button-go-on"), data: goingOn }]],
};

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
      const { visiting } = ctx;
      if (visiting.kept !== undefined) visiting.kept = setAside(visiting.kept, visiting);
      await ctx.conversation.exitAll();
      visiting.say(asideView);
    }
    return next();
  });
}

/** Before the dialogues are read: what was set aside is what they find. */
export function addGoingOn(bot: Composer<DeskContext>): void {
  bot.callbackQuery(goingOn, async ({ visiting }, next) => {
    const resumed = goOn(visiting.kept, visiting);
    if (resumed === undefined) return visiting.show({ lines: [line("desk-dialogue-over")] });
    visiting.kept = resumed.kept;
    visiting.show(resumed.asked);
    return next();
  });
}

/** After the dialogues: what none of them takes was answered, or left, before. Nothing else is ended by it. */
export function addLeftQuestions(privately: Composer<DeskContext>): void {
  // It has been put again; the question takes no press for an answer.
  privately.callbackQuery(goingOn, () => undefined);
  privately.callbackQuery(/^desk:leave\b/u, (ctx) => ctx.visiting.show({ lines: [line("desk-dialogue-over")] }));
}
