// A question: what is shown, how an input is read as its answer, and whether a stored answer still holds today.
import type { Line } from "../words/line.js";
import type { Input } from "./input.js";
import type { Message } from "./message.js";

/** What is stored of an answer: plain JSON, small, never a position in a list. */
export type Stored =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly [key: string]: string | number | boolean };

export type Reading =
  /** `goesOn`: the same input is then given to the next question too. */
  | { readonly kind: "answer"; readonly stored: Stored; readonly goesOn?: true }
  /** A step towards the answer (one more worker ticked): kept, and the question is shown again. */
  | { readonly kind: "partial"; readonly partial: Stored }
  | { readonly kind: "refused"; readonly why: Line }
  /** Not meant for this question, as far as it can tell: to be understood freely. */
  | { readonly kind: "unread" };

export type Question<T> = {
  /** `partial` is what was gathered so far of an answer given in steps. */
  show(partial: Stored | undefined): Message;
  /** What an answer depends on beyond the words shown (a quote's digest, the terms' version): a change makes older buttons void. */
  readonly shown?: string;
  /** What differs now from what `before` (a question's `shown`) stood for, in sentences; none if it cannot tell. */
  changed?(before: string): readonly Line[];
  /** What the Help button says here. */
  readonly help: Line;
  /** The answer's short name in "what do you want to change?"; absent: it is not offered there. */
  readonly name?: Line;
  /** A check before something is done: offers to change an answer. */
  readonly mayChange?: true;
  read(input: Input, partial: Stored | undefined): Reading;
  /** The answer's value if the stored form is still among today's answers; else `undefined`, and the question is asked again. */
  revive(stored: Stored): T | undefined;
};
