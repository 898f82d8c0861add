// A button for each thing that words can mean: under an answer, and where several meanings are near.
import { type Line, line } from "../words/line.js";
import type { Meaning, Understood } from "../words/meanings.js";
import type { Topic } from "../words/topics.js";
import { topics } from "../words/topics.js";
import type { Button, Command } from "./message.js";

type CommandButton = Extract<Button, { readonly kind: "command" }>;

/** The words that steer a question are no errand of their own. */
export type Meant = Exclude<Understood, "back" | "change" | "yes" | "no"> | Topic;
type Said = Exclude<Meant, Topic>;

const labels: Readonly<Record<Said, Line>> = {
  start: line("button-menu"),
  register: line("button-register"),
  inquire: line("button-inquire"),
  quote: line("button-quote"),
  renew: line("button-renew"),
  pay: line("button-pay"),
  "pay-quick": line("button-pay-quick"),
  workers: line("button-workers"),
  reminders: line("button-reminders"),
  "already-renewed": line("button-already-renewed"),
  "remind-later": line("button-remind-later"),
  "worker-left": line("button-worker-left"),
  "not-mine": line("button-not-mine"),
  "stop-reminding": line("button-stop-reminding"),
  undo: line("button-undo"),
  language: line("button-language"),
  account: line("button-account"),
  privacy: line("button-privacy"),
  help: line("button-help-menu"),
  human: line("button-human"),
  cancel: line("button-cancel"),
  resume: line("button-resume"),
  helped: line("button-human"),
};

export const menuButton: CommandButton = {
  kind: "command",
  label: line("button-menu"),
  command: "start",
  argument: "menu",
};

export function commandButton(command: Said, argument?: string): CommandButton {
  return { kind: "command", label: labels[command], command, ...(argument === undefined ? {} : { argument }) };
}

export function topicButton(topic: Topic): CommandButton {
  return { kind: "command", label: line(`button-topic-${topic}`), ...meantBy(topic) };
}

/** Which command a meaning begins: an answer for a topic, but a worker who is gone leads on into telling it. */
export function meantBy(meaning: Meant): { readonly command: Command; readonly argument?: string } {
  if (!isTopic(meaning)) return { command: meaning };
  if (meaning === "absconded" || meaning === "transferred") return { command: "worker-left", argument: meaning };
  return { command: "answer", argument: meaning };
}

/** What one can ask for, and no word that only steers the question on the table. */
export function isMeant(meaning: Meaning): meaning is Meant {
  return isTopic(meaning) || Object.hasOwn(labels, meaning);
}

export function isTopic(meaning: string): meaning is Topic {
  return topics.some((topic) => topic === meaning);
}

/** The likeliest meanings, at most three, and the way out of them. */
export function nearButtons(meanings: readonly Meaning[]): readonly (readonly Button[])[] {
  const offered = meanings
    .filter(isMeant)
    .slice(0, 3)
    .map((meaning): Button => (isTopic(meaning) ? topicButton(meaning) : commandButton(meaning)));
  const other: Button = { kind: "command", label: line("button-something-else"), command: "answer" };
  return offered.length === 0 ? [] : [...offered, other].map((button) => [button]);
}
