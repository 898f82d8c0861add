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
  | {
      readonly kind: "answer";
      readonly stored: Stored;
      /** Answers to other questions that the same press gave, by their keys. */
      readonly also?: Readonly<Record<string, Stored>>;
      /** The same input is then given to the next question too. */
      readonly goesOn?: true;
    }
  /** A step towards the answer (one more worker ticked): kept, and the question is shown again. */
  | { readonly kind: "partial"; readonly partial: Stored }
  | { readonly kind: "refused"; readonly why: Line }
  /** Not meant for this question, as far as it can tell: to be understood freely. */
  | { readonly kind: "unread" };

/** What can be read beside a question without answering it: the terms in full, what happens where something is wrong. */
export type Page = {
  /** Begins with "<", as what steers does. */
  readonly value: string;
  readonly label: Line;
  /** Other words that open it when they are typed, parted by "|". */
  readonly said?: Line;
  readonly message: Message;
};

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
  /** The answer that holds until another is given: the question is asked only of somebody who wants to change it. */
  readonly usual?: T;
  /** A check before something is done: offers to change an answer. */
  readonly mayChange?: true;
  readonly pages?: readonly Page[];
  read(input: Input, partial: Stored | undefined): Reading;
  /** The answer's value if the stored form is still among today's answers; else `undefined`, and the question is asked again. */
  revive(stored: Stored): T | undefined;
};
