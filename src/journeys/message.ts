// A message as a journey means it, before any language or channel: lines, and buttons under them.
import type { Line } from "../words/line.js";

/**
 * The commands of the chat; each is also a button and, through locales/, a word. `pay-quick` is the way without an account,
 * `resume` goes on with what was set aside.
 */
export const commands = [
  "start",
  "register",
  "inquire",
  "quote",
  "renew",
  "pay",
  "pay-quick",
  "workers",
  "reminders",
  "language",
  "privacy",
  "help",
  "human",
  "cancel",
  "resume",
] as const;
export type Command = (typeof commands)[number];

export type Button =
  /** Answers the question it stands under, with a value and never a position. */
  | { readonly kind: "answer"; readonly label: Line; readonly value: string }
  /** Begins a journey, from wherever it is pressed. */
  | { readonly kind: "command"; readonly label: Line; readonly command: Command; readonly argument?: string }
  | { readonly kind: "url"; readonly label: Line; readonly url: string };

export type Message = {
  readonly lines: readonly Line[];
  readonly buttons?: readonly (readonly Button[])[];
  /** The label of the channel's own "share my number" button, where the channel has one. */
  readonly contact?: Line;
};
