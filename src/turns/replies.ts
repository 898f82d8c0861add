// Replies of a turn: sent in order, at once; what the channel does not take now waits in the outbox, and later replies queue behind it.
// What the platform calls wrong is answered in plain words instead: nobody is left without an answer.
import type { Channel, Rendered, Sent, Sign } from "../messages/channel.js";

export type Reply = {
  readonly rendered: Rendered;
  /** The message that this one is shown in place of. */
  readonly inPlaceOf?: string;
  /** A sign on somebody's message. `isAll`: it says as much, and this is said only where the channel does not take it. */
  readonly sign?: { readonly message: string; readonly as: Sign; readonly isAll: boolean };
};

/** The port to what a chat's replies need of the records. */
export type ReplyRecords = {
  /** Keeps a reply for the sender; once per key. */
  enqueue(key: string, message: Rendered): Promise<void>;
  /** Replies of this chat that still wait. */
  hasWaiting(): Promise<boolean>;
  /** The chat is blocked or gone. */
  markUnreachable(why: { readonly isMuted?: true }): Promise<void>;
};

export type Replies = {
  readonly channel: Channel;
  readonly chat: string;
  /** Of this update, the same when it comes again. */
  readonly key: string;
  readonly records: ReplyRecords;
  /** Something of this chat was left to the outbox before. */
  readonly queued: boolean;
  /** False once the turn has outlived its lease: then nothing more is sent. */
  readonly mayGoOn: () => boolean;
  /** Said once in place of what the platform refuses: so plain that it can hardly be refused itself. */
  readonly apology: () => Rendered;
  /** Tells operators that the platform called one of our messages wrong. */
  readonly tellRefused: (what: "reply" | "apology") => void;
};

/** stale: the lease ran out in the middle. queued: the outbox holds some of it. */
export type Delivered = "sent" | "queued" | "stale";

export async function deliver(replies: readonly Reply[], of: Replies): Promise<Delivered> {
  let queued = of.queued && (await of.records.hasWaiting());
  let apologized = false;
  for (const [place, reply] of replies.entries()) {
    if (!of.mayGoOn()) return "stale";
    if (await isSigned(reply, of)) continue;
    let { rendered } = reply;
    if (!queued) {
      let ended = await sendOne(reply, of);
      if (isRefused(ended)) {
        of.tellRefused("reply");
        if (apologized) continue;
        apologized = true;
        rendered = of.apology();
        ended = await sendOne({ rendered }, of);
        if (isRefused(ended)) of.tellRefused("apology");
      }
      if (ended === "stale") return "stale";
      // Trying a refused one again mends nothing: it is a bug of ours.
      if (ended.ok || isRefused(ended)) continue;
      if (ended.reason === "unreachable") {
        await of.records.markUnreachable(ended);
        return "sent";
      }
      queued = true;
    }
    await of.records.enqueue(`reply:${of.key}:${place}`, rendered);
  }
  return queued ? "queued" : "sent";
}

/** What is lost on its way may have been taken: words beside it would say the same twice. */
async function isSigned({ sign }: Reply, { channel, chat }: Replies): Promise<boolean> {
  if (sign === undefined) return false;
  const signed = await channel.react(chat, sign.message, sign.as);
  return sign.isAll && (signed.ok || signed.reason === "unknown");
}

const isRefused = (ended: Sent | "stale"): boolean => ended !== "stale" && !ended.ok && ended.reason === "refused";

/** Before each call it is asked whether there is time for it: an edit that was refused may have used it up. */
async function sendOne({ rendered, inPlaceOf }: Reply, { channel, chat, mayGoOn }: Replies): Promise<Sent | "stale"> {
  if (inPlaceOf !== undefined && mayGoOn()) {
    const edited = await channel.edit(chat, inPlaceOf, rendered);
    if (edited.ok || edited.reason !== "refused") return edited;
  }
  return mayGoOn() ? channel.send(chat, rendered) : "stale";
}
