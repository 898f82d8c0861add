// The port to the outbox: messages that were enqueued with what they report, and what became of each of them.
import type { Rendered } from "./channel.js";

/** A message that a sender has claimed. `chat` is the channel's own chat id, unsealed. */
export type OutboxItem = {
  readonly id: string;
  readonly channel: "telegram" | "whatsapp";
  readonly chat: string;
  /** How often sending was tried and did not arrive (channel down, throttled). */
  readonly tries: number;
};

/** How sending an item ended, as far as it is known. */
export type Outcome =
  | { readonly kind: "sent"; readonly messageId: string }
  /** The call's end was not seen: it may have arrived. Shown to operators and never sent again. */
  | { readonly kind: "unknown" }
  /** It did not arrive: back to waiting, not before `inMs` from now. Counts as a try. */
  | { readonly kind: "later"; readonly inMs: number }
  /** The chat is blocked or gone, or we may not write there: it is marked so, and nothing else waits for it. */
  | { readonly kind: "unreachable"; readonly isMuted?: true }
  /** The topic of a group that it was meant for is gone: whatever had its place there needs another one. Not sent again by itself. */
  | { readonly kind: "misplaced" }
  /** The platform calls the message wrong, or it was tried long enough: shown to operators, not sent again. */
  | { readonly kind: "failed" };

export type OutboxStore = {
  /**
   * Takes up to `limit` waiting items of one channel whose time has come, oldest first, at most the first waiting one
   * of each chat (so that a chat's messages keep their order), and leases them: nobody else gets them for `leaseMs`. Of the staff's
   * group none while that has had its share of the minute.
   * Rows locked by another sender are skipped (`FOR UPDATE SKIP LOCKED`).
   */
  claim(channel: OutboxItem["channel"], limit: number, leaseMs: number): Promise<readonly OutboxItem[]>;
  /**
   * Committed before the calls go out: from here on a crash leaves the items `unknown`, not waiting. All of them, or on an error none.
   * @returns what to send, by id; nothing when the lease was lost meanwhile, or what it would say is no longer true: then it must not be sent
   */
  markSending(ids: readonly string[]): Promise<ReadonlyMap<string, Rendered>>;
  /** Records how sending ended. An item that `recoverCrashed` has turned `unknown` meanwhile changes no more, except to sent. */
  record(id: string, outcome: Outcome): Promise<void>;
  /** Gives claimed items back that were not begun. */
  giveBack(ids: readonly string[]): Promise<void>;
  /**
   * Turns items left in `sending` past their lease into `unknown`: their sender died in between.
   * @returns the ids, for the operators' log
   */
  recoverCrashed(): Promise<readonly string[]>;
};
