// Takes away again what was shown in full: a minute after it was, at once when its reader is of the staff no more, and for as long as it can be taken.
import type { Log } from "../log.js";
import type { Channel, Sent } from "../messages/channel.js";
import { line } from "../words/line.js";
import type { View } from "./view.js";

/** What stands in somebody's chat and must go. `chat` is the channel's own chat id, unsealed. */
type Standing = { readonly id: number; readonly chat: string; readonly messageId: string };

export type Reveals = {
  /** Whose time is over, and that are to be tried now. What has not gone out by then no longer does; of what is lost only a log line is left. */
  over(): Promise<{ readonly standing: readonly Standing[]; readonly lost: readonly LostReveal[] }>;
  taken(id: number): Promise<void>;
  /** It could not be taken: it is tried again, and supervisors are told, once, of what its reader may keep. */
  stands(id: number, why: NotTaken): Promise<void>;
};

/** arrival-unknown: it may have arrived unseen. too-late: it stands, and the platform deletes it no more. */
export type LostReveal = { readonly id: number; readonly why: "arrival-unknown" | "too-late" };

export type NotTaken = Extract<Sent, { readonly ok: false }>;

/** Telegram deletes no message that is older. */
export const deletableMs = 48 * 60 * 60 * 1000;

const firstWaitMs = 30_000;
const longestWaitMs = 30 * 60 * 1000;

/** Whoever blocked the bot, or a message that the platform will not delete: no second more or less mends that. An outage may end any moment. */
export function mayBeKept({ reason }: NotTaken): boolean {
  return reason === "unreachable" || reason === "refused" || reason === "misplaced";
}

/** @param tries so many have failed */
export function waitMs(why: NotTaken, tries: number): number {
  if (mayBeKept(why)) return Math.min(firstWaitMs * 2 ** (tries - 1), longestWaitMs);
  return why.reason === "throttled" ? (why.retryAfterMs ?? firstWaitMs) : 0;
}

/** As supervisors are told. */
export const keptView = (name: string): View => ({
  lines: [line("desk-consent-kept", { name }), line("desk-consent-kept-next")],
});

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
  for (const { id, why } of lost) log.error({ event: "reveal-not-taken-back", reveal: id, why });
  for (const { id, chat, messageId } of standing) {
    const removed = await channel.remove(chat, messageId);
    if (removed.ok) await reveals.taken(id);
    else {
      await reveals.stands(id, removed);
      log.warn({ event: "reveal-not-removed", reveal: id, reason: removed.reason });
    }
  }
}
