// A choice of several: each press ticks or unticks one, and a last press takes what is ticked.
import { type Line, line } from "../../words/line.js";
import type { Button } from "../message.js";
import type { Question, Stored } from "../question.js";
import type { Asked, Option } from "./one-of.js";

const done = "<done";
const all = "<all";

export type SomeOf<T> = Asked & {
  readonly name: Line;
  readonly options: readonly Option<T>[];
  readonly none: Line;
  /** Reads typed text as the value of an option to tick; `undefined` if it is meant for something else. */
  readonly readText: (text: string, isKnown: boolean) => { readonly tick: string } | { readonly why: Line } | undefined;
};

/** The answer is never empty; it is in the order of the options, each once. */
export function someOf<T>(of: SomeOf<T>): Question<readonly T[]> {
  const ticked = (partial: Stored | undefined): readonly string[] => {
    const kept = Array.isArray(partial) ? partial : [];
    return of.options.map(({ value }) => value).filter((value) => kept.includes(value));
  };
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
      const finish: Button[] = [{ kind: "answer", label: line("button-all"), value: all }];
      if (chosen.length > 0)
        finish.unshift({ kind: "answer", label: line("button-done", { n: chosen.length }), value: done });
      return { lines: of.prompt, buttons: [...buttons, finish] };
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
      if (input.value === all) return { kind: "answer", stored: of.options.map(({ value }) => value) };
      const chosen = ticked(partial);
      if (input.value === done)
        return chosen.length > 0 ? { kind: "answer", stored: chosen } : { kind: "refused", why: of.none };
      if (!of.options.some(({ value }) => value === input.value)) return { kind: "unread" };
      const without = chosen.filter((value) => value !== input.value);
      return { kind: "partial", partial: without.length < chosen.length ? without : [...chosen, input.value] };
    },
    revive(stored) {
      if (!Array.isArray(stored) || stored.length === 0) return undefined;
      const means = stored.map((value) => of.options.find((option) => option.value === value));
      return means.every((option) => option !== undefined) ? means.map((option) => option.means) : undefined;
    },
  };
}
