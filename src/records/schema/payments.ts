// Money: what is owed, tried and captured, what became of it, and the links that lead there.
import type { Generated } from "kysely";
import type { Id, Instant, Json } from "./columns.js";

export type PaymentTables = {
  terms: { version: string; ar: string; en: string; first_offered_at: Instant };
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
    /** By which it is in the Ministry's system, as its payer was told. */
    promised_day: string | null;
    late_told_at: Instant | null;
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
