// The last questions that a person answered in a chat, and when: kept with the session, masked as the staff may see it, for whoever takes the chat.
import { kuwaitDate } from "../domain/iso-date.js";
import type { Draft } from "../journeys/draft.js";
import type { Stored } from "../journeys/question.js";
import type { Session, TrailStep } from "./session.js";

/** As much as a colleague reads at a glance; well under a kilobyte. */
const longestTrail = 12;

/** The session with what this input has answered. */
export function withTrail(before: Session, after: Session, now: Date): Session {
  const steps = answeredSince(before.draft, after).map((step) => ({ ...step, at: now.toISOString() }));
  if (steps.length === 0) return after;
  return { ...after, trail: [...(after.trail ?? []), ...steps].slice(-longestTrail) };
}

function answeredSince(left: Draft | undefined, { draft, aside }: Session): readonly Omit<TrailStep, "at">[] {
  const { pending } = left ?? {};
  if (left === undefined || pending === undefined) return [];
  const asked = (key: string) => `${left.command}:${key}`;
  if (draft?.id === left.id)
    return Object.entries(draft.answers)
      .filter(([key, stored]) => JSON.stringify(stored) !== JSON.stringify(left.answers[key]))
      .map(([key, stored]) => ({ asked: asked(key), ...saidOf(key, stored) }));
  // With its last answer a journey ends, and nothing of it is kept; begun anew, nothing was answered.
  return aside?.id === left.id || draft?.command === left.command ? [] : [{ asked: asked(pending.key) }];
}

/** What the staff may see of an answer (`domain/access.ts`): years and days, and of a civil ID its last four digits. Names, numbers and e-mail are the person's. */
function saidOf(key: string, stored: Stored): { readonly said?: string } {
  const [question = ""] = key.split(":");
  if (typeof stored !== "string") return {};
  if (counted.has(question) && /^\d{1,2}$/u.test(stored)) return { said: stored };
  if (dated.has(question) && /^\d{4}-\d{2}-\d{2}$/u.test(stored)) return { said: stored };
  return identified.has(question) && /^\d{12}$/u.test(stored) ? { said: `…${stored.slice(-4)}` } : {};
}

const counted: ReadonlySet<string> = new Set(["years", "nth"]);
const dated: ReadonlySet<string> = new Set(["start", "until", "on"]);
const identified: ReadonlySet<string> = new Set([
  "civil-id",
  "civil-id-again",
  "sponsor",
  "sponsor-again",
  "worker",
  "worker-again",
  "who",
]);

/** Of today and yesterday: what is older is not what somebody asks about. */
export function recentTrail(trail: readonly TrailStep[] | undefined, now: Date): readonly TrailStep[] {
  const yesterday = kuwaitDate(new Date(now.getTime() - 24 * 60 * 60 * 1000));
  return (trail ?? []).filter(({ at }) => kuwaitDate(new Date(at)) >= yesterday);
}
