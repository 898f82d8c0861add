// Import files, read as a stream: UTF-8, the header in any order, and every row with the line it begins on.
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { columns, type Fields } from "./row.js";

export type CsvRow = {
  /** Counted from 1, the header's. */
  readonly line: number;
  /** `undefined`: it has not as many columns as the header. */
  readonly fields: Fields | undefined;
  /** As it stands in the file. */
  readonly raw: readonly string[];
};

/** The file is not an import: no row of it can be read. `message` is for the operator. */
export class NotAnImport extends Error {
  override readonly name = "NotAnImport";
}

/** @throws NotAnImport for a header without one of the columns, and for what is no CSV at all */
export async function* readCsv(path: string): AsyncGenerator<CsvRow> {
  // A file that cannot be read ends the parser, and with it the loop below.
  const parser = pipeline(
    createReadStream(path),
    parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 65_536 }),
    () => undefined,
  );
  let header: readonly string[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (header === undefined) header = checkHeader(record);
      else yield { line: info.lines, fields: toFields(header, record), raw: record };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new NotAnImport(`not CSV: ${error.code}`);
    throw error;
  }
  if (header === undefined) throw new NotAnImport("empty: the first line names the columns");
}

function checkHeader(record: readonly string[]): readonly string[] {
  const header = record.map((name) => name.trim().toLowerCase());
  const missing = columns.filter((name) => !header.includes(name));
  if (missing.length > 0) throw new NotAnImport(`the header lacks ${missing.join(", ")}`);
  return header;
}

function toFields(header: readonly string[], record: readonly string[]): Fields | undefined {
  if (record.length !== header.length) return undefined;
  return Object.fromEntries(header.map((name, place) => [name, record[place] ?? ""])) as Fields;
}
