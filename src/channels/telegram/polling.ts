// Polling: our own loop over getUpdates, which confirms an update to Telegram only once its turn is committed or parked.
//
// Telegram hands out the first hundred updates that are not confirmed, and nothing behind them. Each end of a turn moves that window
// on, chats side by side; but a chat that fills it alone holds the others back until its own turns are done, one after the other:
// - its flood: a turn takes some 50 ms, and without a call to Telegram (which soon answers 429, so that its replies wait in the
//   outbox) some 10 ms; so a hundred take seconds, and are worked off more quickly than one person can send them;
// - its turn was cut off by a crash: its lease of 30 s (none on the embedded database) and the pause before the next try, 35 s in all;
// - a fault of ours on each of them: five tries and the pauses between them, 4 s an update, which is then parked.
// To pass them by would be to confirm what is not done. By webhook there is no such window.
import { setMaxListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { type Api, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import type { Log } from "../../log.js";
import type { TakeUpdate } from "./bot.js";
import { createLanes } from "./lanes.js";
import { allowedUpdates } from "./update.js";

/** How long Telegram holds a poll with nothing to say: it asks for long ones, and 30 s outlive no proxy's patience. */
const pollSeconds = 30;
/** The poll's own client waits a little longer than Telegram does. */
export const pollTimeoutSeconds = pollSeconds + 10;
/** Updates handed out at once, Telegram's most. */
const windowSize = 100;
/** While a slow turn is under way, the poll cannot rest at Telegram (it would be handed that update again): it rests here. */
const restMs = 200;
/** Backing off from a Bot API that is out of reach: 1 s doubling to 30 s. */
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

export type Polling = {
  /** False until the first answer, and while another process polls the same bot or the Bot API is out of reach. */
  isWell(): boolean;
  /** Ends the poll, waits for the turns under way and confirms what is done. */
  stop(): Promise<void>;
};

export function startPolling(of: { readonly api: Api; readonly takeUpdate: TakeUpdate; readonly log: Log }): Polling {
  const { api, log } = of;
  const stopping = new AbortController();
  // Every rest listens until its own end, and many turns may end meanwhile: Node would warn of a leak that is none.
  setMaxListeners(0, stopping.signal);
  const lanes = createLanes(of);
  let isWell = false;

  async function run(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        await poll();
        failures = 0;
        isWell = true;
      } catch (error) {
        if (stopping.signal.aborted) return;
        isWell = false;
        failures += 1;
        tell(error, failures);
        await rest(pauseAfter(error, failures));
      }
    }
  }

  async function poll(): Promise<void> {
    const offset = lanes.offset();
    // Until the first answer, and after a failure, it asks briefly: to know soon that all is well.
    const timeout = isWell && lanes.isIdle() ? pollSeconds : 0;
    const asked = { limit: windowSize, timeout, allowed_updates: allowedUpdates };
    // Without anything to confirm no offset is named: after a quiet week Telegram's ids may begin again anywhere.
    const updates = await getUpdates(offset === undefined ? asked : { ...asked, offset });
    if (offset !== undefined) lanes.confirmed(offset);
    if (lanes.take(updates) === 0 && !lanes.isIdle()) await Promise.race([lanes.nextEnd(), rest(restMs)]);
  }

  function getUpdates(asked: Parameters<Api["getUpdates"]>[0]): Promise<Update[]> {
    return api.getUpdates(asked, stopping.signal as Parameters<Api["getUpdates"]>[1]);
  }

  function tell(error: unknown, failures: number): void {
    const isConflict = error instanceof GrammyError && error.error_code === 409;
    // A webhook stands, or another process polls: two would share the updates at random. Said each time: somebody has to end one.
    if (isConflict) log.error({ event: "telegram-updates-go-elsewhere", why: error.description });
    else log.warn({ event: "telegram-poll-failed", failures, error });
  }

  const rest = (ms: number): Promise<unknown> =>
    wait(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
  const running = run();

  return {
    isWell: () => isWell,
    async stop() {
      stopping.abort();
      const drained = lanes.drain();
      await running;
      await drained;
      const offset = lanes.offset();
      // What is not confirmed now is handed out again at the next start, and known by then as done.
      if (offset !== undefined) await api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => undefined);
    },
  };
}

function pauseAfter(error: unknown, failures: number): number {
  const asked = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  if (asked !== undefined) return asked * 1000;
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures - 1, 10));
}
