// The loop that watches over handoffs: cards are posted, supervisors told of who waits too long, people of what is late, agents asked, and who is silent for a day after an answer is let go.
import type { Log } from "../log.js";
import { keepLooking } from "../messages/keep-looking.js";
import type { Time } from "../messages/pace.js";
import { type CardParts, ensureCard } from "./cards.js";
import { type FollowedHandoffs, followHandoffs, type RenameTopic } from "./follow-handoffs.js";
import type { Guard, HandoffDue, Handoffs, HandoffWatch } from "./handoff.js";
import { askMuted, type MayWrite, type MutedGroup } from "./muted-group.js";

/** A card is there within two seconds of the person's asking, and nobody notices two seconds in five minutes. */
const restMs = 2_000;

type WatchParts = CardParts & {
  readonly watch: HandoffWatch;
  readonly handoffs: Handoffs;
  readonly muted: MutedGroup;
  readonly mayWrite: MayWrite;
  readonly followed: FollowedHandoffs;
  readonly renameTopic: RenameTopic;
};

/** Once over all that is due, each by itself. */
export async function lookAfterHandoffs(of: WatchParts, guard: Guard): Promise<void> {
  await askMuted(of);
  for (const id of await of.cards.withoutCard()) await guard(id, () => ensureCard(of, id));
  await followHandoffs(of, guard);
  await of.watch.tellCaseNews(guard);
  await of.watch.seeToLost(guard);
  await of.watch.showFollowing(guard);
  for (const { id, what } of await of.watch.due()) await guard(id, () => see(of, id, what));
}

/** A fault that stays is found every two seconds: it is logged when it begins, and again only once its handoff went well for a look. */
export function createGuard(log: Log): Guard & { endLook(): void } {
  let [faultyBefore, faulty] = [new Set<number>(), new Set<number>()];
  const guard: Guard = async (handoff, work) => {
    try {
      await work();
    } catch (error) {
      if (!faultyBefore.has(handoff) && !faulty.has(handoff))
        log.error({ event: "handoff-not-seen-to", handoff, error });
      faulty.add(handoff);
    }
  };
  return Object.assign(guard, {
    endLook() {
      [faultyBefore, faulty] = [faulty, new Set()];
    },
  });
}

async function see({ watch, handoffs }: WatchParts, id: number, what: HandoffDue): Promise<void> {
  switch (what) {
    case "close":
      await handoffs.move(id, { event: "closed", reason: "day-over" }, undefined, `handoff:${id}:day-over`);
      return;
    case "case-over":
      await handoffs.move(id, { event: "closed", reason: "case-over" }, undefined, `handoff:${id}:case-over`);
      return;
    case "owner-left": {
      // Each time somebody leaves it is another step; within one, whoever repeats it finds it done.
      const key = `handoff:${id}:owner-left:${await waitsSince(handoffs, id)}`;
      await handoffs.move(id, { event: "put-back" }, undefined, key);
      return;
    }
    case "put-back": {
      const key = `handoff:${id}:unanswered:${await waitsSince(handoffs, id)}`;
      await handoffs.move(id, { event: "put-back", isUnanswered: true }, undefined, key);
      return;
    }
    case "apologise":
      return watch.apologise(id);
    default:
      await watch.remind(id, what);
  }
}

const waitsSince = async (handoffs: Handoffs, id: number): Promise<number> =>
  (await handoffs.list()).find((each) => each.id === id)?.since.getTime() ?? 0;

export function startWatchingHandoffs(of: WatchParts & { readonly time: Time }): { stop(): Promise<void> } {
  const guard = createGuard(of.log);

  async function look(): Promise<number> {
    await lookAfterHandoffs(of, guard);
    guard.endLook();
    return restMs;
  }

  return keepLooking({ look, restMs, event: "handoffs-not-watched", time: of.time, log: of.log });
}
