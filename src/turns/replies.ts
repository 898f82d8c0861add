// Replies of a turn: sent in order, at once; what the channel does not take now waits in the outbox, and later replies queue behind it.
import type { Channel, Rendered, Sent } from "../messages/channel.js";

export type Reply = {
  readonly rendered: Rendered;
  /** The message that this one is shown in place of. */
  readonly inPlaceOf?: string;
};

/** The port to what a chat's replies need of the records. */
export type ReplyRecords = {
  /** Keeps a reply for the sender; once per key. */
  enqueue(key: string, message: Rendered): Promise<void>;
  /** Replies of this chat that still wait. */
  hasWaiting(): Promise<boolean>;
  /** The chat is blocked or gone. */
  markUnreachable(): Promise<void>;
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
};

/** stale: the lease ran out in the middle. queued: the outbox holds some of it. */
export type Delivered = "sent" | "queued" | "stale";

export async function deliver(replies: readonly Reply[], of: Replies): Promise<Delivered> {
  let queued = of.queued && (await of.records.hasWaiting());
  for (const [place, reply] of replies.entries()) {
    if (!of.mayGoOn()) return "stale";
    if (!queued) {
      const sent = await sendOne(reply, of);
      if (sent.ok) continue;
      if (sent.reason === "unreachable") {
        await of.records.markUnreachable();
        return "sent";
      }
      // A message the platform calls wrong is our bug: the log has it from the channel, and trying again mends nothing.
      if (sent.reason === "refused") continue;
      queued = true;
    }
    await of.records.enqueue(`reply:${of.key}:${place}`, reply.rendered);
  }
  return queued ? "queued" : "sent";
}

async function sendOne({ rendered, inPlaceOf }: Reply, { channel, chat }: Replies): Promise<Sent> {
  if (inPlaceOf !== undefined) {
    const edited = await channel.edit(chat, inPlaceOf, rendered);
    if (edited.ok || edited.reason !== "refused") return edited;
  }
  return channel.send(chat, rendered);
}
