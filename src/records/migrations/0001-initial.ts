// The first schema: people on record, what they are covered by, what they owe and paid, and what must still be said to them.
import { type Kysely, sql } from "kysely";

const statements = [
  sql`create extension if not exists btree_gist`,

  // What this database is: whether it holds demo data, and a value only the right FIELD_KEY opens.
  sql`create table meta (name text primary key, value text not null)`,

  sql`create table sponsors (
    id bigint generated always as identity primary key,
    civil_id_index bytea not null unique,
    civil_id_sealed bytea not null,
    name_sealed bytea not null,
    phone_index bytea not null,
    phone_sealed bytea not null,
    kuwaiti boolean not null,
    imported_at timestamptz not null
  )`,
  sql`create index sponsors_phone on sponsors (phone_index)`,

  sql`create table workers (
    id bigint generated always as identity primary key,
    sponsor_id bigint not null references sponsors,
    civil_id_index bytea not null unique,
    civil_id_sealed bytea not null,
    name_sealed bytea not null,
    article smallint not null,
    in_kuwait boolean not null,
    imported_at timestamptz not null
  )`,
  sql`create index workers_sponsor on workers (sponsor_id)`,

  // Two covers of one worker cannot overlap; what a sponsor told never blocks anything.
  sql`create table covers (
    id bigint generated always as identity primary key,
    worker_id bigint not null references workers,
    from_day date not null,
    until_day date not null,
    source text not null check (source in ('imported', 'issued', 'told')),
    policy_number text,
    known_at timestamptz not null,
    check (from_day <= until_day),
    constraint covers_do_not_overlap exclude using gist
      (worker_id with =, daterange(from_day, until_day, '[]') with &&) where (source <> 'told')
  )`,
  sql`create index covers_worker on covers (worker_id)`,

  // What a person gave of themselves in one chat. It is proved while its phone, which was proved there, is the one that the imported
  // sponsor of this civil ID has now: looked up at each reading, so that an import opens and closes accounts by itself.
  sql`create table accounts (
    id bigint generated always as identity primary key,
    civil_id_index bytea not null,
    civil_id_sealed bytea not null,
    phone_index bytea not null,
    phone_sealed bytea not null,
    name_sealed bytea not null,
    email_sealed bytea,
    gender text not null,
    governorate text not null,
    consented_to text not null,
    opened_at timestamptz not null,
    effect_key text not null unique
  )`,
  sql`create index accounts_civil_id on accounts (civil_id_index)`,

  // chat: channel and keyed index of the chat's id. erase_when_closed: its person left while something was still to be told.
  sql`create table chats (
    chat text primary key,
    channel text not null,
    chat_id_sealed bytea not null,
    account_id bigint references accounts,
    language text,
    unreachable_at timestamptz,
    first_seen_at timestamptz not null,
    erase_when_closed boolean not null default false
  )`,
  sql`create index chats_account on chats (account_id)`,
  sql`create index chats_to_erase on chats (chat) where (erase_when_closed)`,

  // The highest turn token that has written for a chat.
  sql`create table chat_fences (chat text primary key, token bigint not null)`,

  // Challenges set in a chat (the newest under a key counts) and, once one is met, the proof. A code is kept only as a keyed hash, and
  // not once it is met.
  sql`create table proofs (
    id bigint generated always as identity primary key,
    chat text not null,
    effect_key text not null,
    how text not null check (how in ('contact', 'code')),
    civil_id_index bytea not null,
    phone_index bytea,
    phone_sealed bytea,
    code_hash bytea,
    sent_at timestamptz not null,
    tries smallint not null default 0,
    proved_at timestamptz
  )`,
  sql`create index proofs_key on proofs (chat, effect_key, id)`,

  // Workers whom a person only follows, because they said so.
  sql`create table tracked_workers (
    id bigint generated always as identity primary key,
    account_id bigint not null references accounts,
    civil_id_index bytea not null,
    civil_id_sealed bytea not null,
    name_sealed bytea not null,
    until_day date,
    told_at timestamptz not null,
    unique (account_id, civil_id_index)
  )`,

  // What is limited, counted apart for a chat and for a civil ID: refused look-ups, codes sent.
  sql`create table tallies (
    what text not null check (what in ('refusal-chat', 'refusal-civil-id', 'code-chat', 'code-civil-id', 'register-chat')),
    subject bytea not null,
    at timestamptz not null
  )`,
  sql`create index tallies_subject on tallies (what, subject, at)`,

  // What is owed. The key makes opening it an effect that happens once.
  sql`create table intents (
    id bigint generated always as identity primary key,
    effect_key text not null unique,
    state text not null,
    payer text not null check (payer in ('account', 'quick')),
    chat text not null,
    account_id bigint,
    language text not null,
    total_fils bigint not null check (total_fils >= 0),
    fee_schedule text not null,
    quote_digest text not null,
    terms_version text not null,
    accepted_at timestamptz not null,
    opened_at timestamptz not null,
    expires_at timestamptz not null,
    paid_at timestamptz
  )`,
  sql`create index intents_chat on intents (chat)`,

  sql`create table intent_lines (
    id bigint generated always as identity primary key,
    intent_id bigint not null references intents,
    worker_id bigint not null references workers,
    from_day date not null,
    until_day date not null,
    years smallint not null,
    fils bigint not null check (fils >= 0),
    rule text not null,
    source text not null,
    certainty text not null,
    unique (intent_id, worker_id)
  )`,
  sql`create index intent_lines_worker on intent_lines (worker_id)`,

  // One try at one gateway. At most one of an intent is live at a time.
  sql`create table attempts (
    id bigint generated always as identity primary key,
    intent_id bigint not null references intents,
    gateway text not null,
    reference text not null unique,
    provider_refs jsonb not null default '{}',
    redirect_url_sealed bytea,
    state text not null,
    fils bigint not null,
    currency text not null,
    opened_at timestamptz not null,
    expires_at timestamptz,
    asked integer not null default 0,
    ask_next_at timestamptz,
    settled_at timestamptz
  )`,
  sql`create unique index attempts_one_live on attempts (intent_id) where (state in ('opening', 'live', 'unknown'))`,
  sql`create index attempts_to_ask on attempts (ask_next_at) where (ask_next_at is not null)`,

  // A captured line on its way to a policy: paid, filed, issued, rejected … Two that stand cannot overlap.
  sql`create table renewals (
    id bigint generated always as identity primary key,
    intent_line_id bigint not null unique references intent_lines,
    worker_id bigint not null references workers,
    from_day date not null,
    until_day date not null,
    state text not null,
    policy_number text,
    cover_id bigint references covers,
    paid_at timestamptz not null,
    changed_at timestamptz not null,
    constraint renewals_do_not_overlap exclude using gist
      (worker_id with =, daterange(from_day, until_day, '[]') with &&) where (state in ('paid', 'filed', 'issued'))
  )`,

  sql`create table receipts (
    id bigint generated always as identity primary key,
    intent_id bigint not null unique references intents,
    attempt_id bigint references attempts,
    number text not null unique,
    issued_at timestamptz not null
  )`,

  // Links that were given out: only the hash of the token is kept.
  sql`create table links (
    token_hash bytea primary key,
    kind text not null check (kind in ('pay', 'receipt', 'export')),
    intent_id bigint references intents,
    chat text,
    made_at timestamptz not null,
    expires_at timestamptz,
    used_at timestamptz
  )`,
  sql`create index links_intent on links (intent_id)`,

  // What must leave for a chat even if this process dies. leased_until runs on the database's own clock.
  sql`create table outbox (
    id bigint generated always as identity primary key,
    chat text not null,
    kind text not null,
    message_sealed bytea not null,
    state text not null check (state in ('waiting', 'sending', 'sent', 'unknown', 'failed')),
    due_at timestamptz not null,
    leased_until timestamptz,
    tries smallint not null default 0,
    effect_key text unique,
    enqueued_at timestamptz not null,
    settled_at timestamptz
  )`,
  sql`create index outbox_due on outbox (due_at, id) where (state in ('waiting', 'sending'))`,

  // One-time codes on their way to a phone, through the same sender rules.
  sql`create table sms_outbox (
    id bigint generated always as identity primary key,
    proof_id bigint not null unique references proofs,
    phone_sealed bytea not null,
    text_sealed bytea not null,
    state text not null check (state in ('waiting', 'sending', 'sent', 'unknown', 'failed')),
    leased_until timestamptz,
    tries smallint not null default 0,
    enqueued_at timestamptz not null
  )`,

  // What cannot end well by itself: a row with its history, which the desk shows.
  sql`create table cases (
    id bigint generated always as identity primary key,
    kind text not null,
    intent_id bigint references intents,
    attempt_id bigint references attempts,
    renewal_id bigint references renewals,
    effect_key text not null unique,
    state text not null check (state in ('open', 'closed')),
    opened_at timestamptz not null
  )`,
  sql`create table case_events (
    id bigint generated always as identity primary key,
    case_id bigint not null references cases,
    at timestamptz not null,
    event text not null,
    detail jsonb not null default '{}'
  )`,

  // Updates our own code failed on: counted, and after five faults set aside, sealed.
  sql`create table troubled_updates (
    chat text not null,
    update_id text not null,
    faults smallint not null,
    last_at timestamptz not null,
    parked_at timestamptz,
    input_sealed bytea,
    primary key (chat, update_id)
  )`,

  // Session state, where there is no Redis.
  sql`create table sessions (
    chat text primary key,
    token bigint not null,
    leased_until timestamptz,
    session bytea,
    session_until timestamptz,
    updates jsonb not null default '{}'
  )`,

  // The sandbox gateway's own books, kept apart from ours so that it can be asked as a real one is.
  sql`create table sandbox_charges (
    reference text primary key,
    payment_id text not null unique,
    fils bigint not null,
    currency text not null,
    language text not null,
    return_url_sealed bytea not null,
    callback_url text not null,
    made_at timestamptz not null,
    outcome text,
    answers_at timestamptz,
    told_at timestamptz
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await statement.execute(db);
}
