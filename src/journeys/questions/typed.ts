// An answer that is typed: read by one of the domain's parsers, each of whose reasons has a sentence.
import type { Line } from "../../words/line.js";
import type { Button } from "../message.js";
import type { Question } from "../question.js";
import type { Asked } from "./one-of.js";

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: Line };

export type Typed<T> = Asked & {
  readonly parse: (text: string) => Parsed<T>;
  /** Text that is surely meant for something else ("when does it expire?") goes to free understanding. */
  readonly isForThis?: (text: string) => boolean;
  /** Any words could be the answer, so those that ask for something are none: "menu" is nobody's name. */
  readonly isWords?: true;
  /** Answers by button beside typing: a value that `parse` reads. */
  readonly suggestions?: readonly { readonly label: Line; readonly value: string }[];
  /** For an answer that may be left out: the button that leaves it out. */
  readonly skip?: Line;
};

const skipped = "<skip";

/** `undefined` is the answer of somebody who left it out, and possible only with `skip`. */
export function typed<T extends string>(
  of: Typed<T> & { readonly skip: Line },
): Question<{ readonly given: T | undefined }>;
export function typed<T extends string>(of: Typed<T>): Question<{ readonly given: T }>;
export function typed<T extends string>(of: Typed<T>): Question<{ readonly given: T | undefined }> {
  const take = (text: string) => {
    const parsed = of.parse(text);
    return parsed.ok
      ? ({ kind: "answer", stored: parsed.value } as const)
      : ({ kind: "refused", why: parsed.why } as const);
  };
  const press = (label: Line, value: string): Button[] => [{ kind: "answer", label, value }];
  return {
    show: () => ({
      lines: of.prompt,
      buttons: [
        ...(of.suggestions ?? []).map(({ label, value }) => press(label, value)),
        ...(of.skip === undefined ? [] : [press(of.skip, skipped)]),
      ],
    }),
    help: of.help,
    ...(of.name === undefined ? {} : { name: of.name }),
    read(input) {
      if (input.kind === "press") {
        if (input.value === skipped && of.skip !== undefined) return { kind: "answer", stored: skipped };
        return of.suggestions?.some(({ value }) => value === input.value) ? take(input.value) : { kind: "unread" };
      }
      if (input.kind !== "text" || of.isForThis?.(input.text) === false) return { kind: "unread" };
      if (of.isWords === true && input.isKnown === true) return { kind: "unread" };
      return take(input.text);
    },
    revive(stored) {
      if (stored === skipped && of.skip !== undefined) return { given: undefined };
      if (typeof stored !== "string") return undefined;
      const parsed = of.parse(stored);
      return parsed.ok ? { given: parsed.value } : undefined;
    },
  };
}
