// The tables as Kysely sees them. Dates are "YYYY-MM-DD" strings, instants are Date, bigint columns are safe integers (parsers are forced).
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely";
import type { StaffRole } from "../domain/access.js";
import type { Gender, Governorate } from "../domain/places.js";
import type { Access } from "../journeys/access-port.js";
import type { Language } from "../words/line.js";

type Id = GeneratedAlways<number>;
type Instant = Date;
type Json<T extends object> = JSONColumnType<T>;

type Identified = { civil_id_index: Buffer; civil_id_sealed: Buffer; name_sealed: Buffer };

export type Schema = {
  meta: { name: string; value: string };
  sponsors: Identified & { id: Id; phone_index: Buffer; phone_sealed: Buffer; kuwaiti: boolean; imported_at: Instant };
  workers: Identified & { id: Id; sponsor_id: number; article: number; in_kuwait: boolean; imported_at: Instant };
  covers: {
    id: Id;
    worker_id: number;
    from_day: string;
    until_day: string;
    source: "imported" | "issued" | "told";
    policy_number: string | null;
    known_at: Instant;
    answer_id: number | null;
  };
  accounts: Identified & {
    id: Id;
    phone_index: Buffer;
    phone_sealed: Buffer;
    email_sealed: Buffer | null;
    gender: Gender;
    governorate: Governorate;
    consented_to: string;
    opened_at: Instant;
    effect_key: string;
  };
  chats: {
    chat: string;
    channel: string;
    chat_id_sealed: Buffer;
    account_id: number | null;
    language: Language | null;
    unreachable_at: Instant | null;
    first_seen_at: Instant;
    erase_when_closed: Generated<boolean>;
  };
  chat_fences: { chat: string; token: number };
  proofs: {
    id: Id;
    chat: string;
    effect_key: string;
    how: "contact" | "code";
    civil_id_index: Buffer;
    phone_index: Buffer | null;
    phone_sealed: Buffer | null;
    code_hash: Buffer | null;
    sent_at: Instant;
    tries: Generated<number>;
    proved_at: Instant | null;
  };
  tracked_workers: Identified & {
    id: Id;
    account_id: number;
    until_day: string | null;
    told_at: Instant;
  };
  tallies: {
    what: "refusal-chat" | "refusal-civil-id" | "code-chat" | "code-pair" | "code-civil-id" | "register-chat";
    subject: Buffer;
    at: Instant;
  };
  intents: {
    id: Id;
    effect_key: string;
    state: string;
    payer: "account" | "quick";
    chat: string;
    account_id: number | null;
    language: string;
    total_fils: number;
    fee_schedule: string;
    quote_digest: string;
    terms_version: string;
    accepted_at: Instant;
    opened_at: Instant;
    expires_at: Instant;
    paid_at: Instant | null;
  };
  intent_lines: {
    id: Id;
    intent_id: number;
    worker_id: number;
    from_day: string;
    until_day: string;
    years: number;
    fils: number;
    rule: string;
    source: string;
    certainty: string;
  };
  attempts: {
    id: Id;
    intent_id: number;
    gateway: string;
    reference: string;
    provider_refs: Json<Record<string, string>>;
    redirect_url_sealed: Buffer | null;
    state: string;
    fils: number;
    currency: string;
    opened_at: Instant;
    expires_at: Instant | null;
    asked: Generated<number>;
    ask_next_at: Instant | null;
    settled_at: Instant | null;
  };
  renewals: {
    id: Id;
    intent_line_id: number;
    worker_id: number;
    from_day: string;
    until_day: string;
    state: string;
    policy_number: string | null;
    cover_id: number | null;
    paid_at: Instant;
    changed_at: Instant;
    filing_by: number | null;
    filing_since: Instant | null;
  };
  receipts: { id: Id; intent_id: number; attempt_id: number | null; number: string; issued_at: Instant };
  links: {
    token_hash: Buffer;
    kind: "pay" | "receipt" | "export";
    intent_id: number | null;
    chat: string | null;
    made_at: Instant;
    expires_at: Instant | null;
    used_at: Instant | null;
  };
  outbox: {
    id: Id;
    chat: string;
    kind: string;
    message_sealed: Buffer;
    state: "waiting" | "sending" | "sent" | "unknown" | "failed" | "dropped";
    due_at: Instant;
    leased_until: Instant | null;
    tries: Generated<number>;
    effect_key: string | null;
    enqueued_at: Instant;
    settled_at: Instant | null;
    message_id: string | null;
  };
  group_pace: { chat: string; posted_at: Generated<Instant[]>; paused_until: Instant | null };
  channel_pace: { channel: string; tokens: number; filled_at: Instant; paused_until: Instant | null };
  sms_outbox: {
    id: Id;
    proof_id: number;
    phone_sealed: Buffer;
    text_sealed: Buffer;
    state: "waiting" | "sending" | "sent" | "unknown" | "failed";
    leased_until: Instant | null;
    tries: Generated<number>;
    enqueued_at: Instant;
  };
  cases: {
    id: Id;
    kind: string;
    intent_id: number | null;
    attempt_id: number | null;
    renewal_id: number | null;
    worker_id: number | null;
    sponsor_id: number | null;
    effect_key: string;
    state: "open" | "closed";
    opened_at: Instant;
  };
  case_events: {
    id: Id;
    case_id: number;
    at: Instant;
    event: string;
    detail: Json<Record<string, string | number>>;
    staff_id: number | null;
    note_sealed: Buffer | null;
    effect_key: string | null;
  };
  reminder_wishes: {
    person: string;
    is_on: boolean;
    days: number[] | null;
    hour: number | null;
    quiet_fridays: boolean;
    names: "name" | "initials";
    chat: string | null;
  };
  reminder_answers: {
    id: Id;
    person: string;
    worker: string;
    kind: "renewed" | "later" | "left" | "not-mine" | "stopped";
    day: string | null;
    of_end: string | null;
    before_day: string | null;
    before_at: Instant | null;
    at: Instant;
    effect_key: string;
    undone_at: Instant | null;
    undone_by: string | null;
  };
  reminders: {
    id: Id;
    person: string;
    worker: string;
    end_day: string;
    why: "milestone" | "later";
    milestone: number;
    chat: string;
    state: "planned" | "queued" | "told";
    due_day: string;
    due_at: Instant;
    told_day: string | null;
    outbox_id: number | null;
  };
  staff: {
    id: Id;
    chat: string;
    role: StaffRole;
    state: "active" | "suspended" | "removed";
    name_sealed: Buffer;
    seated_at: Instant;
    changed_at: Instant;
    sitting: Generated<number>;
  };
  staff_invites: {
    token_hash: Buffer;
    role: StaffRole;
    made_by: number | null;
    made_sitting: number | null;
    made_at: Instant;
    expires_at: Instant;
    used_by: number | null;
    used_at: Instant | null;
  };
  staff_events: {
    id: Id;
    at: Instant;
    staff_id: number;
    by_staff: number | null;
    event: string;
    effect_key: string;
  };
  access_log: {
    id: Id;
    at: Instant;
    staff_id: number;
    what: Access["what"] | "no-match" | "limit";
    found_by: string | null;
    sponsor_id: number | null;
    chat: string | null;
    handoff_id: number | null;
    reason_sealed: Buffer | null;
    effect_key: string;
  };
  handoffs: {
    id: Id;
    chat: string;
    state: "queue" | "agent" | "bot";
    staff_id: number | null;
    case_id: number | null;
    reason: string;
    journey: string | null;
    language: Language;
    thread: string | null;
    card_outbox: number | null;
    opened_at: Instant;
    claimed_at: Instant | null;
    first_answer_at: Instant | null;
    last_word_at: Instant | null;
    escalated_at: Instant | null;
    asked_idle_at: Instant | null;
    closed_at: Instant | null;
    close_reason: string | null;
    helped: boolean | null;
    effect_key: string;
  };
  handoff_events: {
    id: Id;
    handoff_id: number;
    at: Instant;
    staff_id: number | null;
    event: string;
    note_sealed: Buffer | null;
    effect_key: string;
  };
  relays: {
    id: Id;
    handoff_id: number;
    to_person: boolean;
    source_message: string;
    outbox_id: number | null;
    at: Instant;
    withdrawn_at: Instant | null;
    effect_key: string;
    what: Generated<"message" | "edit" | "withdrawal">;
    lost: Generated<number>;
  };
  consents: {
    id: Id;
    staff_id: number;
    sponsor_id: number;
    chat: string;
    handoff_id: number | null;
    asked_at: Instant;
    expires_at: Instant;
    answered_at: Instant | null;
    allowed: boolean | null;
    effect_key: string;
  };
  reveals: {
    id: Id;
    staff_id: number;
    chat: string;
    outbox_id: number | null;
    /** Whom it is about; null: shown by an older program. */
    sponsor_id: number | null;
    delete_at: Instant;
    deleted_at: Instant | null;
    tries: Generated<number>;
    try_at: Instant | null;
    was_unreachable: Generated<boolean>;
    given_up_at: Instant | null;
  };
  phone_corrections: {
    id: Id;
    sponsor_id: number;
    phone_index: Buffer;
    phone_sealed: Buffer;
    former_index: Buffer | null;
    asked_by: number;
    asked_at: Instant;
    confirmed_by: number | null;
    confirmed_at: Instant | null;
    effect_key: string;
  };
  filing_events: {
    id: Id;
    renewal_id: number;
    at: Instant;
    staff_id: number;
    event: "claimed" | "filed" | "issued" | "rejected" | "period-taken";
    reason_sealed: Buffer | null;
    effect_key: string;
  };
  troubled_updates: {
    chat: string;
    update_id: string;
    faults: number;
    last_at: Instant;
    parked_at: Instant | null;
    input_sealed: Buffer | null;
  };
  sessions: {
    chat: string;
    token: number;
    leased_until: Instant | null;
    session: Buffer | null;
    session_until: Instant | null;
    updates: ColumnType<Record<string, number>, string | undefined, string>;
  };
  sandbox_charges: {
    reference: string;
    payment_id: string;
    fils: number;
    currency: string;
    language: string;
    return_url_sealed: Buffer;
    callback_url: string;
    made_at: Instant;
    outcome: string | null;
    answers_at: Instant | null;
    told_at: Instant | null;
  };
};
