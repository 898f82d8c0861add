// Reminders: what a person wishes and has answered, and what is planned.
import type { Id, Instant } from "./columns.js";

export type ReminderTables = {
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
};
