// How a file is laid out: what separates its cells, and which column each of them is in.
import { tidyCell } from "./cell.js";
import { NotAnImport } from "./faults.js";
import { columns, type Fields } from "./row.js";

const separators = [",", ";", "\t", "|"] as const;
export type Separator = (typeof separators)[number];

/** What the file of bad rows has beside the columns: mended, it is imported as it is. */
export const ownColumns = ["line", "reason", "explanation_ar", "explanation_en"] as const;

/** A line of its own in which a spreadsheet names the separator. */
const separatorLine = /^"?sep=(.)"?[,;\t]*\r?(?:\n|\r|$)/i;

export type Begun = { readonly separator: Separator; readonly text: string; readonly linesBefore: number };

/** @param start of the text: the whole first line that is not empty at least. @returns the text without what a spreadsheet put before it */
export function begin(start: string): Begun {
  const text = start.replace(/^\uFEFF/, "");
  const named = separatorLine.exec(text);
  const rest = named === null ? text : text.slice(named[0].length);
  const separator = separators.find((each) => each === named?.[1]) ?? likeliest(rest);
  return { separator, text: rest, linesBefore: named === null ? 0 : 1 };
}

/** Whether `begin` has enough to decide by. */
export const isEnough = (start: string): boolean =>
  /^\uFEFF?(?:"?sep=[^\r\n]*[\r\n]+)?[\s,;|]*[^\s,;|][^\r\n]*[\r\n]/i.test(start);

/** Whichever splits the first line into the most columns that we know. */
function likeliest(text: string): Separator {
  const line = /[^\s,;|][^\r\n]*/.exec(text)?.[0] ?? "";
  const known = (separator: Separator) => line.split(separator).filter((name) => isColumn(nameOf(name))).length;
  return separators.toSorted((a, b) => known(b) - known(a))[0] ?? ",";
}

export type Header = {
  /** Where each column stands. */
  readonly places: readonly number[];
  readonly width: number;
  /** Columns that are not an import's, as the file names them. */
  readonly unknown: readonly string[];
};

/** @throws NotAnImport when a column lacks or is there twice */
export function readHeader(record: readonly string[]): Header {
  const names = record.map(nameOf);
  const missing = columns.filter((name) => !names.includes(name));
  if (missing.length === columns.length)
    throw new NotAnImport(
      `its first line names no column of an import (${missing.join(", ")}): put a line with their names first, cells separated by commas, semicolons or tabs`,
    );
  if (missing.length > 0)
    throw new NotAnImport(
      `the header lacks ${missing.join(", ")}: the first line names the columns, in any order, and cells are separated by commas, semicolons or tabs`,
    );
  const twice = columns.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice.length > 0)
    throw new NotAnImport(`the header has ${twice.join(", ")} twice: leave one of each, so that one value counts`);
  const isOurs = (name: string) => name === "" || isColumn(name) || ownColumns.some((own) => own === name);
  return {
    places: columns.map((name) => names.indexOf(name)),
    width: names.length,
    unknown: record.filter((_, place) => !isOurs(names[place] ?? "")).map((name) => name.trim()),
  };
}

/** `undefined` where the record has fewer cells than the header, or more that are not empty. */
export function toFields({ places, width }: Header, record: readonly string[]): Fields | undefined {
  if (record.length < width || record.slice(width).some((cell) => !isEmptyCell(cell))) return undefined;
  return Object.fromEntries(columns.map((name, nth) => [name, record[places[nth] ?? 0] ?? ""])) as Fields;
}

export const isEmptyCell = (cell: string): boolean => cell === "" || tidyCell(cell) === "";

function nameOf(cell: string): string {
  const name = tidyCell(cell.trim().replace(/^"(.*)"$/, "$1"));
  return name.toLowerCase().replace(/[\s-]+/g, "_");
}

const isColumn = (name: string): boolean => columns.some((column) => column === name);
