// What one of the staff writes as a reason or a note: words that somebody else can read, and no lookup that was typed into an open question.
import { parseCivilId } from "../domain/civil-id.js";
import { dropInvisible } from "../domain/digits.js";
import { parsePhone } from "../domain/phone.js";

/** The shortest note is a word. */
export const leastLetters = 2;

/** @returns what can be read of it; `undefined`: fewer letters than that, so it says nothing */
export function readWords(text: string, letters: number): string | undefined {
  const words = dropInvisible(text).trim();
  return (words.match(/\p{L}/gu)?.length ?? 0) < letters ? undefined : words;
}

export const isCivilId = (text: string): boolean => parseCivilId(text).ok;

/** The whole of it is somebody's number: whoever typed it wants their card. */
export const isLookup = (text: string): boolean => isCivilId(text) || parsePhone(dropInvisible(text)).ok;
