// A handoff's card in the staff's group, with a topic of its own where the group has them; before it nothing of that handoff is said there.
import type { Log } from "../log.js";
import type { Sent } from "../messages/channel.js";
import type { Time } from "../messages/pace.js";

type TopicFailure = Extract<Sent, { ok: false }>;

/** Opens a topic in a group, within 8 s as every call. */
export type OpenTopic = (
  group: string,
  title: string,
) => Promise<{ readonly ok: true; readonly thread: string } | TopicFailure>;

/** The port to the records: what of cards every process does, and one at a time. */
export type HandoffCards = {
  /** Those of which the group has no card yet. */
  withoutCard(): Promise<readonly number[]>;
  /**
   * `mine`: a topic is to be opened for it, and for some seconds nobody else does. `taken`: somebody does. `later`: the group is paused.
   * `over`: it is over, and nothing is kept for it.
   */
  claimTopic(
    handoff: number,
  ): Promise<
    | { readonly kind: "mine"; readonly group: string; readonly title: string }
    | { readonly kind: "none-wanted" | "taken" | "later" | "over" }
  >;
  /** Puts the card into the group, in its topic where it has one; once. */
  postCard(handoff: number, thread: string | undefined): Promise<void>;
  /** No topic was opened: a throttled group is left in peace by everybody, and of a refusal supervisors are told, once a day. */
  noteFailure(failure: TopicFailure): Promise<void>;
};

export type CardParts = { readonly cards: HandoffCards; readonly openTopic: OpenTopic; readonly log: Log };

/**
 * Posts the card, if it is not there yet. A topic is opened before the card that says so is kept: after a crash in between the group
 * has an empty topic too many, and no handoff is without its card.
 * @returns `later`: not yet, try again. `taken`: somebody else is just posting it. `posted`: nothing is left to be done
 */
export async function ensureCard(
  { cards, openTopic, log }: CardParts,
  handoff: number,
): Promise<"posted" | "taken" | "later"> {
  const claim = await cards.claimTopic(handoff);
  if (claim.kind === "none-wanted") {
    await cards.postCard(handoff, undefined);
    return "posted";
  }
  if (claim.kind === "over") return "posted";
  if (claim.kind !== "mine") return claim.kind;
  const opened = await openTopic(claim.group, claim.title);
  if (opened.ok) {
    await cards.postCard(handoff, opened.thread);
    return "posted";
  }
  await cards.noteFailure(opened);
  if (opened.reason !== "refused" && opened.reason !== "unreachable") return "later";
  // The bot may not: the card stands among the others, and no topic is asked for again.
  log.warn({ event: "topic-refused", handoff, reason: opened.reason });
  await cards.postCard(handoff, undefined);
  return "posted";
}

/** Opening a topic takes well under a second where the channel is well. */
const patienceMs = 3_000;
const betweenMs = 200;

/** In a turn, whose words stand under the card: what somebody else is just posting is waited for. @returns whether it is there */
export async function awaitCard(of: CardParts & { readonly time: Time }, handoff: number): Promise<boolean> {
  const { nowMs, sleep } = of.time;
  const untilMs = nowMs() + patienceMs;
  let standing = await ensureCard(of, handoff);
  while (standing === "taken" && nowMs() < untilMs) {
    await sleep(betweenMs, new AbortController().signal);
    standing = await ensureCard(of, handoff);
  }
  return standing === "posted";
}
