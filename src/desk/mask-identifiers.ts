// Masks civil IDs and phones in what a person wrote: the group reads their last digits alone, as everywhere in a chat.
import { maskCivilId, parseCivilId } from "../domain/civil-id.js";
import { maskPhone, parsePhone } from "../domain/phone.js";

/** Digits of any script, with what people set between them; a civil ID has 12, a phone 8, or 11 and more with the country's code. */
const number = /\+?\p{Nd}(?:[\s-]?\p{Nd}){7,}/gu;

/** What is neither a civil ID nor a phone stays as it is. */
export function maskIdentifiers(text: string): string {
  return text.replace(number, (found) => {
    const civilId = parseCivilId(found);
    if (civilId.ok) return `••••${maskCivilId(civilId.civilId)}`;
    const phone = parsePhone(found);
    return phone.ok ? `••••${maskPhone(phone.phone)}` : found;
  });
}
