// People as records know them: sponsors, workers and their cover as imported, accounts, chats, and how a chat was proved.
import type { Generated } from "kysely";
import type { Gender, Governorate } from "../../domain/places.js";
import type { Language } from "../../words/line.js";
import type { Id, Identified, Instant } from "./columns.js";

/** Keyed; `null` until it is filled. */
type NameWords = Generated<Buffer[] | null>;

export type PeopleTables = {
  sponsors: Identified & {
    id: Id;
    phone_index: Buffer;
    phone_sealed: Buffer;
    kuwaiti: boolean;
    imported_at: Instant;
    name_words: NameWords;
  };
  workers: Identified & {
    id: Id;
    sponsor_id: number;
    article: number;
    in_kuwait: boolean;
    imported_at: Instant;
    name_words: NameWords;
  };
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
    gender: Gender | null;
    governorate: Governorate | null;
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
    /** Unreachable because we may not write there; when it was last asked whether we may. */
    muted_at: Instant | null;
    muted_asked_at: Instant | null;
    first_seen_at: Instant;
    erase_when_closed: Generated<boolean>;
  };
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
  former_phones: { id: Id; sponsor_id: number; phone_index: Buffer; until_at: Instant };
};
