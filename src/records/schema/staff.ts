// The staff: who they are, whom they looked at, and what they were allowed.
import type { Generated } from "kysely";
import type { NotedBesides } from "../../desk/team-log.js";
import type { StaffRole } from "../../domain/access.js";
import type { Access } from "../../journeys/access-port.js";
import type { Id, Instant } from "./columns.js";

export type StaffTables = {
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
  group_bars: {
    staff_id: number;
    chat: string;
    standing: "barred" | "unsure" | "free";
    attempt: Generated<number>;
    leased_until: Instant | null;
    sitting: number;
    tries: Generated<number>;
    try_at: Instant | null;
    told_at: Instant | null;
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
    what: Access["what"] | NotedBesides;
    found_by: string | null;
    sponsor_id: number | null;
    chat: string | null;
    handoff_id: number | null;
    reason_sealed: Buffer | null;
    effect_key: string;
  };
  consents: {
    id: Id;
    staff_id: number;
    sponsor_id: number;
    chat: string;
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
    refused_at: Instant | null;
    effect_key: string;
  };
};
