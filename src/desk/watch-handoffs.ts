// The loop that watches over handoffs: cards are posted, supervisors told of who waits too long, agents asked, and what is open for a day is closed.
import type { Log } from "../log.js";
import type { Time } from "../messages/pace.js";
import { type CardParts, ensureCard } from "./cards.js";
import type { HandoffDue, Handoffs } from "./handoff.js";

/** A card is there within two seconds of the person's asking, and nobody notices two seconds in five minutes. */
const restMs = 2_000;
/** A store or a channel that is down is left in peace for longer and longer. */
const mostAfterFaultMs = 60_000;

type WatchParts = CardParts & { readonly handoffs: Handoffs };

/** Once over all that is due. */
export async function lookAfterHandoffs(of: WatchParts): Promise<void> {
  for (const id of await of.watch.withoutCard()) await ensureCard(of, id);
  await of.watch.seeToLost();
  for (const { id, what } of await of.watch.due()) await see(of, id, what);
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
      const since = (await handoffs.list()).find((each) => each.id === id)?.since.getTime() ?? 0;
      await handoffs.move(id, { event: "put-back" }, undefined, `handoff:${id}:owner-left:${since}`);
      return;
    }
    default:
      await watch.remind(id, what);
  }
}

export function startWatchingHandoffs(of: WatchParts & { readonly time: Time; readonly log: Log }): {
  stop(): Promise<void>;
} {
  const stopping = new AbortController();

  async function run(): Promise<void> {
    let faults = 0;
    while (!stopping.signal.aborted) {
      let ms = restMs;
      try {
        await lookAfterHandoffs(of);
        faults = 0;
      } catch (error) {
        faults += 1;
        ms = Math.min(restMs * 2 ** faults, mostAfterFaultMs);
        of.log.warn({ event: "handoffs-not-watched", faults, error });
      }
      await of.time.sleep(ms, stopping.signal);
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
