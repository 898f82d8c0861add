// Whether an agent's words may go to a person: nothing stands whole in them that is masked in every chat.
import { asciiDigits } from "../domain/digits.js";
import { type Phone, parsePhone } from "../domain/phone.js";
import { findIdentifiers } from "./find-identifiers.js";
import { maskLinks } from "./mask-links.js";

/**
 * No civil ID that could be somebody's, no Kuwaiti mobile, no token of a link of ours, in whatever writing.
 * @param whole numbers that stand whole everywhere and may look like a mobile: the hotline's, policies of bare digits
 */
export function maySay(text: string, whole: readonly string[]): boolean {
  if (maskLinks(text) !== text) return false;
  const known = new Set(whole.flatMap(mobilesIn));
  return findIdentifiers(text).every(({ start, end }) => {
    const read = parsePhone(text.slice(start, end));
    return read.ok && known.has(read.phone);
  });
}

/** As it is read by itself, and in each of its groups of digits. */
function mobilesIn(number: string): readonly Phone[] {
  return [number, ...(asciiDigits(number).match(/\d+/gu) ?? [])].flatMap((part) => {
    const read = parsePhone(part);
    return read.ok ? [read.phone] : [];
  });
}
