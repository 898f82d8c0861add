// What the program keeps of its own working: sessions, fences, updates that failed, and what this database is.
import type { ColumnType } from "kysely";
import type { Instant } from "./columns.js";

export type ProgramTables = {
  meta: { name: string; value: string };
  sessions: {
    chat: string;
    token: number;
    leased_until: Instant | null;
    session: Buffer | null;
    session_until: Instant | null;
    updates: ColumnType<Record<string, number>, string | undefined, string>;
  };
  chat_fences: { chat: string; token: number };
  troubled_updates: {
    chat: string;
    update_id: string;
    faults: number;
    last_at: Instant;
    parked_at: Instant | null;
    input_sealed: Buffer | null;
  };
};
