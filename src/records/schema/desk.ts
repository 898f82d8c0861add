// The desk's work: cases, chats that were handed over with their words, and filings.
import type { Generated } from "kysely";
import type { Language } from "../../words/line.js";
import type { Id, Instant, Json } from "./columns.js";

export type DeskTables = {
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
    /** What its card has told: the last of its events then, and the case. */
    card_event: number | null;
    card_case: number | null;
    opened_at: Instant;
    claimed_at: Instant | null;
    first_answer_at: Instant | null;
    first_answer_by: number | null;
    last_word_at: Instant | null;
    person_word_at: Instant | null;
    topic_leased_until: Instant | null;
    topic_closed_at: Instant | null;
    escalated_at: Instant | null;
    asked_idle_at: Instant | null;
    closed_at: Instant | null;
    close_reason: string | null;
    helped: boolean | null;
    /** By when somebody has it, as the person was told; `null`: nobody told them so, or somebody has it. */
    promised_at: Instant | null;
    apologised_at: Instant | null;
    apologies: Generated<number>;
    about_sealed: Buffer | null;
    /** What its card and its topic show, and when that was last compared with what is true. */
    told_sealed: Buffer | null;
    followed_at: Instant | null;
    effect_key: string;
  };
  handoff_events: {
    id: Id;
    handoff_id: number;
    at: Instant;
    staff_id: number | null;
    event: string;
    note_sealed: Buffer | null;
    /** Of which case it was needed again. */
    case_id: number | null;
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
    /** Whose of the staff it is, where it went to the person. */
    staff_id: number | null;
    effect_key: string;
    what: Generated<"message" | "edit" | "withdrawal">;
    lost: Generated<number>;
    group_chat: string | null;
    held_sealed: Buffer | null;
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
};
