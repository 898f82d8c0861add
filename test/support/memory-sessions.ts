// A session store in memory, which keeps the port's contract and can be told to fail.
import { type ChatKey, rememberHours, type SessionStore, sessionDays } from "../../src/turns/session-store.js";

type Kept = {
  token: number;
  leasedUntil: number;
  session: Uint8Array | null;
  sessionUntil: number;
  updates: Map<string, number>;
};

export type MemorySessions = SessionStore & {
  readonly chats: Map<ChatKey, Kept>;
  /** The next `times` calls of this method throw, as when the store is gone. */
  failNext(method: "open" | "commit" | "release", times: number): void;
  /** How many calls each method had. */
  readonly calls: Record<"open" | "commit" | "release", number>;
};

/** Thrown for a store that is out of reach. */
export class StoreDown extends Error {}

export function createMemorySessions(nowMs: () => number = Date.now): MemorySessions {
  const chats = new Map<ChatKey, Kept>();
  const calls = { open: 0, commit: 0, release: 0 };
  const failures = { open: 0, commit: 0, release: 0 };
  let lastToken = 0;
  const attempt = (method: keyof typeof calls) => {
    calls[method] += 1;
    failures[method] -= 1;
    if (failures[method] >= 0) throw new StoreDown(method);
    failures[method] = 0;
  };
  return {
    chats,
    calls,
    failNext(method, times) {
      failures[method] = times;
    },
    async open(chat, update, lease) {
      attempt("open");
      const now = nowMs();
      const kept = chats.get(chat) ?? { token: 0, leasedUntil: 0, session: null, sessionUntil: 0, updates: new Map() };
      const done = kept.updates.get(update);
      if (done !== undefined && done > now - rememberHours * 3_600_000) return { kind: "done" };
      if (kept.leasedUntil > now) return { kind: "busy", retryAfterMs: kept.leasedUntil - now };
      lastToken += 1;
      Object.assign(kept, { token: lastToken, leasedUntil: now + lease.ms });
      if (kept.sessionUntil <= now) kept.session = null;
      kept.sessionUntil = now + sessionDays * 86_400_000;
      chats.set(chat, kept);
      return { kind: "open", token: kept.token, session: kept.session };
    },
    async commit({ chat, token }, update, session) {
      attempt("commit");
      const kept = chats.get(chat);
      if (kept === undefined || kept.token !== token) return "lost";
      kept.updates.set(update, nowMs());
      Object.assign(kept, { leasedUntil: 0, session, sessionUntil: nowMs() + sessionDays * 86_400_000 });
      return "kept";
    },
    async release({ chat, token }) {
      attempt("release");
      const kept = chats.get(chat);
      if (kept?.token === token) kept.leasedUntil = 0;
    },
    async forget(chat, lease) {
      const now = nowMs();
      lastToken += 1;
      const sessionUntil = now + sessionDays * 86_400_000;
      chats.set(chat, {
        token: lastToken,
        leasedUntil: now + lease.ms,
        session: null,
        sessionUntil,
        updates: new Map(),
      });
      return { chat, token: lastToken };
    },
    async ping() {},
    async close() {},
  };
}
