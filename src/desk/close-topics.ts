// A topic of the staff's group is closed once its talk is over and everything that belongs there has come: the list of topics shows what is open.
import type { Log } from "../log.js";
import type { Sent } from "../messages/channel.js";
import { keepLooking } from "../messages/keep-looking.js";
import type { Time } from "../messages/pace.js";

type CallFailure = Extract<Sent, { readonly ok: false }>;

/** Within 8 s, as every call. Group and thread are the channel's own ids. */
export type CloseTopic = (group: string, thread: string) => Promise<{ readonly ok: true } | CallFailure>;

type OverTopic = { readonly handoff: number; readonly group: string; readonly thread: string };

/** So long after the end colleagues may still add a note. */
export const noteMs = 5 * 60_000;

/** The port to the records: topics whose talk is over. */
export type OverTopics = {
  /** The first one, for this process alone; that it is closed is kept before the call: after a crash in between it stays open, which harms nobody. */
  next(): Promise<OverTopic | undefined>;
  /** It was not closed, and is to be tried again; a throttled group is left in peace by everybody. */
  later(topic: OverTopic, why: CallFailure): Promise<void>;
};

type Parts = { readonly topics: OverTopics; readonly closeTopic: CloseTopic; readonly log: Log };

/** One at a time, and never what the group's minute is needed for. */
const restMs = 10_000;

export async function closeNext({ topics, closeTopic, log }: Parts): Promise<void> {
  const topic = await topics.next();
  if (topic === undefined) return;
  const closed = await closeTopic(topic.group, topic.thread);
  if (closed.ok) return;
  // Closed by hand, deleted, or the bot may not: it stays as it is.
  if (closed.reason === "refused" || closed.reason === "misplaced" || closed.reason === "unreachable")
    log.info({ event: "topic-not-closed", handoff: topic.handoff, reason: closed.reason });
  else await topics.later(topic, closed);
}

export function startClosingTopics(of: Parts & { readonly time: Time }): { stop(): Promise<void> } {
  const look = async () => {
    await closeNext(of);
    return restMs;
  };
  return keepLooking({ look, restMs, event: "topics-not-closed", time: of.time, log: of.log });
}
