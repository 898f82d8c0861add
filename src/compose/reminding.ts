// Reminders put together: what is due goes to the outbox, and is worded when it is sent.
import type { ReminderRules } from "../domain/reminder.js";
import type { Clock } from "../journeys/clock.js";
import type { Message } from "../journeys/message.js";
import type { Log } from "../log.js";
import type { Rendered } from "../messages/channel.js";
import { runningTime } from "../messages/pace.js";
import type { Metrics } from "../metrics.js";
import type { WrittenAtSending } from "../records/outbox-store.js";
import { claimReminders } from "../records/reminders/claim.js";
import { followRules } from "../records/reminders/follow-rules.js";
import { createReminderSending } from "../records/reminders/sending.js";
import type { Digest } from "../reminders/digest.js";
import { startReminding } from "../reminders/remind.js";
import type { Language } from "../words/line.js";
import type { Stores } from "./stores.js";

export type Reminding = {
  /** For the outbox. */
  readonly sending: WrittenAtSending;
  start(): { stop(): Promise<void> };
};

export function composeReminding(of: {
  readonly stores: Stores;
  readonly rules: ReminderRules;
  readonly digest: Digest;
  readonly render: (message: Message, language: Language) => Rendered;
  /** In a chat where none was chosen. */
  readonly firstLanguage: Language;
  readonly clock: Clock;
  readonly whenMoved: ((listener: () => void) => () => void) | undefined;
  readonly wakeSender: () => void;
  readonly metrics: Metrics;
  readonly log: Log;
}): Reminding {
  const { stores, rules, digest, render, clock, metrics, log } = of;
  const { vault, replan } = stores;
  const { db } = stores.database;
  return {
    sending: createReminderSending({
      vault,
      rules,
      replan,
      say: (what, language) => render(digest(what), language ?? of.firstLanguage),
      report(what, reminders, error) {
        metrics.countReminders(what, reminders);
        if (what === "faulty") log.error({ event: "reminder-not-worded", error });
      },
    }),
    start: () =>
      startReminding({
        due: {
          followRules: () => followRules({ db, replan, rules, clock }),
          claim: (now, most) => claimReminders(db, now, most),
        },
        hours: rules.hours,
        clock,
        time: runningTime,
        wakeSender: of.wakeSender,
        log,
        ...(of.whenMoved === undefined ? {} : { whenMoved: of.whenMoved }),
      }),
  };
}
