// How every dialogue asks, with a way out, and hears an answer: the next text that reads as one, but no lookup; and a press where words would go to somebody else.

import { type DeskButton, deskData, type View } from "../../../desk/view.js";
import { isLookup } from "../../../desk/words.js";
import { type Line, line } from "../../../words/line.js";
import type { DeskDialogue } from "./context.js";
import { endedView, leaveButton } from "./one-dialogue.js";

/** As it was asked: what stands under it, and the press by which it is left, if that is its own. */
export type Question = { readonly waysOut: readonly DeskButton[]; readonly leave?: string };

/** `message` is the answer's own id in this chat. */
export type Heard<T> = { readonly answer: T; readonly message: number };

/** A text as an answer, or what is said about it instead; then the question stays. */
export type ReadAnswer<T> = (text: string) => { readonly answer: T } | { readonly instead: Line };

/** @param waysOut where there is somewhere to go back to; otherwise the question is left as it is */
export async function ask(dialogue: DeskDialogue, asked: Line, waysOut?: readonly DeskButton[]): Promise<Question> {
  const question = waysOut === undefined ? await leavable(dialogue) : { waysOut };
  await say(dialogue, { lines: [asked], buttons: [question.waysOut] });
  return question;
}

/** By its update a press under this question is told from one under an earlier one. */
async function leavable(dialogue: DeskDialogue): Promise<Question> {
  const button = leaveButton(await dialogue.external(({ visiting }) => visiting.update));
  return { waysOut: [button], leave: button.data };
}

/** @param isElsewhere what is meant for a lookup and not for this question */
export async function hearAnswer<T>(
  dialogue: DeskDialogue,
  { waysOut, leave }: Question,
  read: ReadAnswer<T>,
  isElsewhere: (text: string) => boolean = isLookup,
): Promise<Heard<T>> {
  for (;;) {
    const { message, callbackQuery } = await dialogue.waitUntil(
      (ctx) => ctx.has("message:text") || (leave !== undefined && ctx.callbackQuery?.data === leave),
      { next: true },
    );
    if (callbackQuery !== undefined) {
      await dialogue.external(({ visiting }) => visiting.show(endedView));
      await dialogue.halt();
    }
    const text = message?.text ?? "";
    const heard = isElsewhere(text) ? { instead: line("desk-dialogue-lookup") } : read(text);
    if ("answer" in heard) return { answer: heard.answer, message: message?.message_id ?? 0 };
    await say(dialogue, { lines: [heard.instead], buttons: [waysOut] });
  }
}

/** Once more, with what was understood. The press counts for the message that it confirms, and for no other. */
export async function isSure(
  dialogue: DeskDialogue,
  message: number,
  of: { readonly lines: readonly Line[]; readonly sure: Line; readonly unsure: Line },
): Promise<boolean> {
  const [sure, unsure] = [deskData("sure", message), deskData("unsure", message)];
  await say(dialogue, {
    lines: of.lines,
    buttons: [[{ label: of.sure, data: sure }], [{ label: of.unsure, data: unsure }]],
  });
  const answer = await dialogue.waitForCallbackQuery([sure, unsure], { next: true });
  return answer.callbackQuery.data === sure;
}

/** What is said last is what is asked again, once a command came between. */
export const say = (dialogue: DeskDialogue, view: View): Promise<void> =>
  dialogue.external(({ visiting }) => {
    visiting.say(view);
    visiting.asked = view;
  });
