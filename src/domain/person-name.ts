/** Promises a name as a person writes it, in any script, and initials that do not give it away. */
import type { Brand } from "./brand.js";
import { dropInvisible } from "./digits.js";

/** 2–80 characters: letters of any script with their marks, single spaces, ' ’ - and . */
export type PersonName = Brand<string, "PersonName">;

/** Why a text is no name; of several, the first in this order. */
export type PersonNameFault = "empty" | "too-long" | "not-a-name";

const mostCharacters = 80;
const nameShape = /^\p{L}[\p{L}\p{M} '’.-]+$/u;

/** Reads a name: composed (NFC), invisible marks and tatweel dropped, runs of spaces made one. */
export function parsePersonName(text: string): { ok: true; name: PersonName } | { ok: false; reason: PersonNameFault } {
  if (typeof text !== "string") return { ok: false, reason: "not-a-name" };
  const name = dropInvisible(text).replaceAll("\u0640", "").replace(/\s+/g, " ").trim().normalize("NFC");
  if (name === "") return { ok: false, reason: "empty" };
  if ([...name].length > mostCharacters) return { ok: false, reason: "too-long" };
  if (!nameShape.test(name)) return { ok: false, reason: "not-a-name" };
  return { ok: true, name: name as PersonName };
}

/**
 * The first letter of the first and of the last word, "M. H." or "م. ح."; of a single word its first letter.
 * Words without a letter do not count; no letter at all gives "".
 */
export function initials(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => word.match(/\p{L}/u) ?? []);
  const shown = letters.filter((_, i) => i === 0 || i === letters.length - 1);
  return shown.map((letter) => `${letter.toUpperCase()}.`).join(" ");
}
