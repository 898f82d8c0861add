// The sender: takes what waits in the outbox to its chats, never faster than the channel allows and never the same message twice.
import type { Log } from "../log.js";
import type { Language } from "../words/line.js";
import type { Channel, Rendered, Sent } from "./channel.js";
import type { OutboxItem, OutboxStore, Outcome } from "./outbox.js";
import { createPace, type Time, type Tokens } from "./pace.js";
import type { Rate } from "./token-bucket.js";

/** Few enough that what is claimed is begun within its lease, enough that one slow call does not hold the others up. */
const claimedAtOnce = 16;
/**
 * What was claimed is begun within it: its turn comes within a second at the channel's rate, and a pause of more than two is
 * not waited out with claimed items in hand. The call itself has a lease of its own. So what a sender that died had only claimed is
 * late by ten seconds, and not by a minute.
 */
const leaseMs = 10_000;
/** How long an idle sender rests when nothing wakes it: another process may have enqueued. */
const restMs = 1_000;
/** Behind a call whose sender died its chat waits: no longer than need be. */
const lookForCrashedEveryMs = 5_000;
/** Backing off from a channel or a store that is down: 1 s doubling to 5 minutes. */
const firstPauseMs = 1_000;
const longestPauseMs = 300_000;
/** About a day at the longest pause: by then a person has asked again, and operators must look. */
const mostTries = 300;
/** When a platform says "too many" and not for how long. */
export const unsaidThrottleMs = 5_000;

export type Sender = {
  /** Something was enqueued: look now. */
  wake(): void;
  /** A reply went out beside the outbox: it waits for nothing, but lowers the outbox's share, and a 429 for all that it met pauses the outbox. */
  noteReply(sent: Sent): void;
  start(): void;
  /** Finishes the calls under way and gives back what was not begun. */
  stop(): Promise<void>;
};

export type SenderParts = {
  readonly channel: Channel;
  readonly store: OutboxStore;
  readonly tokens: Tokens;
  readonly time: Time;
  readonly log: Log;
  /** Said, once, in place of a message that the platform refuses: nobody waits for an answer that does not come. */
  readonly apology: (language: Language) => Rendered;
};

/** Telegram takes about 30 messages a second from one bot; what is left is for replies. */
export const telegramRate: Rate = { perSecond: 25, burst: 5 };

export function createSender({ channel, store, tokens, time, log, apology }: SenderParts): Sender {
  const pace = createPace(tokens, time);
  let running: Promise<void> | undefined;
  let lookedForCrashedAtMs = Number.NEGATIVE_INFINITY;

  async function run(): Promise<void> {
    let failures = 0;
    while (!pace.isStopped()) {
      try {
        await pace.waitOutPause();
        await recover();
        const items = await store.claim(channel.name, claimedAtOnce, leaseMs);
        await sendAll(items);
        failures = 0;
        if (items.length === 0) await pace.rest(restMs);
      } catch (error) {
        failures += 1;
        log.warn({ event: "outbox-store-failed", channel: channel.name, failures, error });
        await pace.rest(pauseAfter(failures));
      }
    }
  }

  async function recover(): Promise<void> {
    if (time.nowMs() - lookedForCrashedAtMs < lookForCrashedEveryMs) return;
    for (const id of await store.recoverCrashed()) log.error({ event: "outbox-unknown", item: id, why: "sender-died" });
    lookedForCrashedAtMs = time.nowMs();
  }

  /** As many at once as there are tokens; what must not wait any longer is given back. */
  async function sendAll(items: readonly OutboxItem[]): Promise<void> {
    const batches: Promise<void>[] = [];
    let left = items;
    try {
      while (left.length > 0) {
        const turns = await pace.takeTurns(left.length);
        if (turns === 0) break;
        batches.push(sendBatch(left.slice(0, turns)));
        left = left.slice(turns);
      }
      if (left.length > 0) await store.giveBack(left.map(({ id }) => id));
    } finally {
      await allOf(batches);
    }
  }

  /** Where one cannot be marked, it holds up none of the others. */
  async function sendBatch(items: readonly OutboxItem[]): Promise<void> {
    const messages = await store.markSending(items.map(({ id }) => id)).catch((error: unknown) => {
      if (items.length === 1) throw error;
      return undefined;
    });
    if (messages === undefined) return allOf(items.map((item) => sendBatch([item])));
    return allOf(
      items.map(async (item) => {
        const message = messages.get(item.id);
        if (message !== undefined) await sendOne(item, message);
      }),
    );
  }

  async function sendOne(item: OutboxItem, message: Rendered): Promise<void> {
    const sent = await send(item, message);
    await store.record(item.id, settle(item, sent));
    // Whoever wrote it sees what became of it; the other side does not wait for an answer of ours.
    const isAwaited = message.isRelayed !== true;
    if (!sent.ok && sent.reason === "refused" && isAwaited) await apologize(item, message.language);
  }

  /** An adapter that throws has a bug; the message may be out all the same. */
  async function send(item: OutboxItem, message: Rendered): Promise<Sent> {
    try {
      return await call(item.chat, message);
    } catch (error) {
      log.error({ event: "channel-threw", channel: channel.name, item: item.id, error });
      return { ok: false, reason: "unknown" };
    }
  }

  function call(chat: string, message: Rendered): Promise<Sent> {
    const { changes } = message;
    if (changes === undefined) return channel.send(chat, message);
    const { messageId, how } = changes;
    return how === "edit" ? channel.edit(chat, messageId, message) : channel.remove(chat, messageId);
  }

  /** After the record: a crash in between costs an apology, and never repeats a message. */
  async function apologize(item: OutboxItem, language: Language): Promise<void> {
    pace.spend();
    const sent = await send(item, apology(language));
    if (!sent.ok) log.error({ event: "outbox-apology-failed", item: item.id, reason: sent.reason });
  }

  function settle(item: OutboxItem, sent: Sent): Outcome {
    if (sent.ok) return { kind: "sent", messageId: sent.messageId };
    const { reason } = sent;
    if (reason === "unreachable")
      return sent.isMuted ? { kind: "unreachable", isMuted: true } : { kind: "unreachable" };
    if (reason === "throttled") {
      const inMs = sent.retryAfterMs ?? unsaidThrottleMs;
      // The chat's next messages wait behind this one.
      if (sent.isOfChat !== true) pace.pause(inMs);
      return { kind: "later", inMs };
    }
    if (reason === "down" && item.tries + 1 < mostTries) return { kind: "later", inMs: pauseAfter(item.tries + 1) };
    if (reason === "unknown") {
      log.error({ event: "outbox-unknown", item: item.id, why: "no-answer" });
      return { kind: "unknown" };
    }
    log.error({ event: "outbox-failed", item: item.id, reason });
    return { kind: reason === "misplaced" ? "misplaced" : "failed" };
  }

  return {
    wake: pace.wake,
    noteReply(sent) {
      pace.spend();
      const isThrottled = !sent.ok && sent.reason === "throttled" && sent.isOfChat !== true;
      if (isThrottled) pace.pause(sent.retryAfterMs ?? unsaidThrottleMs);
    },
    start() {
      running ??= run();
    },
    async stop() {
      pace.stop();
      await running;
    },
  };
}

/** Every one ends before the first failure is told: a record that fails does not leave the others' unfinished. */
async function allOf(works: readonly Promise<void>[]): Promise<void> {
  for (const end of await Promise.allSettled(works)) if (end.status === "rejected") throw end.reason;
}

function pauseAfter(failures: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures - 1, 20));
}
