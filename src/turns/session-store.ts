// The port to session state: one chat's lease, its recent updates and its sealed session, in two round trips a turn.

/** A chat's key: channel and keyed index of the chat's id, never the id itself ("tg:4Qb…", at most 40 characters). */
export type ChatKey = string & { readonly __brand: "ChatKey" };

/** The right to write for a chat: the token only rises, so whoever holds an older one changes nothing. */
export type Fence = { readonly chat: ChatKey; readonly token: number };

export type Opening =
  /** This update's turn was committed before. */
  | { readonly kind: "done" }
  /** Another turn of this chat is under way; its lease ends in `retryAfterMs` at the latest. */
  | { readonly kind: "busy"; readonly retryAfterMs: number }
  | { readonly kind: "open"; readonly token: number; readonly session: Uint8Array | null };

export type SessionStore = {
  /**
   * One round trip: looks the update up, takes the lease with a rising token, reads the session.
   * Dedupe is membership in the chat's recent updates (kept `remember.ms`), never order. Leases run on the store's own clock.
   */
  open(chat: ChatKey, update: string, lease: { readonly ms: number }): Promise<Opening>;
  /** One round trip, only if the token still holds: keeps the session (`null` forgets it) and the update, and frees the lease. */
  commit(fence: Fence, update: string, session: Uint8Array | null): Promise<"kept" | "lost">;
  /** Frees the lease and keeps nothing: the turn failed, the platform will send the update again. */
  release(fence: Fence): Promise<void>;
  /**
   * Removes all that is kept of a chat (a person left) and takes it, whoever holds it: the turn under way there keeps nothing more,
   * and none begins before the lease ends or is released.
   */
  forget(chat: ChatKey, lease: { readonly ms: number }): Promise<Fence>;
  /** Throws when the store cannot serve now. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

/** Sessions expire after seven days of silence; an update is remembered for a day (Telegram sends again for at most that long). */
export const sessionDays = 7;
export const rememberHours = 24;
