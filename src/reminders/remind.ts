// The loop that takes due reminders to the outbox, within the operator's hours; each replica runs one.
import { isWithinHours, type ReminderHours } from "../domain/reminder.js";
import type { Clock } from "../journeys/clock.js";
import type { Log } from "../log.js";
import { keepLooking } from "../messages/keep-looking.js";
import type { Time } from "../messages/pace.js";

/** What the loop needs of the records. Each call may fail as a whole, and is then made again. */
export type DueReminders = {
  /** Plans anew for everybody if the operator's rules have changed since the last time. */
  followRules(): Promise<void>;
  /** Takes the most pressing chats that are due; at most `most` messages wait in the outbox at once. */
  claim(now: Date, most: number): Promise<{ readonly chats: number; readonly isFull: boolean }>;
};

/** Two seconds of the channel's rate: the sender is never idle, and a receipt waits no longer than that behind reminders. */
const mostWaiting = 50;
/** While there is more to claim: about what is sent meanwhile. */
const busyMs = 1_000;
/** Nobody notices whether a reminder comes five seconds after its slot. */
const restMs = 5_000;

export function startReminding(of: {
  readonly due: DueReminders;
  readonly hours: ReminderHours;
  readonly clock: Clock;
  readonly time: Time;
  readonly wakeSender: () => void;
  readonly log: Log;
  /** Calls back when the clock was moved, until what it returns is called. */
  readonly whenMoved?: (listener: () => void) => () => void;
}): { stop(): Promise<void> } {
  const { due, hours, clock } = of;
  let follows = false;

  async function look(): Promise<number> {
    if (!follows) await due.followRules();
    follows = true;
    const now = clock.now();
    if (!isWithinHours(now, hours)) return restMs;
    const { chats, isFull } = await due.claim(now, mostWaiting);
    if (chats > 0) of.wakeSender();
    return isFull || chats > 0 ? busyMs : restMs;
  }

  return keepLooking({ ...of, look, restMs, event: "reminders-put-off" });
}
