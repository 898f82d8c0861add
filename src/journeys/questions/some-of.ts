// A choice of several: each press ticks or unticks one, and a last press takes what is ticked, perhaps with an answer to what comes next.
import { type Line, line } from "../../words/line.js";
import type { Button } from "../message.js";
import type { Question, Stored } from "../question.js";
import type { Asked, Option } from "./one-of.js";

const done = "<done";
const all = "<all";
const none = "<none";

/** A last press: takes what is ticked, and answers other questions in the same breath. */
export type Finish = {
  readonly label: Line;
  readonly value: string;
  readonly said: Line;
  readonly also: Readonly<Record<string, Stored>>;
};

export type SomeOf<T> = Asked & {
  readonly name: Line;
  readonly options: readonly Option<T>[];
  readonly none: Line;
  /** Values that are ticked already when the question is shown. */
  readonly ticked?: readonly string[];
  /** The last presses for what is ticked; without any, one that goes on. Whoever has these ticks all at once, and none. */
  readonly finishes?: (chosen: readonly T[]) => readonly Finish[];
  /** Reads typed text as the value of an option to tick; `undefined` if it is meant for something else. */
  readonly readText: (text: string, isKnown: boolean) => { readonly tick: string } | { readonly why: Line } | undefined;
};

/** The answer is never empty; it is in the order of the options, each once. */
export function someOf<T>(of: SomeOf<T>): Question<readonly T[]> {
  const values = of.options.map(({ value }) => value);
  const ticked = (partial: Stored | undefined): readonly string[] => {
    const kept = Array.isArray(partial) ? partial : (of.ticked ?? []);
    return values.filter((value) => kept.includes(value));
  };
  const means = (chosen: readonly string[]) =>
    of.options.filter(({ value }) => chosen.includes(value)).map((option) => option.means);
  const finishesOf = (chosen: readonly string[]) => (chosen.length === 0 ? [] : (of.finishes?.(means(chosen)) ?? []));
  return {
    show(partial) {
      const chosen = ticked(partial);
      const buttons = of.options.map(({ label, value }): Button[] => [
        {
          kind: "answer",
          label: chosen.includes(value) ? line("button-ticked", { label }) : line("button-unticked", { label }),
          value,
        },
      ]);
      const finishes = finishesOf(chosen).map(({ label, value, said }): Button[] => [
        { kind: "answer", label, value, said },
      ]);
      const isAll = of.finishes !== undefined && chosen.length === values.length;
      const last: Button[] = [
        isAll
          ? { kind: "answer", label: line("button-none"), value: none }
          : { kind: "answer", label: line("button-all"), value: all },
      ];
      if (chosen.length > 0 && finishes.length === 0)
        last.unshift({ kind: "answer", label: line("button-done", { n: chosen.length }), value: done });
      return { lines: of.prompt, buttons: [...buttons, ...finishes, last] };
    },
    help: of.help,
    name: of.name,
    read(input, partial) {
      if (input.kind === "text") {
        const typed = of.readText(input.text, input.isKnown === true);
        if (typed === undefined) return { kind: "unread" };
        if ("why" in typed) return { kind: "refused", why: typed.why };
        return { kind: "partial", partial: [...ticked(partial).filter((value) => value !== typed.tick), typed.tick] };
      }
      if (input.kind !== "press") return { kind: "unread" };
      if (input.value === all)
        return of.finishes === undefined ? { kind: "answer", stored: values } : { kind: "partial", partial: values };
      if (input.value === none) return { kind: "partial", partial: [] };
      const chosen = ticked(partial);
      const finish = finishesOf(chosen).find(({ value }) => value === input.value);
      if (finish !== undefined) return { kind: "answer", stored: chosen, also: finish.also };
      if (input.value === done)
        return chosen.length > 0 ? { kind: "answer", stored: chosen } : { kind: "refused", why: of.none };
      if (!values.includes(input.value)) return { kind: "unread" };
      const without = chosen.filter((value) => value !== input.value);
      return { kind: "partial", partial: without.length < chosen.length ? without : [...chosen, input.value] };
    },
    revive(stored) {
      if (!Array.isArray(stored) || stored.length === 0) return undefined;
      return stored.every((value) => values.includes(value)) ? means(stored) : undefined;
    },
  };
}
