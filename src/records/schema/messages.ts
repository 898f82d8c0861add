// What must leave for a chat or a phone, and how fast.
import type { Generated } from "kysely";
import type { Id, Instant } from "./columns.js";

export type MessageTables = {
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
    is_ahead: Generated<boolean>;
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
};
