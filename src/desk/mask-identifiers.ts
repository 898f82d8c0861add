// Masks in what a person wrote what the staff may not see whole: civil IDs and phones but for their last digits, and the tokens of our links.
import { findIdentifiers } from "./find-identifiers.js";
import { maskLinks } from "./mask-links.js";

/** What is none of these stays as it is: amounts, dates, receipt and policy numbers. */
export function maskIdentifiers(text: string): string {
  const linked = maskLinks(text);
  let masked = "";
  let from = 0;
  for (const { start, end, shown } of findIdentifiers(linked)) {
    masked += `${linked.slice(from, start)}••••${shown}`;
    from = end;
  }
  return masked + linked.slice(from);
}
