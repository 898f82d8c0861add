// Polling: our own loop over getUpdates, which confirms an update to Telegram only once its turn is committed or parked.
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
