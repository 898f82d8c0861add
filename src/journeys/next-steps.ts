// The buttons under an answer: where people go from here, the likeliest first.
import { line } from "../words/line.js";
import type { Button } from "./message.js";

const labels = {
  inquire: line("button-inquire"),
  quote: line("button-quote"),
  renew: line("button-renew"),
  pay: line("button-pay"),
  "pay-quick": line("button-pay-quick"),
  workers: line("button-workers"),
  reminders: line("button-reminders"),
  register: line("button-register"),
  human: line("button-human"),
} as const;

type Next =
  | keyof typeof labels
  | {
      readonly command: keyof typeof labels;
      readonly argument: string;
      /** There is nothing to renew yet: cover begins. */
      readonly isFirst?: boolean;
    };

export const menuButton: Button = { kind: "command", label: line("button-menu"), command: "start", argument: "menu" };
const human: Button = { kind: "command", label: labels.human, command: "human" };

/** One row each; the main menu and a person last, under every answer: nobody is left without a way on. */
export function nextSteps(...steps: readonly Next[]): readonly (readonly Button[])[] {
  const rows = steps.map((step): readonly Button[] => {
    if (typeof step === "string") return [{ kind: "command", label: labels[step], command: step }];
    const { command, argument, isFirst } = step;
    return [{ kind: "command", label: isFirst ? line("button-issue") : labels[command], command, argument }];
  });
  return [...rows, steps.includes("human") ? [menuButton] : [menuButton, human]];
}
