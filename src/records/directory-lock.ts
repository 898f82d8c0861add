// One process per directory: a lock file that names its holder, and is taken over only from a holder that is gone.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The directory belongs to a process that runs. */
export class DirectoryInUse extends Error {
  override readonly name = "DirectoryInUse";
}

/** @returns frees the directory. @throws DirectoryInUse */
export function lockDirectory(dir: string): () => void {
  const path = join(dir, "tajdeed.lock");
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid), nonce: nonces++ });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    // Two rounds: a holder that is gone is cleared away once; whoever stands there after that was quicker than us.
    for (let round = 0; round < 2; round++) {
      if (isLinked(draft, path)) return () => release(path, mine);
      clearIfGone(path, dir);
    }
    throw new DirectoryInUse(`${dir} is in use by another process`);
  } finally {
    rmSync(draft, { force: true });
  }
}

let nonces = 0;

/** `link` is the atomic step: the file appears whole, and only where there was none. */
function isLinked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

function clearIfGone(path: string, dir: string): void {
  const held = read(path);
  if (held === undefined) return;
  if (isRunning(held)) throw new DirectoryInUse(`${dir} is in use by process ${holderOf(held)?.pid}`);
  // Renamed before it goes: if somebody else took over in between, what we moved is theirs and goes back.
  const aside = `${path}.${process.pid}.gone`;
  renameSync(path, aside);
  if (read(aside) !== held) linkSync(aside, path);
  rmSync(aside);
}

function release(path: string, mine: string): void {
  if (read(path) === mine) rmSync(path, { force: true });
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

function holderOf(text: string): { pid: number; started: string | null } | undefined {
  try {
    return JSON.parse(text) as { pid: number; started: string | null };
  } catch {
    return undefined; // Half a lock is nobody's.
  }
}

function isRunning(held: string): boolean {
  const holder = holderOf(held);
  if (holder === undefined) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return hasCode(error, "EPERM");
  }
  // Process numbers come round again (in a container it is always 1): the start time tells one from the next.
  return holder.started === startOf(holder.pid);
}

/** Boot and start time of a process where Linux tells them; null elsewhere. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    // Field 22, counted after the command name, which may itself hold spaces and brackets.
    return `${boot}:${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return null;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
