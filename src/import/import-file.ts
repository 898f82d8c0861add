// `tajdeed import`: good rows in, bad rows into a file beside it with line and reason; the same file again changes nothing.
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import type { IsoDate } from "../domain/iso-date.js";
import { type CsvRow, readCsv } from "./csv.js";
import { columns, type ImportReason, type ImportRow, readRow } from "./row.js";

/** Takes rows in as one transaction. @returns for each row why it was not taken, or `undefined` */
export type TakeRows = (rows: readonly ImportRow[]) => Promise<readonly (ImportReason | undefined)[]>;

export type Imported = {
  readonly taken: number;
  readonly rejected: number;
  /** Where the bad rows are; `undefined` if there are none. */
  readonly rejectedFile: string | undefined;
  /** 0 all in, 2 some rejected, 1 none. */
  readonly exitCode: 0 | 1 | 2;
};

/** Enough rows that a transaction's cost does not count, few enough that nobody waits for their locks. */
const rowsAtOnce = 200;

/** @throws NotAnImport, and whatever the file system says of the path */
export async function importFile(of: {
  readonly path: string;
  readonly today: IsoDate;
  readonly take: TakeRows;
  /** A reason in words, for the file of bad rows. */
  readonly explain: (reason: ImportReason) => { readonly ar: string; readonly en: string };
}): Promise<Imported> {
  const bad: Bad[] = [];
  let taken = 0;
  for await (const batch of inBatches(readCsv(of.path))) {
    const good: { readonly row: CsvRow; readonly value: ImportRow }[] = [];
    const rejected: Bad[] = [];
    for (const row of batch) {
      const read = row.fields === undefined ? columnsDiffer : readRow(row.fields, of.today);
      if (read.ok) good.push({ row, value: read.value });
      else rejected.push({ row, reason: read.reason });
    }
    const reasons = await of.take(good.map(({ value }) => value));
    for (const [place, { row }] of good.entries()) {
      const reason = reasons[place];
      if (reason === undefined) taken += 1;
      else rejected.push({ row, reason });
    }
    bad.push(...rejected.toSorted((a, b) => a.row.line - b.row.line));
  }
  const rejectedFile = await writeRejected(of, bad);
  return { taken, rejected: bad.length, rejectedFile, exitCode: taken === 0 ? 1 : bad.length > 0 ? 2 : 0 };
}

type Bad = { readonly row: CsvRow; readonly reason: ImportReason };

const columnsDiffer = { ok: false, reason: "columns" } as const;

async function* inBatches(rows: AsyncIterable<CsvRow>): AsyncGenerator<readonly CsvRow[]> {
  let batch: CsvRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < rowsAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The rows as they were, with line and reason after them: mended, the file can be imported as it is. */
async function writeRejected(
  { path, explain }: Pick<Parameters<typeof importFile>[0], "path" | "explain">,
  bad: readonly Bad[],
): Promise<string | undefined> {
  const file = `${path.replace(/\.csv$/i, "")}.rejected.csv`;
  // An older one would tell of rows that are mended by now, and keep whatever mode (or link elsewhere) it had: the new one is ours alone.
  await rm(file, { force: true });
  if (bad.length === 0) return undefined;
  const header = [...columns, "line", "reason", "explanation_ar", "explanation_en"];
  const lines = bad.map(({ row, reason }) => {
    const { ar, en } = explain(reason);
    const cells = row.fields === undefined ? padded(row.raw) : columns.map((name) => row.fields?.[name] ?? "");
    return [...cells, String(row.line), reason, ar, en];
  });
  // The byte-order mark lets spreadsheets read the Arabic.
  const csv = stringify({ bom: true });
  await pipeline(Readable.from([header, ...lines]), csv, createWriteStream(file, { flags: "wx", mode: 0o600 }));
  return file;
}

/** A row of the wrong length keeps its cells, and the columns after it their places. */
function padded(raw: readonly string[]): readonly string[] {
  return columns.map((_, place) => raw[place] ?? "");
}
