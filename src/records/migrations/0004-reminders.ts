// Reminders: how people wish to be reminded, what they answered, what is planned and what was told. Their words are written only at sending.
import { type Kysely, sql } from "kysely";

const statements = [
  // person: "s" and a sponsor's id for everybody whose account is proved for it, "a" and an account's id for an unproved one.
  sql`create table reminder_wishes (
    person text primary key,
    is_on boolean not null,
    days smallint[],
    hour smallint,
    quiet_fridays boolean not null,
    names text not null check (names in ('name', 'initials')),
    chat text
  )`,

  // The newest one about a worker that was not undone holds. day: until when, or not before when; of_end: the end of cover it was
  // said of; before_day and before_at: what was told of a followed worker before it.
  sql`create table reminder_answers (
    id bigint generated always as identity primary key,
    person text not null,
    worker text not null,
    kind text not null check (kind in ('renewed', 'later', 'left', 'not-mine', 'stopped')),
    day date,
    of_end date,
    before_day date,
    before_at timestamptz,
    at timestamptz not null,
    effect_key text not null unique,
    undone_at timestamptz,
    undone_by text unique
  )`,
  sql`create index reminder_answers_person on reminder_answers (person)`,
  sql`create index reminder_answers_worker on reminder_answers (worker)`,

  // What is told by an answer goes when the answer does.
  sql`alter table covers add column answer_id bigint references reminder_answers on delete cascade`,
  sql`create index covers_answer on covers (answer_id) where (answer_id is not null)`,

  // One for each end of a worker's cover, milestone and chat; outbox_id once it is queued. due_at is the slot within due_day.
  sql`create table reminders (
    id bigint generated always as identity primary key,
    person text not null,
    worker text not null,
    end_day date not null,
    why text not null check (why in ('milestone', 'later')),
    milestone integer not null,
    chat text not null,
    state text not null check (state in ('planned', 'queued', 'told')),
    due_day date not null,
    due_at timestamptz not null,
    told_day date,
    outbox_id bigint references outbox on delete set null,
    unique (worker, end_day, why, milestone, chat)
  )`,
  sql`create index reminders_due on reminders (due_at, chat) where (state = 'planned')`,
  sql`create index reminders_person on reminders (person)`,
  sql`create index reminders_chat on reminders (chat)`,
  sql`create index reminders_outbox on reminders (outbox_id) where (outbox_id is not null)`,
  sql`create index reminders_told on reminders (end_day) where (state = 'told')`,

  // The waiting renewals of a worker are looked at with every plan.
  sql`create index renewals_worker on renewals (worker_id)`,

  sql`alter table cases add column worker_id bigint references workers`,

  // dropped: no longer true when its turn came, so nothing was sent.
  sql`alter table outbox drop constraint outbox_state_check, add constraint outbox_state_check check (state in
    ('waiting', 'sending', 'sent', 'unknown', 'failed', 'dropped'))`,
  sql`drop index outbox_not_sent`,
  sql`create index outbox_not_sent on outbox (state) where (state not in ('sent', 'dropped'))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
