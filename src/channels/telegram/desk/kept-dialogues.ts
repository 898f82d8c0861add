// The dialogues' state between two visits: good for a quarter of an hour after its last question, and for whoever was at work all the while.
import type { Visit } from "../../../turns/visit.js";

/** Whoever writes later has forgotten what was asked, and means something else. */
const keptMs = 15 * 60 * 1000;

type Kept<State> = {
  /** When its last question was asked, in milliseconds. */
  readonly askedAt: number;
  readonly sitting: number;
  readonly state: State;
};

/** @returns the state as it was kept, or that it is over */
export function openKept({ state, staff, now }: Visit): string | "over" | undefined {
  if (state === undefined) return undefined;
  // What an older program kept has neither time nor sitting.
  const { askedAt, sitting }: Partial<Kept<unknown>> = JSON.parse(state);
  const isOpen = askedAt !== undefined && now.getTime() - askedAt <= keptMs && sitting === staff?.sitting;
  return isOpen ? state : "over";
}

export const readKept = <State>(kept: string): State => (JSON.parse(kept) as Kept<State>).state;

/** What a visit did not move keeps its time. */
export function writeKept<State>(kept: string | undefined, state: State, { staff, now }: Visit): string {
  if (kept !== undefined && JSON.stringify(readKept<State>(kept)) === JSON.stringify(state)) return kept;
  return JSON.stringify({ askedAt: now.getTime(), sitting: staff?.sitting ?? 0, state } satisfies Kept<State>);
}
