// Takes a file in, batch by batch: bad rows go beside it with line and reason, and the same file again changes nothing.
import type { IsoDate } from "../domain/iso-date.js";
import type { CsvFile, CsvRow } from "./csv.js";
import { findDateOrder, hasWrittenDates } from "./date-order.js";
import { fileFault, ReadingEnded } from "./faults.js";
import type { RejectedFile, Rejection } from "./rejected-file.js";
import { type ImportReason, type ImportRow, type Outcome, readRow, type Taking } from "./row.js";

/** Takes rows as one transaction. @returns for each row, in order, what became of it */
export type TakeRows = (rows: readonly ImportRow[]) => Promise<readonly Outcome[]>;

export type Imported = {
  readonly counts: Readonly<Record<Taking, number>>;
  readonly rejected: number;
  /** Each reason with how many rows it kept out, and the first of their lines. */
  readonly reasons: ReadonlyMap<ImportReason, { readonly rows: number; readonly line: number }>;
  /** `undefined`: there are no bad rows, or nothing was to be written. */
  readonly rejectedFile: string | undefined;
  /** From this line on nothing was reached. `cause`: what the database said, for the log. */
  readonly ended: { readonly line: number; readonly message: string; readonly cause?: unknown } | undefined;
  /** 0 all in, 2 some rejected or not reached, 1 none in. */
  readonly exitCode: 0 | 1 | 2;
};

export type Progress = { readonly rows: number; readonly share: number | undefined };

/** Enough rows that a transaction's cost does not count, few enough that nobody waits long for their locks. */
export const rowsAtOnce = 500;

export type ImportOf = {
  readonly file: CsvFile;
  readonly today: IsoDate;
  readonly take: TakeRows;
  /** `undefined`: a rehearsal, which writes nothing. */
  readonly rejected: RejectedFile | undefined;
  readonly onProgress?: (progress: Progress) => void;
  /** Asked between batches. */
  readonly isStopped?: () => boolean;
};

/** Reads the next rows while the database takes the ones before. */
export async function importFile(of: ImportOf): Promise<Imported> {
  const tally = newTally();
  let ended: Imported["ended"];
  let taking: Promise<Imported["ended"]> = Promise.resolve(undefined);
  try {
    let isOrderSure = false;
    for await (const batch of inBatches(of.file.rows())) {
      if (!isOrderSure) isOrderSure = await checkDateOrder(of, batch);
      ended = (await taking) ?? stopped(of, batch);
      if (ended !== undefined) break;
      taking = takeBatch(of, batch, tally);
    }
  } catch (error) {
    if (!(error instanceof ReadingEnded)) throw error;
    ended = error;
  }
  // What the database said is of an earlier line than what the reader met.
  ended = (await taking) ?? ended;
  const isWritten = (await of.rejected?.end()) === true;
  const { counts, rejected, reasons } = tally;
  return {
    ...{ counts, rejected, reasons, ended },
    rejectedFile: isWritten ? of.rejected?.path : undefined,
    exitCode: takenIn(counts) === 0 ? 1 : rejected > 0 || ended !== undefined ? 2 : 0,
  };
}

export const takenIn = (counts: Imported["counts"]): number => Object.values(counts).reduce((sum, n) => sum + n, 0);

type Tally = {
  readonly counts: Record<Taking, number>;
  rejected: number;
  readonly reasons: Map<ImportReason, { rows: number; line: number }>;
};

const newTally = (): Tally => ({
  counts: { new: 0, changed: 0, moved: 0, unchanged: 0 },
  rejected: 0,
  reasons: new Map(),
});

async function takeBatch(of: ImportOf, batch: readonly CsvRow[], tally: Tally): Promise<Imported["ended"]> {
  const line = batch[0]?.line ?? 1;
  const read = batch.map((row) => ({
    row,
    read: row.fields === undefined ? cellsDiffer : readRow(row.fields, of.today),
  }));
  const good = read.flatMap(({ read }) => (read.ok ? [read.value] : []));
  let outcomes: Iterator<Outcome>;
  try {
    outcomes = (await of.take(good)).values();
  } catch (cause) {
    return { line, message: "the database did not take the rows; mend it and run the import again", cause };
  }
  const rejections: Rejection[] = [];
  for (const { row, read: each } of read) {
    const outcome: Outcome = each.ok ? outcomes.next().value : each;
    if (outcome.ok) tally.counts[outcome.taken] += 1;
    else rejections.push({ row, reason: outcome.reason });
  }
  count(tally, rejections);
  of.onProgress?.({ rows: takenIn(tally.counts) + tally.rejected, share: of.file.share() });
  try {
    await of.rejected?.add(rejections);
  } catch (error) {
    const fault = fileFault(error);
    if (fault === undefined) throw error;
    return { line, message: `${of.rejected?.path} cannot be written: ${fault}; mend that and run the import again` };
  }
  return undefined;
}

const cellsDiffer = { ok: false, reason: "columns" } as const;

function count(tally: Tally, rejections: readonly Rejection[]): void {
  tally.rejected += rejections.length;
  for (const { row, reason } of rejections) {
    const known = tally.reasons.get(reason);
    if (known === undefined) tally.reasons.set(reason, { rows: 1, line: row.line });
    else known.rows += 1;
  }
}

function stopped({ isStopped }: ImportOf, batch: readonly CsvRow[]): Imported["ended"] {
  if (isStopped?.() !== true) return undefined;
  return { line: batch[0]?.line ?? 1, message: "it was interrupted; run the import again, it goes on from here" };
}

/** @returns whether the order is known to be Kuwait's from here on. @throws ReadingEnded when other dates of the file are month first */
async function checkDateOrder({ file }: ImportOf, batch: readonly CsvRow[]): Promise<boolean> {
  const first = batch.find(({ fields }) => fields !== undefined && hasWrittenDates(fields));
  if (first === undefined) return false;
  const { order, line } = await findDateOrder(file.path);
  if (order === "day-first" || order === "unclear") return true;
  const which =
    order === "both" ? "some dates of the file are month first and some day first" : "its dates are month first";
  throw new ReadingEnded(
    batch[0]?.line ?? 1,
    `${which} (line ${line}): format both columns of dates as 2026-11-21 (YYYY-MM-DD) and save it again`,
  );
}

/** Where reading ends, what was read before is a batch still. */
async function* inBatches(rows: AsyncIterable<CsvRow>): AsyncGenerator<readonly CsvRow[]> {
  let batch: CsvRow[] = [];
  let ended: ReadingEnded | undefined;
  try {
    for await (const row of rows) {
      batch.push(row);
      if (batch.length < rowsAtOnce) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    if (!(error instanceof ReadingEnded)) throw error;
    ended = error;
  }
  if (batch.length > 0) yield batch;
  if (ended !== undefined) throw ended;
}
