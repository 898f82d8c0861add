// What an import says at its end: how many rows of each kind, why rows were rejected, and where it ended early.
import type { CsvFile } from "../import/csv.js";
import { type Imported, takenIn } from "../import/import-file.js";
import type { Explain } from "../import/rejected-file.js";
import { takings } from "../import/row.js";

export function reportImport(
  imported: Imported,
  of: { readonly file: CsvFile; readonly explain: Explain; readonly isRehearsal: boolean },
): void {
  const { path } = of.file;
  // In the place of the progress, where there is any.
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  for (const note of notesOn(of.file)) process.stderr.write(`${path}: ${note}\n`);
  if (imported.ended !== undefined) {
    const { line, message } = imported.ended;
    process.stderr.write(`${path}: reading ended at line ${line}: ${message}\n`);
  }
  process.stdout.write(
    linesOf(imported, of)
      .map((line) => `${line}\n`)
      .join(""),
  );
}

function notesOn(file: CsvFile): readonly string[] {
  const unknown = file.unknownColumns.map((name) => JSON.stringify(name)).join(", ");
  return [
    ...(unknown === "" ? [] : [`columns that an import does not have, ignored: ${unknown}`]),
    ...(file.encoding() === "windows-1256" ? ["read as Windows-1256: see that the Arabic names are right"] : []),
  ];
}

function linesOf(
  imported: Imported,
  { explain, isRehearsal }: { readonly explain: Explain; readonly isRehearsal: boolean },
): readonly string[] {
  const { counts, rejected, reasons, rejectedFile, ended } = imported;
  const beside = rejectedFile === undefined ? "" : `, in ${rejectedFile}`;
  const kinds = takings.map((taking) => `${counts[taking]} ${taking}`).join(", ");
  const why = [...reasons].map(
    ([reason, { rows, line }]) => `${reason}, ${rows}, first in line ${line}: ${explain(reason).en}`,
  );
  return [
    `${takenIn(counts)} rows in, ${rejected} rejected${beside}`,
    `${kinds}, ${rejected} rejected`,
    ...why,
    ...(ended === undefined ? [] : [`nothing from line ${ended.line} on was reached`]),
    ...(isRehearsal ? ["a rehearsal: nothing was written"] : []),
  ];
}
