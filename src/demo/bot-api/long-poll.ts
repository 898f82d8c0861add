// getUpdates: hands out what is pending, waits when nothing is, and forgets only what a higher offset confirms.
import type { Update } from "grammy/types";
import { type ApiAnswer, done, refused } from "./answer.js";
import type { Chats } from "./chats.js";
import type { Params } from "./check-call.js";

export function createLongPoll(chats: Chats) {
  let waiting: AbortController | undefined;

  function take(params: Params): readonly Update[] {
    const pending = chats.pending();
    const offset = Number(params.offset ?? 0);
    const from = offset < 0 ? (pending.at(offset)?.update_id ?? pending[0]?.update_id ?? 0) : offset;
    const confirmed = pending.filter(({ update_id }) => update_id < from).map(({ update_id }) => update_id);
    if (confirmed.length > 0) chats.record({ kind: "taken", updateIds: confirmed });
    return chats.pending().slice(0, Number(params.limit ?? 100));
  }

  return {
    async poll(params: Params, signal: AbortSignal): Promise<ApiAnswer> {
      if (chats.webhook() !== null) {
        return refused(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      }
      // A second poll ends the first: two processes polling one bot would otherwise share the updates at random.
      waiting?.abort();
      const mine = new AbortController();
      waiting = mine;
      if (Array.isArray(params.allowed_updates)) rememberAllowed(chats, params.allowed_updates);

      let updates = take(params);
      if (updates.length === 0) {
        await nextUpdate(chats, Number(params.timeout ?? 0) * 1000, AbortSignal.any([signal, mine.signal]));
        if (mine.signal.aborted) {
          return refused(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
          );
        }
        updates = take(params);
      }
      if (waiting === mine) waiting = undefined;
      return done(updates);
    },
  };
}

/** The list holds until another is given, as the platform has it. */
export function rememberAllowed(chats: Chats, types: readonly unknown[]): void {
  const names = types.map(String);
  if (names.join() !== chats.allowedUpdates().join()) chats.record({ kind: "allowed-updates", types: names });
}

function nextUpdate(chats: Chats, timeoutMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, timeoutMs);
    const unsubscribe = chats.subscribe(({ kind }) => {
      if (kind === "update") end();
    });
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
  });
}
