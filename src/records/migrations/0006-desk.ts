// The hotline's desk: its people, who looked at whom, chats that a person of it has taken over, and what they file.
import { type Kysely, sql } from "kysely";

const statements = [
  sql`create table staff (
    id bigint generated always as identity primary key,
    chat text not null unique,
    role text not null check (role in ('agent', 'supervisor')),
    state text not null check (state in ('active', 'suspended', 'removed')),
    name_sealed bytea not null,
    seated_at timestamptz not null,
    changed_at timestamptz not null
  )`,
  sql`create table staff_invites (
    token_hash bytea primary key,
    role text not null check (role in ('agent', 'supervisor')),
    made_by bigint references staff,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_by bigint references staff,
    used_at timestamptz
  )`,
  sql`create table staff_events (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    staff_id bigint not null references staff,
    by_staff bigint references staff,
    event text not null,
    effect_key text not null unique
  )`,

  // Who looked at whom, and what came of it. Nothing in it ever changes, whoever asks the database to.
  sql`create table access_log (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    staff_id bigint not null references staff,
    what text not null,
    found_by text,
    sponsor_id bigint references sponsors,
    chat text,
    handoff_id bigint,
    reason_sealed bytea,
    effect_key text not null unique
  )`,
  sql`create index access_log_sponsor on access_log (sponsor_id, at)`,
  sql`create index access_log_chat on access_log (chat, at)`,
  sql`create index access_log_staff on access_log (staff_id, at)`,
  sql`create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception 'this table is only added to'; end $$`,
  sql`create trigger access_log_stays before update or delete on access_log
    for each row execute function refuse_change()`,
  sql`create trigger access_log_is_not_emptied before truncate on access_log
    for each statement execute function refuse_change()`,

  sql`create table handoffs (
    id bigint generated always as identity primary key,
    chat text not null,
    state text not null check (state in ('queue', 'agent', 'bot')),
    staff_id bigint references staff,
    case_id bigint references cases,
    reason text not null,
    journey text,
    language text not null,
    thread text,
    card_outbox bigint references outbox on delete set null,
    opened_at timestamptz not null,
    claimed_at timestamptz,
    first_answer_at timestamptz,
    last_word_at timestamptz,
    escalated_at timestamptz,
    asked_idle_at timestamptz,
    closed_at timestamptz,
    close_reason text,
    helped boolean,
    effect_key text not null unique
  )`,
  // One at a time for a chat.
  sql`create unique index handoffs_open on handoffs (chat) where (state <> 'bot')`,
  sql`create index handoffs_by_state on handoffs (state, opened_at) where (state <> 'bot')`,
  sql`create index handoffs_opened on handoffs (opened_at)`,
  sql`create index handoffs_thread on handoffs (thread) where (thread is not null)`,
  sql`create index handoffs_card on handoffs (card_outbox) where (card_outbox is not null)`,
  sql`create table handoff_events (
    id bigint generated always as identity primary key,
    handoff_id bigint not null references handoffs,
    at timestamptz not null,
    staff_id bigint references staff,
    event text not null,
    note_sealed bytea,
    effect_key text not null unique
  )`,
  sql`create index handoff_events_handoff on handoff_events (handoff_id, id)`,
  // A message of one side on its way to the other: outbox_id tells what became of it.
  sql`create table relays (
    id bigint generated always as identity primary key,
    handoff_id bigint not null references handoffs,
    to_person boolean not null,
    source_message text not null,
    outbox_id bigint references outbox on delete set null,
    at timestamptz not null,
    withdrawn_at timestamptz,
    effect_key text not null unique
  )`,
  sql`create index relays_source on relays (handoff_id, to_person, source_message)`,
  sql`create index relays_outbox on relays (outbox_id) where (outbox_id is not null)`,
  // The platform's own id of what was sent: an edit follows it, a withdrawal takes it away.
  sql`alter table outbox add column message_id text`,
  // Whoever answers a message in the staff's group means the chat that it belongs to.
  sql`create index outbox_message on outbox (chat, message_id) where (kind = 'desk' and message_id is not null)`,

  sql`create table consents (
    id bigint generated always as identity primary key,
    staff_id bigint not null references staff,
    sponsor_id bigint not null references sponsors,
    chat text not null,
    handoff_id bigint references handoffs,
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    answered_at timestamptz,
    allowed boolean,
    effect_key text not null unique
  )`,
  sql`create index consents_staff on consents (staff_id, sponsor_id, expires_at)`,
  // A message in a staff member's chat that shows full values, until it is taken away again.
  sql`create table reveals (
    id bigint generated always as identity primary key,
    staff_id bigint not null references staff,
    chat text not null,
    outbox_id bigint references outbox on delete set null,
    delete_at timestamptz not null,
    deleted_at timestamptz
  )`,
  sql`create index reveals_to_delete on reveals (delete_at) where (deleted_at is null)`,
  sql`create table phone_corrections (
    id bigint generated always as identity primary key,
    sponsor_id bigint not null references sponsors,
    phone_index bytea not null,
    phone_sealed bytea not null,
    asked_by bigint not null references staff,
    asked_at timestamptz not null,
    confirmed_by bigint references staff,
    confirmed_at timestamptz,
    effect_key text not null unique
  )`,

  // As desk/lookup-query.ts folds what is typed: any digits, no spaces or hyphens, capitals.
  sql`create index covers_policy on covers
    (upper(translate(policy_number, '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ -‐‑‒–—', '01234567890123456789'))) where (policy_number is not null)`,
  sql`create index cases_worker on cases (worker_id) where (worker_id is not null)`,
  sql`create index cases_intent on cases (intent_id) where (intent_id is not null)`,

  sql`alter table case_events add column staff_id bigint references staff`,
  sql`alter table renewals add column filing_by bigint references staff, add column filing_since timestamptz`,
  sql`create index renewals_to_file on renewals (paid_at) where (state in ('paid', 'filed'))`,
  // Who filed what, with the reason of a rejection; a step is taken once under its key.
  sql`create table filing_events (
    id bigint generated always as identity primary key,
    renewal_id bigint not null references renewals,
    at timestamptz not null,
    staff_id bigint not null references staff,
    event text not null,
    reason_sealed bytea,
    effect_key text not null unique
  )`,
  // A number is entered once, among all that an import brought.
  sql`create index covers_policy_number on covers (policy_number) where (policy_number is not null)`,
  sql`create index renewals_policy_number on renewals (policy_number) where (policy_number is not null)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
