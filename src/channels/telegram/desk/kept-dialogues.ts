// The dialogues' state between two visits: good for a quarter of an hour after its last question, and for whoever was at work all the while; and one that a command set aside, for an hour.
import type { View } from "../../../desk/view.js";
import type { Visit } from "../../../turns/visit.js";

/** Whoever writes later has forgotten what was asked, and means something else. */
const keptMs = 15 * 60 * 1000;
/** It is gone on with by a press alone: nothing that is typed is taken for its answer. */
const asideMs = 60 * 60 * 1000;

type Dialogue = {
  readonly state: unknown;
  /** Its last question, as it was put; absent in what an older program kept. */
  readonly asked?: View;
};

/** `askedAt`, `at`: in milliseconds. */
type Kept = Partial<Dialogue> & {
  readonly askedAt: number;
  readonly sitting: number;
  readonly aside?: Dialogue & { readonly at: number };
};

const read = (kept: string): Kept => JSON.parse(kept);

/** @returns what is good still, and whether a question is over that was open */
export function openKept({ state: kept, staff, now }: Visit): {
  readonly kept: string | undefined;
  readonly isOver: boolean;
} {
  if (kept === undefined) return { kept: undefined, isOver: false };
  // What an older program kept has neither time nor sitting.
  const { askedAt = 0, sitting, state, asked, aside }: Partial<Kept> = read(kept);
  const isTheirs = sitting === staff?.sitting;
  const isOpen = state !== undefined && isTheirs && now.getTime() - askedAt <= keptMs;
  const isAside = aside !== undefined && isTheirs && now.getTime() - aside.at <= asideMs;
  if (isOpen && (isAside || aside === undefined)) return { kept, isOver: false };
  const left: Kept = {
    askedAt,
    sitting: staff?.sitting ?? 0,
    ...(isOpen ? { state, ...(asked === undefined ? {} : { asked }) } : {}),
    ...(isAside ? { aside } : {}),
  };
  return { kept: isOpen || isAside ? JSON.stringify(left) : undefined, isOver: state !== undefined && !isOpen };
}

export const readKept = <State>(kept: string): State | undefined => read(kept).state as State | undefined;

/** What a visit did not move keeps its time. */
export function writeKept(kept: string | undefined, { state, asked }: Dialogue, { staff, now }: Visit): string {
  const before = kept === undefined ? undefined : read(kept);
  if (kept !== undefined && JSON.stringify(before?.state) === JSON.stringify(state)) return kept;
  const question = asked ?? before?.asked;
  return JSON.stringify({
    askedAt: now.getTime(),
    sitting: staff?.sitting ?? 0,
    state,
    ...(question === undefined ? {} : { asked: question }),
    ...(before?.aside === undefined ? {} : { aside: before.aside }),
  } satisfies Kept);
}

/** The open question is over; one that was set aside is not. */
export function endKept(kept: string | undefined): string | undefined {
  if (kept === undefined) return undefined;
  const { state: _over, asked: _asked, ...rest } = read(kept);
  return rest.aside === undefined ? undefined : JSON.stringify(rest);
}

/** The open question, to be gone on with; one that was set aside before it is given up. */
export function setAside(kept: string, { now }: Visit): string {
  const { state, asked, ...rest } = read(kept);
  const aside = { state, at: now.getTime(), ...(asked === undefined ? {} : { asked }) };
  return JSON.stringify({ ...rest, state, aside } satisfies Kept);
}

/** What was set aside is open again, as it was asked; what was open is set aside instead. `undefined`: there is nothing. */
export function goOn(
  kept: string | undefined,
  { now }: Visit,
): { readonly kept: string; readonly asked: View } | undefined {
  if (kept === undefined) return undefined;
  const { aside, state, asked, sitting } = read(kept);
  if (aside?.asked === undefined) return undefined;
  const open =
    state === undefined ? {} : { aside: { state, at: now.getTime(), ...(asked === undefined ? {} : { asked }) } };
  const resumed: Kept = { askedAt: now.getTime(), sitting, state: aside.state, asked: aside.asked, ...open };
  return { kept: JSON.stringify(resumed), asked: aside.asked };
}
