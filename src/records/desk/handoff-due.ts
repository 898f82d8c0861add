// What it is time for, of a handoff as it stands in its row: asked when it is looked at, and again under its lock.
import type { DeskHours } from "../../domain/desk-hours.js";
import { handoffDue } from "../../domain/handoff.js";
import type { HandoffRow } from "./handoff-rows.js";

export function dueOf(row: HandoffRow, now: Date, hours: DeskHours): ReturnType<typeof handoffDue> {
  const { state } = row;
  if (state === "bot") return undefined;
  const since = row.last_word_at ?? row.opened_at;
  const isTold = (state === "queue" ? row.escalated_at : row.asked_idle_at) !== null;
  const { person_word_at, answered_at, promised_at: by, apologised_at, apologies } = row;
  return handoffDue(
    {
      state,
      since,
      lastWordAt: laterOf(since, person_word_at),
      isTold,
      isAnswered: answered_at !== null && (person_word_at === null || answered_at >= person_word_at),
      promise: by === null ? undefined : { by, apologisedAt: apologised_at ?? undefined, apologies },
    },
    now,
    hours,
  );
}

/** Whoever has it is not at work any more. */
export const hasNoOwner = ({ state, staff_state }: HandoffRow): boolean =>
  state === "agent" && staff_state !== "active";

const laterOf = (one: Date, other: Date | null) => (other !== null && other > one ? other : one);
