// The program's own counters for Prometheus: what is done, how long it takes, how it ends; no label names a person, a chat or a link.
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { AttemptState } from "./domain/payment.js";
import type { Log } from "./log.js";
import { countedAnew, countedByLabel } from "./metrics/counted-anew.js";
import type { TurnResult } from "./turns/incoming.js";

export type Metrics = {
  readonly registry: Registry;
  countTurn(turn: { readonly result: TurnResult; readonly kind: string; readonly ms: number }): void;
  countTurnFault(fault: { readonly parked: boolean }): void;
  countTurnOutage(): void;
  /** @param result the HTTP status, or "network" */
  countBotApiCall(method: string, result: string): void;
  /** told: so many reminders went to be sent. dropped: queued and not sent, being no longer true or not in time. faulty: without words. */
  countReminders(what: "told" | "dropped" | "faulty", reminders: number): void;
  /** How a look-up by the staff ended (card, several, none, wrong-digit, limit), what was unusual about it (misses, sponsors, limit), or that nobody else was told of values seen without consent (untold). */
  countLook(what: string): void;
  countAttempt(moved: { readonly gateway: string; readonly from: AttemptState; readonly to: AttemptState }): void;
};

/** From a turn on a quiet machine (a few ms) to one that waited for a slow platform. */
const turnSeconds = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What is counted anew at each scrape. */
export type Counts = {
  /** How many messages that are not sent stand in each state. */
  readonly outboxStates: () => Promise<ReadonlyMap<string, number>>;
  /** How many reminders are still to be told whose day is over. */
  readonly lateReminders: () => Promise<number>;
  /** How many paid renewals should have their policy number by now. */
  readonly overdueFilings: () => Promise<number>;
  /** How many messages with full values stand past their time, by what becomes of them. */
  readonly standingReveals: () => Promise<ReadonlyMap<string, number>>;
  /** What waits at the desk, and what is late or lost there, each by its name. */
  readonly desk: () => Promise<ReadonlyMap<string, number>>;
};

export function createMetrics(counts: Counts, log: Log): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: "tajdeed_turns_total",
    help: "Turns by how they ended (later: the platform must send the update again) and by kind of input",
    labelNames: ["result", "kind"],
    registers,
  });
  const duration = new Histogram({
    name: "tajdeed_turn_seconds",
    help: "How long turns took, waiting for an earlier turn of the chat included",
    labelNames: ["result"],
    buckets: turnSeconds,
    registers,
  });
  const faults = new Counter({
    name: "tajdeed_turn_faults_total",
    help: "Turns that failed by a fault of the program; parked: the update was set aside",
    labelNames: ["parked"],
    registers,
  });
  const outages = new Counter({
    name: "tajdeed_turn_outages_total",
    help: "Turns that found a store or the platform out of reach",
    registers,
  });
  const calls = new Counter({
    name: "tajdeed_bot_api_calls_total",
    help: "Bot API calls by method and HTTP status, or network",
    labelNames: ["method", "result"],
    registers,
  });
  const attempts = new Counter({
    name: "tajdeed_payment_attempts_moved_total",
    help: "Steps of payment attempts",
    labelNames: ["gateway", "from", "to"],
    registers,
  });
  const looks = new Counter({
    name: "tajdeed_desk_looks_total",
    help: "Look-ups by the staff (card, several, none, wrong-digit, limit), what of them was so unusual that supervisors were told (misses, sponsors, limit), and full values seen without consent of which nobody else was told (untold)",
    labelNames: ["what"],
    registers,
  });
  const reminders = new Counter({
    name: "tajdeed_reminders_total",
    help: "Reminders by what became of them (dropped: no longer true, or not the time; faulty: a fault of the program)",
    labelNames: ["what"],
    registers,
  });
  countedByLabel(
    {
      name: "tajdeed_outbox_messages",
      help: "Messages in the outbox that are not sent, by state",
      label: "state",
      event: "outbox-not-counted",
      count: counts.outboxStates,
    },
    registry,
    log,
  );
  countedAnew(
    {
      name: "tajdeed_reminders_late",
      help: "Reminders still to be told whose day is over: REMINDER_HOURS are too short",
      event: "reminders-not-counted",
      count: counts.lateReminders,
    },
    registry,
    log,
  );
  countedAnew(
    {
      name: "tajdeed_filings_overdue",
      help: "Paid renewals without a policy number after two working days",
      event: "filings-not-counted",
      count: counts.overdueFilings,
    },
    registry,
    log,
  );
  countedByLabel(
    {
      name: "tajdeed_desk",
      help: "Chats at the desk (handoffs-waiting, -owned, -unclaimed for five minutes, -without-card), what did not arrive and nobody was told of (words-lost), and payments that are owed back (owed-back)",
      label: "what",
      event: "desk-not-counted",
      count: counts.desk,
    },
    registry,
    log,
  );
  countedByLabel(
    {
      name: "tajdeed_reveals_standing",
      help: "Messages with full values that stand past their time: tried (to be taken back still) or given-up (too old to be deleted, for 30 days)",
      label: "state",
      event: "reveals-not-counted",
      count: counts.standingReveals,
    },
    registry,
    log,
  );
  return {
    registry,
    countTurn({ result, kind, ms }) {
      turns.inc({ result, kind });
      duration.observe({ result }, ms / 1000);
    },
    countTurnFault: ({ parked }) => faults.inc({ parked: `${parked}` }),
    countTurnOutage: () => outages.inc(),
    countBotApiCall: (method, result) => calls.inc({ method, result }),
    countReminders: (what, count) => reminders.inc({ what }, count),
    countLook: (what) => looks.inc({ what }),
    countAttempt: ({ gateway, from, to }) => attempts.inc({ gateway, from, to }),
  };
}
