// What planning goes by, read for many persons at once: their workers' ends of cover, wishes, answers, and what is planned and told.
import { type Kysely, sql } from "kysely";
import type { IsoDate } from "../../domain/iso-date.js";
import { defaultWishes, type ReminderWishes } from "../../domain/reminder.js";
import type { Schema } from "../schema.js";
import { namesOf, type Person } from "./persons.js";
import type { Facts, Holds, Reminder, Subject } from "./plan.js";

/** One statement: planning goes with every change, and a round trip costs more than what it brings. */
export async function readFacts(
  db: Kysely<Schema>,
  persons: readonly Person[],
): Promise<readonly (Facts & { readonly of: Person })[]> {
  const { subjects, wishes, answers, reminders } = await readRows(db, persons);
  return persons.map((of) => {
    const names = new Set(namesOf(of));
    const chats = new Set(of.chats.map(({ chat }) => chat));
    const own = wishesOf(of, wishes);
    const subjectsOf = ownSubjects(of, subjects);
    return {
      of,
      person: of.id,
      chat: chatOf(of, own.chosen),
      wishes: own.wishes,
      subjects: subjectsOf,
      holds: holdsOf(of, subjectsOf, answers),
      // Also what was told to another in one of these chats: an account may have been proved since.
      reminders: reminders.filter(({ person, chat }) => names.has(person) || chats.has(chat)),
    };
  });
}

type SubjectRow = {
  readonly sponsor: number | null;
  readonly account: number | null;
  readonly worker: string;
  /** The index of the civil ID, as text. */
  readonly who: string;
  /** `null`: unknown, and nobody is reminded of it. */
  readonly end: IsoDate | null;
};

/** Of worker `w`, covered or paid for until then, or told to be: whichever is later. */
const endOnRecord = sql<IsoDate | null>`greatest(
  (select max(c.until_day) from covers c where c.worker_id = w.id),
  (select max(r.until_day) from renewals r where r.worker_id = w.id and r.state in ('paid', 'filed')))`;

type Rows = {
  readonly subjects: readonly SubjectRow[];
  readonly wishes: readonly WishesRow[];
  /** The oldest first. */
  readonly answers: readonly AnswerRow[];
  readonly reminders: readonly Reminder[];
};

async function readRows(db: Kysely<Schema>, persons: readonly Person[]): Promise<Rows> {
  const sponsors = persons.flatMap(({ sponsor }) => (sponsor === undefined ? [] : [sponsor]));
  const accounts = persons.flatMap((person) => person.accounts);
  const names = persons.flatMap(namesOf);
  const chats = persons.flatMap((person) => person.chats.map(({ chat }) => chat));
  const { rows } = await sql<AsJson>`
    with subject as (
      select w.sponsor_id as sponsor, null::bigint as account, 'w' || w.id as worker, w.civil_id_index as who,
        ${endOnRecord} as "end"
      from workers w where w.sponsor_id = any(${sponsors}::bigint[])
      union all
      select null, t.account_id, 't' || t.id, t.civil_id_index, t.until_day
      from tracked_workers t where t.account_id = any(${accounts}::bigint[])
    )
    select
      (select json_agg(subject order by account nulls first, worker desc) from subject) as subjects,
      (select json_agg(w) from reminder_wishes w where person = any(${names}::text[])) as wishes,
      (select json_agg(a order by id) from reminder_answers a
        where worker in (select worker from subject) and undone_at is null) as answers,
      (select json_agg(r) from reminders r
        where person = any(${names}::text[]) or chat = any(${chats}::text[])) as reminders`.execute(db);
  const { subjects, wishes, answers, reminders } = rows[0] ?? {};
  return {
    subjects: subjects ?? [],
    wishes: (wishes ?? []).map(toWishes),
    answers: answers ?? [],
    reminders: (reminders ?? []).map(toReminder),
  };
}

/** In JSON dates are text as they are, instants and bytes too. */
type AsJson = {
  subjects?: SubjectRow[] | null;
  wishes?: Schema["reminder_wishes"][] | null;
  answers?: AnswerRow[] | null;
  reminders?: ReminderRow[] | null;
};

