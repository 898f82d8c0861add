// The demo's clock: real time plus what people have moved it ahead, kept so that a restart goes on from there.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type IsoDate, kuwaitDate } from "../domain/iso-date.js";
import { prepareDataDirectory } from "../records/data-directory.js";

export type DemoClock = {
  now(): Date;
  /** The day on which this demo was begun: the sample people's covers are counted from it. */
  began(): IsoDate;
  /** Moves ahead by "30d", "5h" or "10m"; never back, since covers and links that have ended stay ended. */
  advance(text: string): { ok: true; now: Date } | { ok: false; reason: "not-a-period" };
  /** Calls `listener` whenever the clock was moved, until the function it returns is called. */
  subscribe(listener: () => void): () => void;
};

type Kept = { readonly aheadMs: number; readonly began: IsoDate };

const unitMs = { d: 24 * 60 * 60 * 1000, h: 60 * 60 * 1000, m: 60 * 1000 } as const;

export function createDemoClock(dir: string, realNow: () => Date = () => new Date()): DemoClock {
  // The first to need the directory: what people type into the demo is kept below it, for its owner alone.
  prepareDataDirectory(dir);
  const file = join(dir, "demo-clock.json");
  const listeners = new Set<() => void>();
  let kept = read(file) ?? write(file, { aheadMs: 0, began: kuwaitDate(realNow()) });
  const now = () => new Date(realNow().getTime() + kept.aheadMs);

  return {
    now,
    began: () => kept.began,
    advance(text) {
      const period = /^(\d{1,4})([dhm])$/.exec(text);
      if (period === null) return { ok: false, reason: "not-a-period" };
      const step = Number(period[1]) * unitMs[period[2] as keyof typeof unitMs];
      kept = write(file, { ...kept, aheadMs: kept.aheadMs + step });
      for (const listener of listeners) listener();
      return { ok: true, now: now() };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function read(file: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Kept;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** By renaming, so that a kill leaves the old file or the new one, never half of one. */
function write(file: string, kept: Kept): Kept {
  writeFileSync(`${file}.new`, JSON.stringify(kept));
  renameSync(`${file}.new`, file);
  return kept;
}
