// Lanes: updates under way, one lane per chat in order, lanes side by side, each update tried until it is done.
import { setTimeout as wait } from "node:timers/promises";
import type { Update } from "grammy/types";
import type { Log } from "../../log.js";
import type { TakeUpdate } from "./bot.js";

/** Turns at once: more would only wait for the same database. */
const lanesAtOnce = 16;
/** An update that was not taken (a store is down, its chat is busy) is tried again after 250 ms, doubling to 5 s: others may wait behind. */
const firstRetryMs = 250;
const longestRetryMs = 5_000;

export function createLanes({ takeUpdate, log }: { readonly takeUpdate: TakeUpdate; readonly log: Log }) {
  /** Updates handed out and not yet confirmed: true once its turn is done. */
  const seen = new Map<number, boolean>();
  const lanes = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  const free = createSlots(lanesAtOnce);
  let end = withEnd();

  async function carry(update: Update): Promise<void> {
    for (let retryMs = firstRetryMs; !stopping.signal.aborted; retryMs = Math.min(longestRetryMs, retryMs * 2)) {
      const result = await free(() => (stopping.signal.aborted ? Promise.resolve("later") : takeUpdate(update)));
      if (result !== "later") {
        // What is no update cannot become one: it would stand before all others for ever.
        if (result === "malformed") log.error({ event: "telegram-update-malformed", update: update.update_id });
        seen.set(update.update_id, true);
        end.tell();
        end = withEnd();
        return;
      }
      await wait(retryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  function enqueue(update: Update): void {
    const lane = laneOf(update);
    const last = (lanes.get(lane) ?? Promise.resolve()).then(() => carry(update));
    lanes.set(lane, last);
    last.finally(() => {
      if (lanes.get(lane) === last) lanes.delete(lane);
    });
  }

  const underWay = () => [...seen].filter(([, isDone]) => !isDone).map(([id]) => id);

  return {
    /** Puts what is new in its lane. @returns how many were new */
    take(updates: readonly Update[]): number {
      const fresh = updates.filter(({ update_id }) => !seen.has(update_id));
      for (const update of fresh) {
        seen.set(update.update_id, false);
        enqueue(update);
      }
      return fresh.length;
    },

    /** The offset that confirms what is done and nothing else; `undefined` when there is nothing to confirm. */
    offset(): number | undefined {
      const open = underWay();
      if (open.length > 0) return Math.min(...open);
      return seen.size === 0 ? undefined : Math.max(...seen.keys()) + 1;
    },

    /** Telegram has taken this offset: what lies below is not handed out again. */
    confirmed(offset: number): void {
      for (const [id, isDone] of seen) if (isDone && id < offset) seen.delete(id);
    },

    isIdle: () => underWay().length === 0,
    /** Until any update under way is done. */
    nextEnd: (): Promise<void> => end.told,

    /** Begins nothing more and waits for the turns that run. */
    async drain(): Promise<void> {
      stopping.abort();
      await Promise.allSettled(lanes.values());
    },
  };
}

function withEnd(): { readonly told: Promise<void>; readonly tell: () => void } {
  let tell = (): void => undefined;
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { told, tell };
}

/** One chat's updates in order; what belongs to no chat needs none. */
function laneOf(update: Update): string {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message ?? update.my_chat_member;
  return String(message?.chat?.id ?? update.update_id);
}

/** Runs at most `count` at once; a waiting retry holds no slot. */
function createSlots(count: number) {
  let used = 0;
  const queue: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (used >= count) await new Promise<void>((resolve) => queue.push(resolve));
    else used += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) used -= 1;
      else next();
    }
  };
}
