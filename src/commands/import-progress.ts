// Shows how far an import is, on a terminal alone: one line, written over.
import type { WriteStream } from "node:tty";
import type { Progress } from "../import/import-file.js";

/** Often enough to be seen to move. */
const everyMs = 200;
const barCells = 30;

/** `undefined`: nobody watches. */
export function showProgress(stream: WriteStream): (progress: Progress) => void {
  if (!stream.isTTY) return () => undefined;
  const began = Date.now();
  let shownAt = 0;
  return ({ rows, share }) => {
    const now = Date.now();
    const isDone = share === 1;
    if (now - shownAt < everyMs && !isDone) return;
    shownAt = now;
    const speed = Math.round(rows / Math.max(0.001, (now - began) / 1000));
    stream.write(`\r\u001b[K${barOf(share)}${rows} rows, ${speed} a second`);
  };
}

function barOf(share: number | undefined): string {
  if (share === undefined) return "";
  const full = Math.round(share * barCells);
  return `[${"#".repeat(full)}${" ".repeat(barCells - full)}] ${Math.floor(share * 100)} %, `;
}
