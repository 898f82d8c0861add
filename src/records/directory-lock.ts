// One process per directory: a lock file that names its holder, and is taken over only from a holder that is gone.

import { randomBytes } from "node:crypto";
import {
  closeSync,
  fstatSync,
  linkSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

/** The directory belongs to a process that runs. */
export class DirectoryInUse extends Error {
  override readonly name = "DirectoryInUse";
}

/** Who holds it. `place`: where its number means something; another container or machine counts processes of its own. */
type Holder = { readonly pid: number; readonly started: string | null; readonly place: string; readonly host: string };

/** Often enough that one beat may be late by seconds, while a long statement of the embedded database has the process for itself. */
const beatMs = 2_000;
/** Silent for so long, a holder in another place is gone. */
const silentMs = 15_000;

/** @returns frees the directory. @throws DirectoryInUse */
export function lockDirectory(dir: string): () => void {
  const path = join(dir, "tajdeed.lock");
  const holder: Holder = { pid: process.pid, started: startOf(process.pid), place: place(), host: hostname() };
  // Whoever starts beside us may have our number, and our name for its host.
  const nonce = randomBytes(6).toString("hex");
  const mine = JSON.stringify({ ...holder, nonce });
  const draft = `${path}.${nonce}`;
  const file = openSync(draft, "wx", 0o600);
  try {
    writeSync(file, mine, 0);
    // Two rounds: a holder that is gone is cleared away once; whoever stands there after that was quicker than us.
    for (let round = 0; round < 2; round++) {
      if (isLinked(draft, path)) return hold(path, file, mine);
      clearIfGone(path, dir, { now: fstatSync(file).mtimeMs, aside: `${draft}.gone` });
    }
    throw new DirectoryInUse(`${dir} is in use by another process`);
  } catch (error) {
    closeSync(file);
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Beats by writing the file again: the file system's own clock dates it, on which all who share the directory agree.
 * @returns frees it
 */
function hold(path: string, file: number, mine: string): () => void {
  const beat = setInterval(() => {
    const held = read(path);
    // We were stopped for longer than a beat may be late, and somebody has it now: two on one directory lose data.
    if (held !== undefined && held !== mine)
      throw new DirectoryInUse(`${path} was taken over: this process was silent`);
    writeSync(file, mine, 0);
  }, beatMs);
  beat.unref();
  return () => {
    clearInterval(beat);
    closeSync(file);
    if (read(path) === mine) rmSync(path, { force: true });
  };
}

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

/** `now` is by the file system's clock. */
function clearIfGone(
  path: string,
  dir: string,
  { now, aside }: { readonly now: number; readonly aside: string },
): void {
  const held = read(path);
  if (held === undefined) return;
  const holder = holderOf(held);
  if (holder?.place === place()) {
    if (isRunning(holder)) throw new DirectoryInUse(`${dir} is in use by process ${holder.pid}: stop it first`);
  } else if (holder !== undefined && now - beatOf(path) < silentMs) {
    throw new DirectoryInUse(
      `${dir} is in use by process ${holder.pid} of another container or machine (${holder.host}): stop that one, ` +
        `or give this one a DATA_DIR of its own; if it was killed, start again in ${silentMs / 1000} seconds`,
    );
  }
  // Renamed before it goes: if somebody else took over in between, what we moved is theirs and goes back.
  try {
    renameSync(path, aside);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return;
    throw error;
  }
  if (read(aside) !== held) linkSync(aside, path);
  rmSync(aside);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** One that was given back meanwhile has no beat. */
function beatOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function holderOf(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined; // Half a lock is nobody's.
  }
}

function isRunning(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return hasCode(error, "EPERM");
  }
  // Process numbers come round again (in a container it is always 1): the start time tells one from the next.
  return holder.started === startOf(holder.pid);
}

/** The host and, on Linux, the namespace that counts its processes: containers on one host, and one host's containers, differ in it. */
function place(): string {
  try {
    return `${hostname()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
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
