// A yes that is bound to what it was said to: when that changes, the yes falls and the question is asked again.
import type { Line } from "../../words/line.js";
import type { Button, Quoted } from "../message.js";
import type { Page, Question } from "../question.js";
import type { Asked } from "./one-of.js";

/** The value of the yes, and of the word "yes" typed to such a question. */
export const accepted = "yes";

export type Accept = Omit<Asked, "name"> & {
  readonly button: Line;
  /** What is accepted, in a short text of its own: equal texts, equal things. Stored as the answer. */
  readonly bound: string;
  /** What has changed since a question with this `bound` was shown, in sentences. */
  readonly changed?: (before: string) => readonly Line[];
  /** Rows of buttons under the yes. */
  readonly beside?: readonly (readonly Button[])[];
  readonly pages?: readonly Page[];
  readonly mayChange?: true;
  /** The price that is accepted. */
  readonly quoted?: Quoted;
};

export function accept(of: Accept): Question<true> {
  return {
    show: () => ({
      lines: of.prompt,
      buttons: [[{ kind: "answer", label: of.button, value: accepted }], ...(of.beside ?? [])],
      ...(of.quoted === undefined ? {} : { quoted: of.quoted }),
    }),
    help: of.help,
    shown: of.bound,
    ...(of.changed === undefined ? {} : { changed: of.changed }),
    ...(of.pages === undefined ? {} : { pages: of.pages }),
    ...(of.mayChange === undefined ? {} : { mayChange: of.mayChange }),
    read: (input) =>
      input.kind === "press" && input.value === accepted ? { kind: "answer", stored: of.bound } : { kind: "unread" },
    revive: (stored) => (stored === of.bound ? true : undefined),
  };
}
