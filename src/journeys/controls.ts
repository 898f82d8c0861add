// The buttons that stand under every question: back, change an answer, cancel, help. Their values can be no answer's: they begin with "<".
import { type Line, line } from "../words/line.js";
import type { Button, Message } from "./message.js";
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

/** `message` with the controls that make sense after `path` in a last row. */
export function withControls(message: Message, path: readonly PathStep[], mayChange: boolean): Message {
  const changeable = mayChange && path.some((step) => step.name !== undefined);
  const rows: Button[][] = [];
  const steps: Button[] = [];
  if (path.length > 0) steps.push(answer(line("button-back"), controls.back));
  if (changeable) steps.push(answer(line("button-change"), controls.change));
  if (steps.length > 0) rows.push(steps);
  rows.push([answer(line("button-help"), controls.help), answer(line("button-cancel"), controls.cancel)]);
  return { ...message, buttons: [...(message.buttons ?? []), ...rows] };
}

/** Which answer is to be given anew? One button each, the latest first. */
export function changeMenu(path: readonly PathStep[]): Message {
  const named = path.flatMap(({ key, name }) => (name === undefined ? [] : [[answer(name, dropPrefix + key)]]));
  return {
    lines: [line("change-which")],
    buttons: [...named.reverse(), [answer(line("button-back"), `${dropPrefix}`)]],
  };
}

/** The key of the answer that a press on `changeMenu` gives up; "" for none after all; `undefined` if it is not such a press. */
export function droppedKey(value: string): string | undefined {
  return value.startsWith(dropPrefix) ? value.slice(dropPrefix.length) : undefined;
}
