// Takes away again what was shown in full: a minute after it was, and at once when its reader is of the staff no more.
import type { Log } from "../log.js";
import type { Channel } from "../messages/channel.js";

/** What stands in somebody's chat and must go. `chat` is the channel's own chat id, unsealed. */
type Standing = { readonly id: number; readonly chat: string; readonly messageId: string };

export type Reveals = {
  /** Whose time is over. What has not gone out by then no longer does; of what may have arrived unseen only a log line is left. */
  over(): Promise<{ readonly standing: readonly Standing[]; readonly lost: readonly number[] }>;
  taken(id: number): Promise<void>;
};

/** A second more than a minute is still a minute to whoever reads. */
const everyMs = 1_000;

export function startTakingBack(of: {
  readonly reveals: Reveals;
  readonly channel: Pick<Channel, "remove">;
  readonly log: Log;
}): { stop(): Promise<void> } {
  let taking = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    taking = takeBack(of)
      .catch((error: unknown) => of.log.warn({ event: "take-back-failed", error }))
      .finally(() => {
        isBusy = false;
      });
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await taking;
    },
  };
}

/** Also by two processes at once: what the other has removed is gone, which is all that is wanted. */
export async function takeBack({ reveals, channel, log }: Parameters<typeof startTakingBack>[0]): Promise<void> {
  const { standing, lost } = await reveals.over();
  for (const id of lost) log.error({ event: "reveal-not-taken-back", reveal: id, why: "arrival-unknown" });
  for (const { id, chat, messageId } of standing) {
    const removed = await channel.remove(chat, messageId);
    // Whoever has blocked the bot, or a message that the platform will not delete: trying again every second mends neither.
    if (removed.ok || removed.reason === "unreachable" || removed.reason === "refused") await reveals.taken(id);
    if (!removed.ok) log.warn({ event: "reveal-not-removed", reveal: id, reason: removed.reason });
  }
}
