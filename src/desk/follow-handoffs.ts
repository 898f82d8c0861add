// A card that stands in the staff's group, and the name of its topic, follow what is true: an account, a payment, where the person is by now.
import type { Log } from "../log.js";
import type { Sent } from "../messages/channel.js";
import type { Guard } from "./handoff.js";

type CallFailure = Extract<Sent, { readonly ok: false }>;

/** Within 8 s, as every call; a topic that is called so already has its name. Group and thread are the channel's own ids. */
export type RenameTopic = (
  group: string,
  thread: string,
  title: string,
) => Promise<{ readonly ok: true } | CallFailure>;

type TopicName = {
  readonly handoff: number;
  readonly group: string;
  readonly thread: string;
  readonly title: string;
};

/** The port to the records. */
export type FollowedHandoffs = {
  /** Those whose turn it is, a few at a time, for this process alone. */
  next(): Promise<readonly number[]>;
  /** Edits its card, where that tells other than is true. @returns its topic's name, where that is to change; kept as given before the call */
  follow(handoff: number): Promise<TopicName | undefined>;
  /** The topic has its former name still; a throttled group is left in peace by everybody. */
  notRenamed(topic: TopicName, why: CallFailure): Promise<void>;
};

/** Nobody reads a card more often, and a group takes only so many changes a minute. */
export const followMs = 20_000;
export const followedAtOnce = 5;

export async function followHandoffs(
  of: { readonly followed: FollowedHandoffs; readonly renameTopic: RenameTopic; readonly log: Log },
  guard: Guard,
): Promise<void> {
  for (const id of await of.followed.next())
    await guard(id, async () => {
      const topic = await of.followed.follow(id);
      if (topic === undefined) return;
      const renamed = await of.renameTopic(topic.group, topic.thread, topic.title);
      if (renamed.ok) return;
      // Closed or deleted by hand, or the bot may not: its name is no more than help.
      of.log.info({ event: "topic-not-renamed", handoff: id, reason: renamed.reason });
      if (renamed.reason === "throttled" || renamed.reason === "down") await of.followed.notRenamed(topic, renamed);
    });
}
