// An append-only file of JSON lines: what was appended before a kill is read again at the next start.
import { appendFileSync, mkdirSync, readFileSync, truncateSync } from "node:fs";
import { dirname } from "node:path";

export type Journal<Entry> = {
  /** What the file held when it was opened, oldest first. */
  readonly entries: readonly Entry[];
  append(entry: Entry): void;
};

/** Without a file the journal forgets everything when the process ends, which is what most tests want. */
export function openJournal<Entry>(file: string | undefined): Journal<Entry> {
  if (file === undefined) return { entries: [], append: () => {} };
  mkdirSync(dirname(file), { recursive: true });
  const lines = wholeLines(file);
  return {
    entries: lines.map((line) => JSON.parse(line) as Entry),
    append: (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`),
  };
}

/** A kill in the middle of an append leaves half a line: it was never acted upon, so it is cut off. */
function wholeLines(file: string): string[] {
  const bytes = readOrNothing(file);
  const end = bytes.lastIndexOf("\n") + 1;
  if (end < bytes.length) truncateSync(file, end);
  return bytes
    .subarray(0, end)
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "");
}

function readOrNothing(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
}
