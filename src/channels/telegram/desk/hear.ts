// How every dialogue hears an answer: the next text that reads as one, but no lookup; and a press where words would go to somebody else.

import { deskData, type View } from "../../../desk/view.js";
import { isLookup } from "../../../desk/words.js";
import { type Line, line } from "../../../words/line.js";
import type { DeskDialogue } from "./context.js";
import { leaveButton } from "./one-dialogue.js";

/** `message` is the answer's own id in this chat. */
export type Heard<T> = { readonly answer: T; readonly message: number };

/** A text as an answer, or what is said about it instead; then the question stays. */
export type ReadAnswer<T> = (text: string) => { readonly answer: T } | { readonly instead: Line };

/** @param isElsewhere what is meant for a lookup and not for this question */
export async function hearAnswer<T>(
  dialogue: DeskDialogue,
  read: ReadAnswer<T>,
  isElsewhere: (text: string) => boolean = isLookup,
): Promise<Heard<T>> {
  for (;;) {
    const { message } = await dialogue.waitFor("message:text", { next: true });
    const heard = isElsewhere(message.text) ? { instead: line("desk-dialogue-lookup") } : read(message.text);
    if ("answer" in heard) return { answer: heard.answer, message: message.message_id };
    await say(dialogue, { lines: [heard.instead], buttons: [[leaveButton]] });
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

export const say = (dialogue: DeskDialogue, view: View): Promise<void> =>
  dialogue.external(({ visiting }) => visiting.say(view));
