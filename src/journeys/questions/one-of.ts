// A choice of one: a button each, and the same by typing its value.
import { foldDigits } from "../../domain/digits.js";
import type { Line } from "../../words/line.js";
import type { Button } from "../message.js";
import type { Question, Reading } from "../question.js";

export type Option<T> = {
  /** What is stored and stands in the button: a value that means the same tomorrow. At most 50 characters, never beginning with "<". */
  readonly value: string;
  readonly label: Line;
  readonly means: T;
  /** Other words that mean it when they are typed, parted by "|". */
  readonly said?: Line;
};

export type Asked = { readonly prompt: readonly Line[]; readonly help: Line; readonly name?: Line };

export type OneOf<T> = Asked & {
  readonly options: readonly Option<T>[];
  /** Answers without a button of their own: by typing their value. */
  readonly typedOnly?: readonly Option<T>[];
  /** Buttons in a row; 1 unless the labels are short. */
  readonly perRow?: number;
  /** Reads typed text that is no option's value, as the stored value of an option. */
  readonly readText?: (text: string, isKnown: boolean) => Reading;
};

export function oneOf<T>(of: OneOf<T>): Question<T> {
  const options = [...of.options, ...(of.typedOnly ?? [])];
  const has = (value: string) => options.some((option) => option.value === value);
  return {
    show: () => ({ lines: of.prompt, buttons: rows(of) }),
    help: of.help,
    ...(of.name === undefined ? {} : { name: of.name }),
    read(input) {
      if (input.kind === "press")
        return has(input.value) ? { kind: "answer", stored: input.value } : { kind: "unread" };
      if (input.kind !== "text") return { kind: "unread" };
      const typed = foldDigits(input.text);
      if (has(typed)) return { kind: "answer", stored: typed };
      return of.readText?.(input.text, input.isKnown === true) ?? { kind: "unread" };
    },
    revive: (stored) => options.find((option) => option.value === stored)?.means,
  };
}

function rows<T>({ options, perRow = 1 }: OneOf<T>): readonly (readonly Button[])[] {
  const buttons = options.map(({ label, value, said }): Button => {
    return { kind: "answer", label, value, ...(said === undefined ? {} : { said }) };
  });
  return Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, row) =>
    buttons.slice(row * perRow, (row + 1) * perRow),
  );
}
