// Holds a chat as a turn of its person would, for something that is done to it from elsewhere: no turn is under way meanwhile.
import type { Seal } from "../secrets/seal.js";
import { openSession, sealSession } from "./session.js";
import type { ChatKey, Fence, SessionStore } from "./session-store.js";

/** What is done takes some statements; whoever dies in it holds the chat for no longer than a slow turn. */
const leaseMs = 20_000;
/** A turn under way ends within its replies' timeouts; who waits for it holds a turn of their own, which must end as well. */
const waitMs = 6_000;
const pollMs = 40;

/**
 * @param key of what is done: once it was done and kept, it is called without a fence, to find that it is
 * @param isDone what came to nothing leaves its key free: it may be tried again, and be done then
 * @returns "busy": a turn there did not end in time, and nothing was done
 */
export type HoldChat = <T>(
  chat: string,
  key: string,
  work: (fence: Fence | undefined) => Promise<T>,
  isDone: (outcome: T) => boolean,
) => Promise<T | "busy">;

export function createHoldChat({ sessions, seal }: { readonly sessions: SessionStore; readonly seal: Seal }): HoldChat {
  return async (held, key, work, isDone) => {
    const chat = held as ChatKey;
    const giveUp = performance.now() + waitMs;
    for (;;) {
      const opened = await sessions.open(chat, key, { ms: leaseMs });
      if (opened.kind === "done") return work(undefined);
      if (opened.kind === "open") {
        const fence = { chat, token: opened.token };
        try {
          const outcome = await work(fence);
          if (!isDone(outcome)) {
            await sessions.release(fence);
            return outcome;
          }
          // What was said there waits in the outbox: the next turn's replies queue behind it.
          const session = { ...openSession(seal, chat, opened.session), queued: true as const };
          await sessions.commit(fence, key, sealSession(seal, chat, session));
          return outcome;
        } catch (error) {
          await sessions.release(fence).catch(() => undefined);
          throw error;
        }
      }
      if (performance.now() > giveUp) return "busy";
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
  };
}
