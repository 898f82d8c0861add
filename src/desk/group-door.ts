// The door of the staff's group: whoever is not at work is taken out and kept out of it, and let in again once they are back.
import type { Log } from "../log.js";
import type { Sent } from "../messages/channel.js";
import { keepLooking } from "../messages/keep-looking.js";
import type { Time } from "../messages/pace.js";
import { line } from "../words/line.js";
import type { View } from "./view.js";

type CallFailure = Extract<Sent, { readonly ok: false }>;

/** Both may be said again of somebody who is out, or in; each ends within 8 s. Group and user are the channel's own ids. */
export type GroupDoor = {
  /** Takes them out. Where the platform can, they cannot come back; what they wrote stays. */
  bar(group: string, user: string): Promise<{ readonly ok: true } | CallFailure>;
  /** They may be added again. */
  admit(group: string, user: string): Promise<{ readonly ok: true } | CallFailure>;
};

/** One call that is to be made, for this process alone. */
export type Passage = {
  readonly staff: number;
  readonly what: "bar" | "admit";
  readonly group: { readonly chat: string; readonly id: string };
  /** The channel's own id; `undefined`: nothing is known of their chat any more, and so not of them. */
  readonly user: string | undefined;
  readonly attempt: number;
};

/** user-unknown: there is nobody to make the call for. */
export type NotPassed = CallFailure | { readonly ok: false; readonly reason: "user-unknown" };

/** The port to the records: who is on the wrong side of the door, and what became of it. */
export type GroupBars = {
  /** The next one whose turn it is, if there is any; it is kept, before the call, that it may have been made. */
  next(): Promise<Passage | undefined>;
  done(passage: Passage): Promise<void>;
  /** It is tried again; of what nobody but themselves can mend supervisors are told, once. */
  failed(passage: Passage, why: NotPassed): Promise<void>;
};

/** The bot may not, or they are an administrator: somebody must see to that, and an hour later it shows whether they did. */
const firstWaitMs = 60_000;
const longestWaitMs = 60 * 60 * 1000;

/** An outage may end any moment, and somebody reads on until then. */
const outageWaitMs = 10_000;

/** What does not end by itself. */
export function isForSupervisors({ reason }: NotPassed): boolean {
  return reason === "refused" || reason === "unreachable" || reason === "user-unknown";
}

/** @param tries so many have failed */
export function doorWaitMs(why: NotPassed, tries: number): number {
  if (isForSupervisors(why)) return Math.min(firstWaitMs * 2 ** (tries - 1), longestWaitMs);
  return why.reason === "throttled" ? (why.retryAfterMs ?? outageWaitMs) : outageWaitMs;
}

/** As supervisors are told. */
export function byHandView(what: Passage["what"], why: NotPassed, name: string): View {
  if (what === "admit") return { lines: [line("desk-staff-not-let-in", { name })] };
  const still = line("desk-staff-still-in-group", { name });
  return { lines: why.reason === "user-unknown" ? [still] : [still, line("desk-staff-still-in-group-why")] };
}

/** Nobody reads much in two seconds. */
const restMs = 2_000;

type Parts = { readonly bars: GroupBars; readonly door: GroupDoor; readonly log: Log };

export function startWatchingDoor(of: Parts & { readonly time: Time }): { stop(): Promise<void> } {
  const look = async () => {
    await seeToDoor(of);
    return restMs;
  };
  return keepLooking({ look, restMs, event: "group-door-not-watched", time: of.time, log: of.log });
}

/** Once over all who are on its wrong side; an outage ends it, since the next call would wait for nothing as well. */
export async function seeToDoor({ bars, door, log }: Parts): Promise<void> {
  for (;;) {
    const passage = await bars.next();
    if (passage === undefined) return;
    const { staff, what, group, user } = passage;
    const passed =
      user === undefined ? ({ ok: false, reason: "user-unknown" } as const) : await door[what](group.id, user);
    if (passed.ok) await bars.done(passage);
    else {
      await bars.failed(passage, passed);
      log.warn({ event: what === "bar" ? "staff-not-kept-out" : "staff-not-let-in", staff, reason: passed.reason });
      if (passed.reason === "down" || passed.reason === "unknown") return;
    }
  }
}
