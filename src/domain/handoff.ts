/** Promises the life of a handoff, from a chat that needs a person to the bot again, as a table; who may move it, and what its waiting asks for. */
import type { StaffRole } from "./access.js";
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

/** How long a handoff may wait: for a claim until supervisors are told, for its agent until they are asked, for either side until it is over. */
export const handoffPatience = { unclaimedMinutes: 5, idleMinutes: 15, silentHours: 24 } as const;

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
};

/** What it is time for: it is closed, supervisors are told, or its agent is asked; `undefined`: nothing yet. */
export function handoffDue(of: WaitingHandoff, now: Date): "close" | "tell-supervisors" | "ask-agent" | undefined {
  const { unclaimedMinutes, idleMinutes, silentHours } = handoffPatience;
  const minutesFrom = (then: Date) => (now.getTime() - then.getTime()) / minuteMs;
  if (minutesFrom(of.lastWordAt) >= silentHours * 60) return "close";
  if (of.isTold) return undefined;
  if (of.state === "queue") return minutesFrom(of.since) >= unclaimedMinutes ? "tell-supervisors" : undefined;
  return minutesFrom(of.since) >= idleMinutes ? "ask-agent" : undefined;
}
