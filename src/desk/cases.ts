// The port to cases as the staff sees to them: one is opened with a note for colleagues, and whatever is open is closed with what was done.
import { foldDigits } from "../domain/digits.js";
import type { IsoDate } from "../domain/iso-date.js";
import type { Cut } from "./lookup.js";
import type { Staff } from "./staff.js";
import { leastLetters, readWords } from "./words.js";

/** closed: seen to. refunded: its money was given back, which its payer is told. */
export const caseEnds = ["closed", "refunded"] as const;
export type CaseEnd = (typeof caseEnds)[number];

/** owed-back: money is owed back in it, and it closes by being given back alone. over: a colleague was first, or there is none. */
type CaseClosed = CaseEnd | "owed-back" | "over" | "unseen";

/** With numbers masked in its notes. `by`: who of the staff did it; nobody: it was noticed, or ended by itself. */
export type CaseStep = {
  readonly on: IsoDate;
  readonly event: "opened" | CaseEnd;
  readonly by: string | undefined;
  readonly note: string | undefined;
};

export type PastCase = { readonly id: number; readonly kind: string; readonly steps: readonly CaseStep[] };

/** unseen: this member has not looked at the person, or is of the staff no more. A note is the staff's: the person never reads it. */
export type Cases = {
  /** Once per key. @param note as `readNote` gives it, like the other */
  open(sponsor: number, note: string, by: Staff, key: string): Promise<"opened" | "unseen">;
  /** Once per key. */
  close(id: number, end: CaseEnd, note: string, by: Staff, key: string): Promise<CaseClosed>;
  /** All of a household, open and closed, the newest first; a look that is noted like any other, once per key. */
  history(sponsor: number, by: Staff, key: string): Promise<Cut<PastCase> | "unseen">;
};

/** In characters: what a colleague reads on a phone while somebody waits. */
export const longestNote = 500;

/** A bank's number for a transfer has no form of its own, but it is no word. */
const reference = /\d{4}/u;

type NoteRead =
  | { readonly ok: true; readonly note: string }
  | { readonly ok: false; readonly reason: "empty" | "long" | "no-reference" };

/** @param about what the note is written for: money that was given back is found again by its bank's reference */
export function readNote(text: string, about: "opened" | CaseEnd): NoteRead {
  const note = readWords(text, leastLetters);
  if (note === undefined) return { ok: false, reason: "empty" };
  if ([...note].length > longestNote) return { ok: false, reason: "long" };
  if (about === "refunded" && !reference.test(foldDigits(note))) return { ok: false, reason: "no-reference" };
  return { ok: true, note };
}