/** The end of this person's own worker's cover, known or not; `undefined` for a worker who is not theirs. */
export async function readOwnWorker(
  db: Kysely<Schema>,
  { sponsor, accounts }: Person,
  worker: string,
): Promise<{ readonly end: IsoDate | undefined } | undefined> {
  const { rows } = await sql<{ end: IsoDate | null }>`
    select ${endOnRecord} as end from workers w where w.sponsor_id = ${sponsor ?? 0} and 'w' || w.id = ${worker}
    union all
    select t.until_day from tracked_workers t
    where t.account_id = any(${[...accounts]}::bigint[]) and 't' || t.id = ${worker}`.execute(db);
  return rows[0] && { end: rows[0].end ?? undefined };
}

/** Who is on record and followed as well is reminded of once, by what is on record. */
function ownSubjects({ sponsor, accounts }: Person, rows: readonly SubjectRow[]): readonly Subject[] {
  const own = rows.filter((row) =>
    row.account === null ? row.sponsor === sponsor && sponsor !== undefined : accounts.includes(row.account),
  );
  const byCivilId = new Map<string, Subject>();
  for (const { who, worker, end } of own) {
    if (end !== null && !byCivilId.has(who)) byCivilId.set(who, { worker, end });
  }
  return [...byCivilId.values()];
}

type WishesRow = { readonly person: string; readonly wishes: ReminderWishes; readonly chosen: string | undefined };

function toWishes(row: Schema["reminder_wishes"]): WishesRow {
  return {
    person: row.person,
    wishes: {
      isOn: row.is_on,
      ...(row.days === null ? {} : { days: row.days }),
      ...(row.hour === null ? {} : { hour: row.hour }),
      quietFridays: row.quiet_fridays,
      names: row.names,
    },
    chosen: row.chat ?? undefined,
  };
}

/** Who wished something before the account was proved still wishes it. */
function wishesOf(person: Person, rows: readonly WishesRow[]): Omit<WishesRow, "person"> {
  for (const name of namesOf(person)) {
    const row = rows.find((each) => each.person === name);
    if (row !== undefined) return row;
  }
  return { wishes: defaultWishes, chosen: undefined };
}

/** The one that was chosen, or else the newest in which reminders arrive. */
function chatOf({ chats }: Person, chosen: string | undefined): string | undefined {
  const reachable = chats.filter(({ isReachable }) => isReachable);
  return (reachable.find(({ chat }) => chat === chosen) ?? reachable[0])?.chat;
}

type AnswerRow = {
  readonly person: string;
  readonly worker: string;
  readonly kind: Schema["reminder_answers"]["kind"];
  readonly day: string | null;
  readonly of_end: string | null;
};

/** What was said of a followed worker holds for whoever follows that worker, whose account may be proved or not. */
export function isSaidBy(person: Pick<Person, "id">, answer: Pick<AnswerRow, "person" | "worker">): boolean {
  return answer.worker.startsWith("t") || answer.person === person.id;
}

function holdsOf(
  person: Person,
  subjects: readonly Subject[],
  answers: readonly AnswerRow[],
): ReadonlyMap<string, Holds> {
  const own = new Set(subjects.map(({ worker }) => worker));
  const holds = new Map<string, Holds>();
  for (const answer of answers) {
    if (!own.has(answer.worker) || !isSaidBy(person, answer)) continue;
    const { worker, kind, day, of_end } = answer;
    if (kind === "renewed") holds.delete(worker);
    else if (kind !== "later") holds.set(worker, { kind: "stopped" });
    else if (day !== null)
      holds.set(worker, { kind, on: day as IsoDate, of: (of_end ?? undefined) as IsoDate | undefined });
  }
  return holds;
}

function toReminder(row: ReminderRow): Reminder {
  return {
    id: row.id,
    person: row.person,
    worker: row.worker,
    end: row.end_day,
    why: row.why,
    milestone: row.milestone,
    chat: row.chat,
    state: row.state,
    day: row.due_day,
    at: new Date(row.due_at),
    toldOn: row.told_day ?? undefined,
    outbox: row.outbox_id ?? undefined,
  };
}

type ReminderRow = {
  id: number;
  person: string;
  worker: string;
  end_day: IsoDate;
  why: Reminder["why"];
  milestone: number;
  chat: string;
  state: Reminder["state"];
  due_day: IsoDate;
  due_at: string;
  told_day: IsoDate | null;
  outbox_id: number | null;
};
