// Which order the dates of a file are in: one date tells it for all, so the whole file is read for it before the first is taken.
import { tidyCell } from "./cell.js";
import { openCsv } from "./csv.js";
import { type DateOrder, isWritten, orderOf } from "./dates.js";
import type { Fields } from "./row.js";

export const hasWrittenDates = (fields: Fields): boolean => datesOf(fields).some(isWritten);

const datesOf = ({ cover_from, cover_until }: Fields) => [tidyCell(cover_from), tidyCell(cover_until)];

export type FoundOrder = {
  /** `unclear`: no date of the file has a day after the twelfth. */
  readonly order: DateOrder | "both" | "unclear";
  /** The first line with a date that is month first. */
  readonly line: number | undefined;
};

/** A file that can be read only up to a line tells what it tells until there. */
export async function findDateOrder(path: string): Promise<FoundOrder> {
  const lines = new Map<DateOrder, number>();
  const file = await openCsv(path);
  try {
    for await (const { fields, line } of file.rows())
      for (const order of fields === undefined ? [] : datesOf(fields).map(orderOf))
        if (order !== undefined && !lines.has(order)) lines.set(order, line);
  } catch {
    // Reading it for its rows comes to the same fault, and tells it.
  } finally {
    await file.close();
  }
  const [first] = lines.keys();
  return { order: lines.size === 2 ? "both" : (first ?? "unclear"), line: lines.get("month-first") };
}
