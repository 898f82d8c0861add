// What spreadsheets do to a cell and how it is undone; and cells written so that a spreadsheet leaves them as they are.
import { asciiDigits, dropInvisible } from "../domain/digits.js";

const plain = /^(?:[!-&(-<>-~](?:[ -~]*[!-~])?)?$/;
const formulaText = /^="((?:[^"]|"")*)"$/;

/** The value that somebody meant: without marks that nobody sees, the sign for text, or a formula of text alone; in ASCII digits. */
export function tidyCell(raw: string): string {
  if (plain.test(raw)) return raw;
  return asciiDigits(unwrap(dropInvisible(raw).trim()).trim());
}

/** `'…` and `="…"` mean text to a spreadsheet; either may stand in the other, once the file went through one twice. */
function unwrap(text: string): string {
  if (text.startsWith("'")) return unwrap(text.slice(1));
  const formula = formulaText.exec(text);
  return formula === null ? text : unwrap((formula[1] ?? "").replaceAll('""', '"'));
}

const scientific = /^(\d)(?:[.,٫](\d+))?e\+?(\d{1,2})$/i;
const wholeWithZeros = /^(\d+)[.,٫]0+$/;

/**
 * Reads a whole number as a spreadsheet shows it: "2.79051492501E+11" has every digit, and "2.79E+11" has lost some.
 * Other text comes back as it is.
 */
export function wholeNumber(cell: string): { readonly isLost: boolean; readonly text: string } {
  const [, lead = "", rest = "", power = ""] = scientific.exec(cell) ?? [];
  if (lead !== "") return { isLost: rest.length !== Number(power), text: lead + rest };
  return { isLost: false, text: wholeWithZeros.exec(cell)?.[1] ?? cell };
}

/** Numbers this short are shown and saved as they are. */
const shortNumber = /^(?:0|[1-9]\d{0,10})$/;
const words = /^\p{L}[^\p{N}]*$/u;
const month = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/**
 * A cell that no spreadsheet runs, shortens or takes for a date: where it could, `'` stands before it, and the cell is text.
 * `tidyCell` gives the value back.
 */
export function textCell(raw: string): string {
  const value = unwrap(dropInvisible(raw).trim()).trim();
  const isSafe =
    value === "" || shortNumber.test(value) || words.test(value) || (/^[a-z]/i.test(value) && !month.test(value));
  return isSafe ? value : `'${value}`;
}
