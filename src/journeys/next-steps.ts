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
  register: line("button-register"),
  human: line("button-human"),
} as const;

type Next = keyof typeof labels | { readonly command: keyof typeof labels; readonly argument: string };

const menu: Button = { kind: "command", label: line("button-menu"), command: "start", argument: "menu" };
const human: Button = { kind: "command", label: labels.human, command: "human" };

/** One row each; the main menu and a person last, under every answer: nobody is left without a way on. */
export function nextSteps(...steps: readonly Next[]): readonly (readonly Button[])[] {
  const rows = steps.map((step): readonly Button[] => {
    const { command, ...argument } = typeof step === "string" ? { command: step } : step;
    return [{ kind: "command", label: labels[command], command, ...argument }];
  });
  return [...rows, steps.includes("human") ? [menu] : [menu, human]];
}
