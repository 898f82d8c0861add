// How the demo files what was paid: as FILING says, until somebody switches in the simulator; a restart goes on from there.
import { join } from "node:path";
import type { Service } from "../journeys/world.js";
import { readKept, writeKept } from "./kept-file.js";

type Filing = Service["filing"];

export type DemoFiling = {
  now(): Filing;
  choose(filing: Filing): void;
  /** Calls `listener` whenever it was switched, until the function it returns is called. */
  subscribe(listener: () => void): () => void;
};

/** `over`: the setting that the choice was made over. */
type Kept = { readonly chosen: Filing; readonly over: Filing };

/** @param given as FILING says; a choice made over another setting counts no more */
export function createDemoFiling(dir: string, given: Filing): DemoFiling {
  const file = join(dir, "demo-filing.json");
  const listeners = new Set<() => void>();
  const kept = readKept<Kept>(file);
  let filing = kept?.over === given ? kept.chosen : given;
  return {
    now: () => filing,
    choose(chosen) {
      filing = writeKept<Kept>(file, { chosen, over: given }).chosen;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
