/** Promises that numbers typed in any script people use in Kuwait read as ASCII digits. */

// U+0660 Arabic-Indic, U+06F0 extended (Persian, Urdu), U+FF10 full-width: each block holds 0–9 in order, from a multiple of 16.
const foreignDigit = /[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g;
// Bidi marks, joiners, soft hyphens, variation selectors, byte-order marks: what a copied number carries unseen.
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
// Spaces of any width, every hyphen and dash, the minus sign, and tatweel (the stretch of Arabic letters).
const separator = /[\s\p{Zs}\p{Pd}\u2212\u0640]/gu;

/** The same text with Arabic-Indic, extended and full-width digits as 0–9; everything else stays. */
export function asciiDigits(text: string): string {
  return text.replace(foreignDigit, (digit) => String(digit.charCodeAt(0) % 16));
}

/** The same text without characters that have no shape of their own. */
export function dropInvisible(text: string): string {
  return text.replace(invisible, "");
}

/**
 * Reads an identifier as people type it: digits of any script become ASCII; invisible marks, tatweel, spaces and
 * hyphens go. Letters and other signs stay, for the caller to refuse. Not for amounts: "5-10" would become "510".
 *
 * @example foldDigits("٢٨٨ ٠٧٠-٨٠٤۱۰۶") // "288070804106"
 */
export function foldDigits(text: string): string {
  if (typeof text !== "string") return ""; // A caller outside TypeScript: nothing to fold, and nothing to fall over.
  return dropInvisible(asciiDigits(text)).replace(separator, "");
}
