// The buttons that stand under every question: back or change, cancel, help. Their values can be no answer's: they begin with "<".
import { type Line, line } from "../words/line.js";
import type { Button, Message } from "./message.js";
import type { Page } from "./question.js";
import type { PathStep } from "./run.js";

export const controls = {
  back: "<back",
  change: "<change",
  cancel: "<cancel",
  help: "<help",
  sendAgain: "<again",
} as const;
const dropPrefix = "<drop:";

/** Leads back from an answer beside the question: nothing is dropped, and the question is shown again. */
export const backToQuestion: Button = { kind: "answer", label: line("button-to-question"), value: dropPrefix };

const answer = (label: Line, value: string): Button => ({ kind: "answer", label, value });

/** `message` with the controls in a last row. Where answers can be changed one by one, "back" is a word and no button. */
export function withControls(message: Message, { first }: { readonly first: "back" | "change" | undefined }): Message {
  const row = [
    ...(first === "back" ? [answer(line("button-back"), controls.back)] : []),
    ...(first === "change" ? [answer(line("button-change"), controls.change)] : []),
    answer(line("button-help"), controls.help),
    answer(line("button-cancel"), controls.cancel),
  ];
  return { ...message, buttons: [...(message.buttons ?? []), row] };
}

/** A page beside a question, with the way back to it. */
export function pageMessage({ message }: Page): Message {
  return { ...message, buttons: [...(message.buttons ?? []), [answer(line("button-go-back"), dropPrefix)]] };
}

/** Which answer is to be given anew? One button each, in the order in which they are asked. */
export function changeMenu(path: readonly PathStep[]): Message & Required<Pick<Message, "buttons">> {
  const named = path.flatMap(({ key, name }) => (name === undefined ? [] : [[answer(name, dropPrefix + key)]]));
  return {
    lines: [line("change-which")],
    buttons: [...named, [answer(line("button-go-back"), dropPrefix)]],
  };
}

/** The key of the answer that a press on `changeMenu` gives up; "" for none after all; `undefined` if it is not such a press. */
export function droppedKey(value: string): string | undefined {
  return value.startsWith(dropPrefix) ? value.slice(dropPrefix.length) : undefined;
}
