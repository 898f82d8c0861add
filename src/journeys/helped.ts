// After a person has left the chat: did this help? Two buttons, and a word of thanks.
import { line } from "../words/line.js";
import type { Journey } from "./journey.js";
import type { Button } from "./message.js";
import { nextSteps } from "./next-steps.js";

const answers = ["yes", "no"] as const;
const argument = /^(\d{1,15})-(yes|no)$/u;

/** Yes and no, under the words that end a conversation. @param handoff its id, which the answer carries */
export function helpedButtons(handoff: number): readonly (readonly Button[])[] {
  const button = (answer: (typeof answers)[number]): Button => ({
    kind: "command",
    label: line(`button-helped-${answer}`),
    command: "helped",
    argument: `${handoff}-${answer}`,
  });
  return [answers.map(button)];
}

export const helped: Journey = async (_ask, _prove, world) => {
  const [, handoff, answer] = argument.exec(world.argument ?? "") ?? [];
  if (handoff === undefined) return { say: [], next: { command: "start", argument: "menu" } };
  await world.desk.helped(Number(handoff), answer === "yes");
  return answer === "yes"
    ? { say: [{ lines: [line("helped-yes")], buttons: nextSteps() }] }
    : { say: [{ lines: [line("helped-no", { hotline: world.service.hotline })], buttons: nextSteps("human") }] };
};
