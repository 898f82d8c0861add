// Import files, read as a stream: each row with the line that it begins on, whatever encoding and separator the file has.
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { CsvError, type Parser, parse } from "csv-parse";
import { decode, type Encoding } from "./encoding.js";
import { fileFault, NotAnImport, ReadingEnded } from "./faults.js";
import {
  type Begun,
  begin,
  type Header,
  isEmptyCell,
  isEnough,
  readHeader,
  type Separator,
  toFields,
} from "./layout.js";
import type { Fields } from "./row.js";

export type CsvRow = {
  /** Counted from 1, the file's first. */
  readonly line: number;
  /** `undefined`: it has not as many cells as the header. */
  readonly fields: Fields | undefined;
  /** As it stands in the file. */
  readonly raw: readonly string[];
};

export type CsvFile = {
  readonly path: string;
  readonly separator: Separator;
  readonly unknownColumns: readonly string[];
  /** What it is in, as far as the rows that were read tell. */
  encoding(): Encoding;
  /** How much was read, from 0 to 1; `undefined` for what has no size. */
  share(): number | undefined;
  /** To be read once; throws ReadingEnded. */
  rows(): AsyncGenerator<CsvRow>;
  close(): Promise<void>;
};

/** A row of ours has a few hundred characters: a longer record is a quotation mark that was never closed. */
const longestRecord = 65_536;
/** Without an end of line until here there is no header. */
const longestStart = 65_536;

/** Opens the file and reads its header. @throws NotAnImport */
export async function openCsv(path: string): Promise<CsvFile> {
  const handle = await openFile(path);
  try {
    return await readStart(path, handle);
  } catch (error) {
    await handle.close().catch(() => undefined);
    const fault = fileFault(error);
    throw fault === undefined ? error : new NotAnImport(fault);
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (error) {
    throw new NotAnImport(fileFault(error) ?? "it cannot be opened", true);
  }
}

async function readStart(path: string, handle: FileHandle): Promise<CsvFile> {
  const stat = await handle.stat();
  if (stat.isDirectory()) throw new NotAnImport("it is a directory: name the file in it");
  const bytes = createReadStream(path, { fd: handle, highWaterMark: 262_144 });
  let encoding: Encoding = "utf-8";
  const text = decode(bytes, (found) => {
    encoding = found;
  });
  const { begun, rest } = await readBegin(text);
  const records = parseRecords(begun, rest);
  const header = await firstRecord(records);
  return {
    path,
    separator: begun.separator,
    unknownColumns: header.unknown,
    encoding: () => encoding,
    share: () => (stat.size === 0 ? undefined : Math.min(1, bytes.bytesRead / stat.size)),
    rows: () => toRows(records, header),
    async close() {
      bytes.destroy();
      await handle.close().catch(() => undefined);
    },
  };
}

async function readBegin(text: AsyncGenerator<string>): Promise<{ begun: Begun; rest: AsyncGenerator<string> }> {
  let start = "";
  while (!isEnough(start) && start.length < longestStart) {
    const next = await text.next();
    if (next.done) break;
    start += next.value;
  }
  return { begun: begin(start), rest: text };
}

type Parsed = { readonly cells: readonly string[]; readonly line: number };

/** Piece by piece: where the text is no CSV any more, what stood before it in the same piece is read all the same. */
async function* parseRecords(begun: Begun, rest: AsyncGenerator<string>): AsyncGenerator<Parsed> {
  const read: string[][] = [];
  const parser = parse({
    delimiter: begun.separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    max_record_size: longestRecord,
    on_record: (cells: string[]) => {
      read.push(cells);
      return null;
    },
  });
  // Each fault is told to the piece that has it.
  parser.on("error", () => undefined);
  parser.resume();
  let line = begun.linesBefore + 1;
  for (let next: Next = { piece: begun.text }; ; next = await nextOf(rest)) {
    // The parser holds a line back for its end: what can be decoded no further ended with a whole one.
    const isOver = next.piece === undefined && (next.fault === undefined || next.fault instanceof NotAnImport);
    const fault = next.piece !== undefined || isOver ? await faultOf(parser, next.piece) : undefined;
    for (const cells of read.splice(0)) {
      const record = { cells, line };
      line += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
      yield record;
    }
    const first = next.fault ?? fault;
    if (first !== undefined) throw endedAt(first, line);
    if (isOver) return;
  }
}

/** `piece` is missing at the end, and where the source has a fault. */
type Next = { readonly piece?: string; readonly fault?: unknown };

async function nextOf(rest: AsyncGenerator<string>): Promise<Next> {
  try {
    const next = await rest.next();
    return next.done ? {} : { piece: next.value };
  } catch (fault) {
    return { fault };
  }
}

/** @param piece `undefined`: that was all */
function faultOf(parser: Parser, piece: string | undefined): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const done = (error?: Error | null) => resolve(error ?? undefined);
    if (piece === undefined) parser.end(done);
    else parser.write(piece, done);
  });
}

/** Line breaks in a quoted cell. */
function breaksIn(cell: string): number {
  if (!cell.includes("\n") && !cell.includes("\r")) return 0;
  return (cell.match(/\r\n|\n|\r/g) ?? []).length;
}

async function firstRecord(records: AsyncGenerator<Parsed>): Promise<Header> {
  try {
    for (let next = await records.next(); !next.done; next = await records.next())
      if (!next.value.cells.every(isEmptyCell)) return readHeader(next.value.cells);
  } catch (error) {
    throw error instanceof ReadingEnded ? new NotAnImport(error.message) : error;
  }
  throw new NotAnImport("it is empty: the first line names the columns");
}

async function* toRows(records: AsyncGenerator<Parsed>, header: Header): AsyncGenerator<CsvRow> {
  // By hand: a loop with `for await` would end the records after the header.
  for (let next = await records.next(); !next.done; next = await records.next()) {
    const { cells, line } = next.value;
    if (cells.every(isEmptyCell)) continue;
    yield { line, fields: toFields(header, cells), raw: cells };
  }
}

const csvFaults: Readonly<Record<string, string>> = {
  INVALID_OPENING_QUOTE:
    'a quotation mark (") stands in the middle of a cell: write it twice and put the whole cell in quotation marks, or take it out',
  CSV_INVALID_CLOSING_QUOTE:
    'after the closing quotation mark (") of a cell comes more than a separator: write a mark inside a cell twice, or take it out',
  CSV_QUOTE_NOT_CLOSED: 'a cell begins with a quotation mark (") that is never closed: close it or take it out',
  CSV_MAX_RECORD_SIZE: `a row is longer than ${longestRecord} characters: a quotation mark (") before it is not closed; close it or take it out`,
};

function endedAt(error: unknown, line: number): unknown {
  if (error instanceof CsvError) return new ReadingEnded(line, csvFaults[error.code] ?? `it is no CSV (${error.code})`);
  if (error instanceof NotAnImport) return new ReadingEnded(line, error.message);
  const fault = fileFault(error);
  return fault === undefined
    ? error
    : new ReadingEnded(line, `it can be read no further: ${fault}; run the import again`);
}
