/** Promises the life of a handoff, from a chat that needs a person to the bot again, as a table; who may move it, and what its waiting asks for. */
import type { StaffRole } from "./access.js";
import { type DeskHours, isDeskOpen } from "./desk-hours.js";
import { kuwaitDate } from "./iso-date.js";
import { next, type Transition } from "./transition.js";

/** Whose the chat is: the bot's, the bot's while it waits for a person, or one agent's alone. */
export type HandoffState = "bot" | "queue" | "agent";

/**
 * `opened` a person is needed · `claimed` an agent takes the chat · `handed-over` to a colleague ·
 * `put-back` it waits for somebody else · `closed` the bot has it again.
 */
export type HandoffEvent = "opened" | "claimed" | "handed-over" | "put-back" | "closed";

export const handoffTable: readonly Transition<HandoffState, HandoffEvent>[] = [
  { from: "bot", event: "opened", to: "queue" },
  { from: "queue", event: "claimed", to: "agent" },
  { from: "queue", event: "closed", to: "bot" },
  { from: "agent", event: "handed-over", to: "agent" },
  { from: "agent", event: "put-back", to: "queue" },
  { from: "agent", event: "closed", to: "bot" },
];

/** The handoff's next state; `undefined`: no such step, refuse it. */
export function nextHandoff(from: HandoffState, event: HandoffEvent): HandoffState | undefined {
  return next(handoffTable, from, event);
}

/** What waits can be taken or closed by anybody; what an agent has is moved by that agent, or by a supervisor. */
export function mayMoveHandoff(
  state: HandoffState,
  by: { readonly role: StaffRole; readonly isOwner: boolean },
): boolean {
  return state !== "agent" || by.isOwner || by.role === "supervisor";
}

/** Why an agent ends it; one word each, for buttons and figures. */
export const closeReasons = ["solved", "passed-on", "no-reply", "not-ours"] as const;
export type CloseReason = (typeof closeReasons)[number];

/** How long a handoff may wait: for a claim until supervisors are told, for its agent until they are asked, for the person until it is over. */
export const handoffPatience = { unclaimedMinutes: 5, idleMinutes: 15, silentHours: 24 } as const;

/** A working week of apologies: whoever was not answered by then knows that another time would be kept no better. */
export const mostApologies = 5;

const minuteMs = 60_000;

/** What is known of one that is not over, to tell what it is time for. */
export type WaitingHandoff = {
  readonly state: Exclude<HandoffState, "bot">;
  /** Since when it waits in the queue, or for its agent's next word. */
  readonly since: Date;
  /** When either side wrote last, or it was opened or moved. */
  readonly lastWordAt: Date;
  /** Supervisors were told of this wait, or the agent was asked, already. */
  readonly isTold: boolean;
  /** The last word is an agent's: the person waits for nothing. */
  readonly isAnswered: boolean;
  /** By when the person was told that somebody comes, and how often they read an apology. */
  readonly promise: PromiseToAnswer | undefined;
};

type PromiseToAnswer = { readonly by: Date; readonly apologisedAt: Date | undefined; readonly apologies: number };

/**
 * What it is time for: it is closed, put back for a colleague, its person reads an apology, supervisors are told, or its agent is asked;
 * `undefined`: nothing yet. Nothing ends by itself while the person waits for an answer.
 */
export function handoffDue(
  of: WaitingHandoff,
  now: Date,
  hours: DeskHours,
): "close" | "put-back" | "apologise" | "tell-supervisors" | "ask-agent" | undefined {
  const { unclaimedMinutes, idleMinutes, silentHours } = handoffPatience;
  const minutesFrom = (then: Date) => (now.getTime() - then.getTime()) / minuteMs;
  if (of.state === "queue") {
    if (!of.isTold && minutesFrom(of.since) >= unclaimedMinutes) return "tell-supervisors";
    return of.promise !== undefined && isBroken(of.promise, now, hours) ? "apologise" : undefined;
  }
  const isSilent = minutesFrom(of.lastWordAt) >= silentHours * 60;
  if (isSilent && of.isAnswered) return "close";
  // The person reads of it, and whoever is to come now is there.
  if (isSilent && isDeskOpen(now, hours)) return "put-back";
  return !of.isTold && minutesFrom(of.since) >= idleMinutes ? "ask-agent" : undefined;
}

/** The first apology comes as soon as the time has passed; after it one a working day at most, and none at night. */
function isBroken({ by, apologisedAt, apologies }: PromiseToAnswer, now: Date, hours: DeskHours): boolean {
  if (now <= by || apologies >= mostApologies) return false;
  const today = kuwaitDate(now);
  if (apologisedAt === undefined && kuwaitDate(by) === today) return true;
  return isDeskOpen(now, hours) && (apologisedAt === undefined || kuwaitDate(apologisedAt) < today);
}
