// A message as a journey means it, before any language or channel: lines, and buttons under them.
import type { QuoteLine } from "../domain/quote.js";
import type { Command } from "../words/command.js";
import type { Line } from "../words/line.js";

export { type Command, commands, deskAnswers, reminderAnswers } from "../words/command.js";

export type Button =
  /** Answers the question it stands under, with a value and never a position. */
  | {
      readonly kind: "answer";
      readonly label: Line;
      readonly value: string;
      /** Other words that mean this button when they are typed, parted by "|". */
      readonly said?: Line;
    }
  /** Begins a journey, from wherever it is pressed. */
  | { readonly kind: "command"; readonly label: Line; readonly command: Command; readonly argument?: string }
  | { readonly kind: "url"; readonly label: Line; readonly url: string }
  /** Copies `text` on the reader's device, 1 to 256 characters: a receipt's number. It must stand in the lines, too. */
  | { readonly kind: "copy"; readonly label: Line; readonly text: string };

/** A file as a journey means it: its words, too, come into a language only when it is sent. */
type MessageFile = {
  readonly name: string;
  readonly mediaType: "text/calendar";
  /** The whole file, by whoever can say a line in its reader's language. */
  readonly text: (say: (line: Line) => string) => string;
};

/** A price that stands in a message: by which fee schedule, and for whom, when and by which of its rules. */
export type Quoted = {
  readonly schedule: string;
  readonly lines: readonly Readonly<Pick<QuoteLine, "worker" | "from" | "until" | "fils" | "rule">>[];
};

export type Message = {
  readonly lines: readonly Line[];
  readonly buttons?: readonly (readonly Button[])[];
  /** The label of the channel's own "share my number" button, where the channel has one. */
  readonly contact?: Line;
  /** Goes with the lines, as one message where the channel can. */
  readonly file?: MessageFile;
  /** Whoever reads it has read this quote: what they ask next, or ask a person, is about it. */
  readonly quoted?: Quoted;
};
