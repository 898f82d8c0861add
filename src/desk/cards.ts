// A handoff's card in the staff's group, with a topic of its own where the group has them; before it nothing of that handoff is said there.
import type { HandoffWatch } from "./handoff.js";

/** Opens a topic in a group. `refused`: the bot may not, and the card stands among the others. `later`: the channel is out of reach. */
export type OpenTopic = (group: string, title: string) => Promise<{ readonly thread: string } | "refused" | "later">;

export type CardParts = { readonly watch: HandoffWatch; readonly openTopic: OpenTopic };

/**
 * Posts the card, if it is not there yet. A topic is opened before the card that says so is kept: after a crash in between the group
 * has an empty topic too many, and no handoff is without its card.
 * @returns `false`: not yet, try again
 */
export async function ensureCard({ watch, openTopic }: CardParts, handoff: number): Promise<boolean> {
  const wanted = await watch.topicWanted(handoff);
  const topic = wanted && (await openTopic(wanted.group, wanted.title));
  if (topic === "later") return false;
  await watch.postCard(handoff, topic === undefined || topic === "refused" ? undefined : topic.thread);
  return true;
}
