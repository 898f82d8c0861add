// The directory of the embedded database: made where it is missing, and tried before anything relies on it.
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** `message` names the setting and the cure; the path is the operator's own. */
export class UnusableDirectory extends Error {
  override readonly name = "UnusableDirectory";
}

/** @throws UnusableDirectory unless a file can be written and removed in it */
export function prepareDataDirectory(dir: string): void {
  try {
    make(resolve(dir));
    const probe = join(dir, `tajdeed.${process.pid}.probe`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const why = error instanceof Error && "code" in error ? `${error.code}` : "it cannot be used";
    throw new UnusableDirectory(`DATA_DIR: give a directory that this process may write to; ${dir} is none (${why})`);
  }
}

/** One level at a time: Node's recursive mkdir never ends where a file system refuses new directories with ENOENT, as /proc does. */
function make(dir: string): void {
  const found = statSync(dir, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return;
  const parent = dirname(dir);
  if (found === undefined && parent !== dir) make(parent);
  mkdirSync(dir, { mode: 0o700 });
}
