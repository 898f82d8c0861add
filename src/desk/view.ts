// What the staff is shown, before language or channel: lines, and buttons that the desk's own dialogues understand.
import type { Language, Line } from "../words/line.js";

/** `data`: at most 64 bytes, "desk:" and what it does. */
export type DeskButton = { readonly label: Line; readonly data: string };

/** Leads to a place, where a press does nothing by itself. */
type LinkButton = { readonly label: Line; readonly url: string };

/** A PNG that has words in it: drawn in its reader's language. */
export type Picture = {
  readonly name: string;
  readonly draw: (language: Language, say: (line: Line) => string) => Uint8Array;
};

export type View = {
  readonly lines: readonly Line[];
  readonly buttons?: readonly (readonly (DeskButton | LinkButton)[])[];
  /** May be neither forwarded nor saved. */
  readonly isProtected?: true;
  /** Goes with the lines, which say what it shows. */
  readonly picture?: Picture;
  /** Said in this language, whichever its reader has chosen: words for somebody else. */
  readonly language?: Language;
};

/** A button's data; what `parts` hold is short: ids and words of ours. */
export const deskData = (...parts: readonly (string | number)[]): string => ["desk", ...parts].join(":");
