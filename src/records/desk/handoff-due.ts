// What it is time for, of a handoff as it stands in its row: asked when it is looked at, and again under its lock.
import { handoffDue } from "../../domain/handoff.js";
import type { HandoffRow } from "./handoff-rows.js";

export function dueOf(row: HandoffRow, now: Date): ReturnType<typeof handoffDue> {
  const { state } = row;
  if (state === "bot") return undefined;
  const since = row.last_word_at ?? row.opened_at;
  const isTold = (state === "queue" ? row.escalated_at : row.asked_idle_at) !== null;
  const due = handoffDue({ state, since, lastWordAt: laterOf(since, row.person_word_at), isTold }, now);
  // Money that is owed is not forgotten because nobody wrote: it waits for somebody, and supervisors hear of it every working day.
  const isOwed = row.reason === "payment" && row.case_state === "open";
  return due === "close" && state === "queue" && isOwed ? undefined : due;
}

/** Whoever has it is not at work any more. */
export const hasNoOwner = ({ state, staff_state }: HandoffRow): boolean =>
  state === "agent" && staff_state !== "active";

const laterOf = (one: Date, other: Date | null) => (other !== null && other > one ? other : one);
