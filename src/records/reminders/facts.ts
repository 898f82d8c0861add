// What planning goes by, read for many persons at once: their workers' ends of cover, wishes, answers, and what is planned and told.
import { type Kysely, sql } from "kysely";
import type { IsoDate } from "../../domain/iso-date.js";
import { defaultWishes, type ReminderWishes } from "../../domain/reminder.js";
import type { Schema } from "../schema.js";
import { namesOf, type Person } from "./persons.js";
import type { Facts, Holds, Reminder, Subject } from "./plan.js";

/** Four statements, whatever they find. */
export async function readFacts(
  db: Kysely<Schema>,
  persons: readonly Person[],
): Promise<readonly (Facts & { readonly of: Person })[]> {
  const subjects = await readSubjects(db, persons);
  const wishes = await readWishes(db, persons);
  const answers = await readAnswers(db, subjects);
  const reminders = await readReminders(db, persons);
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
  readonly who: Buffer;
  readonly end: IsoDate;
};

/** Of worker `w`, covered or paid for until then, or told to be: whichever is later. */
const endOnRecord = sql<IsoDate | null>`greatest(
  (select max(c.until_day) from covers c where c.worker_id = w.id),
  (select max(r.until_day) from renewals r where r.worker_id = w.id and r.state in ('paid', 'filed')))`;

/** Of a worker whose end is unknown nobody is reminded. */
async function readSubjects(db: Kysely<Schema>, persons: readonly Person[]): Promise<readonly SubjectRow[]> {
  const sponsors = persons.flatMap(({ sponsor }) => (sponsor === undefined ? [] : [sponsor]));
  const accounts = persons.flatMap((person) => person.accounts);
  const { rows } = await sql<SubjectRow>`
    select * from (
      select w.sponsor_id as sponsor, null::bigint as account, 'w' || w.id as worker, w.civil_id_index as who, ${endOnRecord} as end
      from workers w where w.sponsor_id = any(${sponsors}::bigint[])
      union all
      select null, t.account_id, 't' || t.id, t.civil_id_index, t.until_day
      from tracked_workers t where t.account_id = any(${accounts}::bigint[])
    ) as subject
    where "end" is not null
    order by account nulls first, worker desc`.execute(db);
  return rows;
}

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
    const key = who.toString("hex");
    if (!byCivilId.has(key)) byCivilId.set(key, { worker, end });
  }
  return [...byCivilId.values()];
}

type WishesRow = { readonly person: string; readonly wishes: ReminderWishes; readonly chosen: string | undefined };

async function readWishes(db: Kysely<Schema>, persons: readonly Person[]): Promise<readonly WishesRow[]> {
  const rows = await db
    .selectFrom("reminder_wishes")
    .selectAll()
    .where("person", "=", sql<string>`any(${persons.flatMap(namesOf)}::text[])`)
    .execute();
  return rows.map((row) => ({
    person: row.person,
    wishes: {
      isOn: row.is_on,
      ...(row.days === null ? {} : { days: row.days }),
      ...(row.hour === null ? {} : { hour: row.hour }),
      quietFridays: row.quiet_fridays,
      names: row.names,
    },
    chosen: row.chat ?? undefined,
  }));
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

/** The oldest first. */
async function readAnswers(db: Kysely<Schema>, subjects: readonly SubjectRow[]): Promise<readonly AnswerRow[]> {
  const workers = subjects.map(({ worker }) => worker);
  return db
    .selectFrom("reminder_answers")
    .select(["person", "worker", "kind", "day", "of_end"])
    .where("worker", "=", sql<string>`any(${workers}::text[])`)
    .where("undone_at", "is", null)
    .orderBy("id")
    .execute();
}

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

async function readReminders(db: Kysely<Schema>, persons: readonly Person[]): Promise<readonly Reminder[]> {
  const chats = persons.flatMap((person) => person.chats.map(({ chat }) => chat));
  const { rows } = await sql<ReminderRow>`
    select * from reminders where person = any(${persons.flatMap(namesOf)}::text[])
    union
    select * from reminders where chat = any(${chats}::text[])`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    person: row.person,
    worker: row.worker,
    end: row.end_day,
    why: row.why,
    milestone: row.milestone,
    chat: row.chat,
    state: row.state,
    day: row.due_day,
    at: row.due_at,
    toldOn: row.told_day ?? undefined,
    outbox: row.outbox_id ?? undefined,
  }));
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
  due_at: Date;
  told_day: IsoDate | null;
  outbox_id: number | null;
};
