// The rows that were not taken, beside the file, with line and reason: mended in any spreadsheet, the file is imported as it is.
import { type FileHandle, open, rm } from "node:fs/promises";
import { stringify } from "csv-stringify/sync";
import { textCell } from "./cell.js";
import type { CsvRow } from "./csv.js";
import { ownColumns, type Separator } from "./layout.js";
import { columns, type ImportReason } from "./row.js";

export type Rejection = { readonly row: CsvRow; readonly reason: ImportReason };

/** A reason in words: whoever mends the file may read either language. */
export type Explain = (reason: ImportReason) => { readonly ar: string; readonly en: string };

export type RejectedFile = {
  readonly path: string;
  /** Made with the first row. */
  add(rejections: readonly Rejection[]): Promise<void>;
  /** @returns whether there is one */
  end(): Promise<boolean>;
};

export const rejectedPath = (path: string): string => `${path.replace(/\.csv$/i, "")}.rejected.csv`;

/** Removes an older one: it would tell of rows that are mended by now. */
export async function createRejectedFile(of: {
  readonly path: string;
  readonly separator: Separator;
  readonly explain: Explain;
}): Promise<RejectedFile> {
  const path = rejectedPath(of.path);
  await rm(path, { force: true });
  // Spreadsheets split a .csv at commas or semicolons, whichever their country writes.
  const delimiter = of.separator === ";" ? ";" : ",";
  let handle: FileHandle | undefined;
  return {
    path,
    async add(rejections) {
      if (rejections.length === 0) return;
      if (handle === undefined) {
        // Ours alone, whatever mode or link elsewhere an older one had. The byte-order mark lets spreadsheets read the Arabic.
        handle = await open(path, "wx", 0o600);
        await handle.write(stringify([[...columns, ...ownColumns]], { bom: true, delimiter }));
      }
      await handle.write(
        stringify(
          rejections.map((each) => cellsOf(each, of.explain)),
          { delimiter },
        ),
      );
    },
    async end() {
      await handle?.close();
      return handle !== undefined;
    },
  };
}

function cellsOf({ row, reason }: Rejection, explain: Explain): readonly string[] {
  const { ar, en } = explain(reason);
  // A row of the wrong length keeps its cells, and the columns after it their places.
  const cells = columns.map((name, place) => (row.fields === undefined ? row.raw[place] : row.fields[name]) ?? "");
  return [...cells.map(textCell), String(row.line), reason, ar, en];
}
