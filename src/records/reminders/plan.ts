// What is planned for a person, compared with what should be: the next reminder of each worker, and one asked for. Pure.
import { addDays, daysBetween, type IsoDate, laterOf } from "../../domain/iso-date.js";
import { milestonesOf, nextReminder, type ReminderRules, type ReminderWishes, slotOf } from "../../domain/reminder.js";
import { spreadOf } from "./spread.js";

/** A worker whose end of cover is known. */
export type Subject = { readonly worker: string; readonly end: IsoDate };

/** What holds of a worker by the person's word. */
export type Holds =
  | { readonly kind: "stopped" }
  /** Asked for on a day, of this end of cover. */
  | { readonly kind: "later"; readonly on: IsoDate; readonly of: IsoDate | undefined };

type Key = {
  readonly worker: string;
  readonly end: IsoDate;
  /** later: the person asked for that day; its milestone is the days from there to the end. */
  readonly why: "milestone" | "later";
  readonly milestone: number;
  readonly chat: string;
};

export type Reminder = Key & {
  readonly id: number;
  readonly person: string;
  readonly state: "planned" | "queued" | "told";
  readonly day: IsoDate;
  readonly at: Date;
  readonly toldOn: IsoDate | undefined;
  /** The message in the outbox that tells it, or told it. */
  readonly outbox: number | undefined;
};

type Wanted = Key & { readonly person: string; readonly day: IsoDate; readonly at: Date };

export type Facts = {
  readonly person: string;
  /** Where reminders are told; `undefined`: nowhere can be. */
  readonly chat: string | undefined;
  readonly wishes: ReminderWishes;
  readonly subjects: readonly Subject[];
  /** By worker. */
  readonly holds: ReadonlyMap<string, Holds>;
  readonly reminders: readonly Reminder[];
};

/** Rows to be deleted, and rows to be there: one that stands there for another time or person moves. */
export type Changes = { readonly remove: readonly number[]; readonly add: readonly Wanted[] };

/** What is queued is left alone: whether it is still true is asked when its turn to be sent has come. */
export function planOf(facts: Facts, rules: ReminderRules, today: IsoDate): Changes {
  const wanted = wantedBy(facts, rules, today);
  const planned = facts.reminders.filter(({ state }) => state === "planned");
  const kept = planned.filter((row) => wanted.some((each) => isSame(row, each)));
  const others = facts.reminders.filter(({ state }) => state !== "planned");
  const add = wanted.filter(
    (each) => !others.some((row) => isSameKey(row, each)) && !kept.some((row) => isSame(row, each)),
  );
  const isDropped = (row: Reminder) => !kept.includes(row) && !add.some((each) => isSameKey(row, each));
  return { remove: planned.filter(isDropped).map(({ id }) => id), add };
}

/** Whether a reminder is what would be planned now, at the same time. */
export function isStillRight(row: Reminder, facts: Facts, rules: ReminderRules, today: IsoDate): boolean {
  return wantedBy(facts, rules, today).some((each) => isSame(row, each));
}

function wantedBy(facts: Facts, rules: ReminderRules, today: IsoDate): readonly Wanted[] {
  return facts.subjects.flatMap((subject) => wantedOf(facts, subject, rules, today));
}

function wantedOf(facts: Facts, subject: Subject, rules: ReminderRules, today: IsoDate): readonly Wanted[] {
  const { person, chat, wishes } = facts;
  const { worker, end } = subject;
  const holds = facts.holds.get(worker);
  if (chat === undefined || !wishes.isOn || holds?.kind === "stopped") return [];
  const rows = facts.reminders.filter((row) => row.worker === worker && row.end === end);
  const spread = spreadOf(chat);
  const want = (why: Key["why"], milestone: number, day: IsoDate): Wanted => {
    const at = slotOf({ milestone, day }, { wishes, rules, spread, isLate: isLate({ end, milestone, day }) });
    return { person, worker, end, why, milestone, chat, day, at };
  };

  const told = rows.filter(({ state }) => state === "told");
  // What was told today told the whole of today's truth.
  const wasToldToday = told.some(({ toldOn }) => toldOn === today);
  const from = wasToldToday ? addDays(today, 1) : today;
  const asked = askedFor(holds, end, rows, today);
  const later = asked === undefined ? [] : [want("later", daysBetween(asked.on, end), asked.day)];
  // Nothing before the day that was asked for, and that day tells it all.
  const silentUntil = asked === undefined ? from : laterOf(from, addDays(asked.on, 1));

  const milestones = milestonesOf(wishes, rules);
  const due = rows
    .filter(({ state, why, milestone }) => state !== "told" && why === "milestone" && milestones.includes(milestone))
    .filter(({ milestone, day }) => day <= today || addDays(end, -milestone) <= today)
    .filter(() => !wasToldToday && silentUntil <= today)
    .toSorted((a, b) => a.milestone - b.milestone)[0];
  // One that could not be told in time is told late, and then with that day's truth: the next one waits for it.
  if (due !== undefined) return [...later, want("milestone", due.milestone, due.day)];
  const toldOf = told.filter(({ why }) => why === "milestone").map(({ milestone }) => milestone);
  const next = nextReminder({ end, wishes, rules, today: silentUntil, told: toldOf });
  return next === undefined ? later : [...later, want("milestone", next.milestone, next.day)];
}

/** Its own day is over: what is told of it is told on a later one. */
export function isLate({ end, milestone, day }: Pick<Reminder, "end" | "milestone" | "day">): boolean {
  return day > addDays(end, -milestone);
}

/** The day that a person asked for, of the end that still counts, until it is told. `day`: when it is told, the day after if it must. */
function askedFor(
  holds: Holds | undefined,
  end: IsoDate,
  rows: readonly Reminder[],
  today: IsoDate,
): { readonly on: IsoDate; readonly day: IsoDate } | undefined {
  if (holds?.kind !== "later" || (holds.of !== undefined && holds.of !== end)) return undefined;
  const milestone = daysBetween(holds.on, end);
  const row = rows.find((each) => each.why === "later" && each.milestone === milestone);
  if (row === undefined) return holds.on >= today ? { on: holds.on, day: holds.on } : undefined;
  return row.state === "told" ? undefined : { on: holds.on, day: row.day };
}

function isSame(row: Reminder, wanted: Wanted): boolean {
  return isSameKey(row, wanted) && row.person === wanted.person && row.at.getTime() === wanted.at.getTime();
}

function isSameKey(a: Key, b: Key): boolean {
  return (
    a.worker === b.worker && a.end === b.end && a.why === b.why && a.milestone === b.milestone && a.chat === b.chat
  );
}
