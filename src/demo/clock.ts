// The demo's clock: real time plus what people have moved it ahead, kept so that a restart goes on from there.
import { join } from "node:path";
import { type IsoDate, kuwaitDate } from "../domain/iso-date.js";
import { prepareDataDirectory } from "../records/data-directory.js";
import { readKept, writeKept } from "./kept-file.js";

export type DemoClock = {
  now(): Date;
  /** The day on which this demo was begun: the sample people's covers are counted from it. */
  began(): IsoDate;
  /** Moves ahead by "30d", "5h" or "10m"; never back, since covers and links that have ended stay ended. */
  advance(text: string): { ok: true; now: Date } | { ok: false; reason: "not-a-period" };
  /** Moves ahead to an instant; to one that is past it moves by nothing, and still tells whoever listens. */
  advanceTo(instant: Date): Date;
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
  let kept = readKept<Kept>(file) ?? writeKept<Kept>(file, { aheadMs: 0, began: kuwaitDate(realNow()) });
  const now = () => new Date(realNow().getTime() + kept.aheadMs);
  function move(ms: number): Date {
    kept = writeKept(file, { ...kept, aheadMs: kept.aheadMs + ms });
    for (const listener of listeners) listener();
    return now();
  }

  return {
    now,
    began: () => kept.began,
    advance(text) {
      const period = /^(\d{1,4})([dhm])$/.exec(text);
      if (period === null) return { ok: false, reason: "not-a-period" };
      return { ok: true, now: move(Number(period[1]) * unitMs[period[2] as keyof typeof unitMs]) };
    },
    advanceTo: (instant) => move(Math.max(0, instant.getTime() - now().getTime())),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
