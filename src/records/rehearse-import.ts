// An import rehearsed: tells of each row what taking it would do, by reading alone, so that a running service waits for nothing.
import type { TakeRows } from "../import/import-file.js";
import { keyRows, readKnown } from "./import-known.js";
import type { ImportDeps } from "./import-people.js";
import { nothingKnown, takeRow } from "./import-plan.js";

/**
 * Each batch sees what the ones before it would have done: a file may contradict itself. What it would take is kept in memory.
 * @param db `undefined`: there is none yet, and rows are compared with one another alone
 */
export function rehearseImport({
  db,
  vault,
}: Pick<ImportDeps, "vault"> & { readonly db: ImportDeps["db"] | undefined }): TakeRows {
  const known = nothingKnown();
  return async (rows) => {
    const keyed = keyRows(vault, rows);
    if (db !== undefined) await readKnown(db, vault, { known, rows: keyed, isLocked: false });
    return keyed.map((row) => takeRow(known, row).outcome);
  };
}
