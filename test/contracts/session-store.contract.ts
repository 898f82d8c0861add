// What every session store promises, whatever keeps it.
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChatKey, Fence, SessionStore } from "../../src/turns/session-store.js";
import { runWorkers, type Turn, turn } from "./session-store.workers.js";

export type SessionStoreHarness = {
  /** Two processes on one set of data. */
  readonly stores: readonly [SessionStore, SessionStore];
  /** As if so much time had passed in the store for all that it keeps of this chat. */
  pass(chat: ChatKey, ms: number): Promise<void>;
  /** The store loses all it keeps of this chat, as in a flush. */
  lose(chat: ChatKey): Promise<void>;
  /** How many keys or rows the store keeps of this chat. */
  kept(chat: ChatKey): Promise<number>;
  stop(): Promise<void>;
};

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const lease = { ms: 30_000 };

let chats = 0;
const newChat = () => `tg:contract-${process.pid}-${chats++}` as ChatKey;
const bytes = (text: string) => Buffer.from(text);

export function sessionStoreContract(start: () => Promise<SessionStoreHarness>): void {
  let harness: SessionStoreHarness;
  let store: SessionStore;
  let other: SessionStore;

  beforeAll(async () => {
    harness = await start();
    [store, other] = harness.stores;
  });
  afterAll(() => harness.stop());

  /** Takes the chat, which must be free. */
  async function take(
    chat: ChatKey,
    update = "u",
    by = store,
  ): Promise<Fence & { readonly session: Uint8Array | null }> {
    const opening = await by.open(chat, update, lease);
    if (opening.kind !== "open") throw new Error(`the chat is ${opening.kind}`);
    return { chat, token: opening.token, session: opening.session };
  }
  async function keep(chat: ChatKey, update: string, session: Uint8Array | null): Promise<void> {
    expect(await store.commit(await take(chat, update), update, session)).toBe("kept");
  }
  const text = (session: Uint8Array | null) => session && Buffer.from(session).toString();

  describe("a turn", () => {
    it("of a new chat opens with no session and a token that is a safe integer", async () => {
      const opening = await store.open(newChat(), "1", lease);
      expect(opening).toMatchObject({ kind: "open", session: null });
      expect(opening.kind === "open" && Number.isSafeInteger(opening.token) && opening.token > 0).toBe(true);
    });

    it("opens with the bytes that the last one kept, whatever they are, in any process", async () => {
      const chat = newChat();
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), fc.uuid(), async (session, update) => {
          await keep(chat, update, session);
          const opened = await take(chat, `${update} next`, other);
          await other.release(opened);
          expect(Buffer.from(opened.session ?? bytes("none"))).toEqual(Buffer.from(session));
        }),
        { numRuns: 20 },
      );
    });

    it("that keeps no session forgets the one before and remembers the update", async () => {
      const chat = newChat();
      await keep(chat, "1", bytes("draft"));
      await keep(chat, "2", null);
      expect(await store.open(chat, "2", lease)).toEqual({ kind: "done" });
      expect((await take(chat, "3")).session).toBeNull();
    });

    it("leaves other chats alone", async () => {
      const [one, two] = [newChat(), newChat()];
      await keep(one, "1", bytes("of one"));
      const opened = await take(two, "1");
      expect(opened.session).toBeNull();
      await take(one, "2");
    });

    it("committed twice, for its answer was lost, is kept once and says so both times", async () => {
      const chat = newChat();
      const fence = await take(chat, "1");
      expect(await store.commit(fence, "1", bytes("a"))).toBe("kept");
      expect(await store.commit(fence, "1", bytes("a"))).toBe("kept");
      expect(text((await take(chat, "2")).session)).toBe("a");
    });
  });

  describe("an update", () => {
    it("that was committed is done, in any process, even while the chat is busy", async () => {
      const chat = newChat();
      await keep(chat, "1", null);
      expect(await other.open(chat, "1", lease)).toEqual({ kind: "done" });
      await take(chat, "2");
      expect(await other.open(chat, "1", lease)).toEqual({ kind: "done" });
    });

    it("is known by membership, never by order", async () => {
      const chat = newChat();
      for (const update of ["10", "5", "900", "1"]) await keep(chat, update, null);
      for (const update of ["10", "5", "900", "1"])
        expect(await store.open(chat, update, lease)).toEqual({ kind: "done" });
      await take(chat, "7");
    });

    it("is remembered for a day and then no longer", async () => {
      const chat = newChat();
      await keep(chat, "old", null);
      await harness.pass(chat, day - minute);
      await keep(chat, "new", null);
      expect(await store.open(chat, "old", lease)).toEqual({ kind: "done" });
      await harness.pass(chat, 2 * minute);
      expect(await store.open(chat, "new", lease)).toEqual({ kind: "done" });
      await take(chat, "old");
    });

    it("may have any text as its id", async () => {
      const chat = newChat();
      for (const update of ["wamid.HBgLOTY1==", "a'b\"c\\", "{}", "٣", " ", "null"]) {
        await keep(chat, update, null);
        expect(await store.open(chat, update, lease)).toEqual({ kind: "done" });
      }
    });
  });

  describe("a lease", () => {
    it("keeps every other turn of the chat out and tells how long it may last", async () => {
      const chat = newChat();
      await take(chat, "1");
      for (const by of [store, other]) {
        const opening = await by.open(chat, "2", { ms: 90_000 });
        if (opening.kind !== "busy") throw new Error(`the chat is ${opening.kind}`);
        expect(opening.retryAfterMs).toBeGreaterThan(lease.ms - 10_000);
        expect(opening.retryAfterMs).toBeLessThanOrEqual(lease.ms);
      }
    });

    it("is taken by one of many that ask at once, of a new chat and of a known one", async () => {
      const known = newChat();
      await keep(known, "0", bytes("known"));
      for (const chat of [newChat(), known]) {
        const asked = Array.from({ length: 16 }, (_, n) =>
          (n % 2 === 0 ? store : other).open(chat, `asked ${n}`, lease),
        );
        const kinds = (await Promise.all(asked)).map((opening) => opening.kind);
        expect(kinds.filter((kind) => kind === "open")).toHaveLength(1);
        expect(kinds.filter((kind) => kind === "busy")).toHaveLength(15);
      }
    });

    it("of the same update sent twice at once is taken once", async () => {
      const chat = newChat();
      const asked = await Promise.all([store.open(chat, "1", lease), other.open(chat, "1", lease)]);
      expect(asked.map((opening) => opening.kind).sort()).toEqual(["busy", "open"]);
    });

    it("that is released keeps nothing of its turn", async () => {
      const chat = newChat();
      await keep(chat, "1", bytes("before"));
      await store.release(await take(chat, "2"));
      expect(text((await take(chat, "2", other)).session)).toBe("before");
    });

    it("left behind by a crash ends by itself", async () => {
      const chat = newChat();
      await store.open(chat, "1", { ms: 800 });
      expect(await other.open(chat, "1", lease)).toMatchObject({ kind: "busy" });
      await sleep(850);
      expect(await other.open(chat, "1", lease)).toMatchObject({ kind: "open" });
    });

    it("that ran out and was taken by another turn lets the first one change nothing", async () => {
      const chat = newChat();
      const paused = await take(chat, "1");
      await harness.pass(chat, lease.ms);
      const second = await take(chat, "2", other);
      expect(second.token).toBeGreaterThan(paused.token);
      expect(await store.commit(paused, "1", bytes("stale"))).toBe("lost");
      await store.release(paused);
      expect(await store.open(chat, "3", lease)).toMatchObject({ kind: "busy" });
      expect(await other.commit(second, "2", bytes("fresh"))).toBe("kept");
      expect(text((await take(chat, "1")).session)).toBe("fresh");
    });

    it("that ran out while nobody wanted the chat still lets its turn commit", async () => {
      const chat = newChat();
      const slow = await take(chat, "1");
      await harness.pass(chat, lease.ms);
      expect(await store.commit(slow, "1", bytes("late"))).toBe("kept");
    });
  });

  describe("a token", () => {
    it("only rises: after a commit, a release, a lease's end, a person's leaving and a flush", async () => {
      const chat = newChat();
      const tokens: number[] = [];
      const next = async (then: (fence: Fence) => Promise<unknown>) => {
        const fence = await take(chat, `${tokens.length}`);
        tokens.push(fence.token);
        await then(fence);
      };
      await next((fence) => store.commit(fence, "0", null));
      await next((fence) => store.release(fence));
      await next(() => harness.pass(chat, lease.ms));
      await next((fence) => store.release(fence));
      const forgotten = await store.forget(chat, lease);
      tokens.push(forgotten.token);
      await store.release(forgotten);
      await next(() => harness.lose(chat));
      await next(async () => undefined);
      expect(tokens).toEqual([...new Set(tokens)].sort((a, b) => a - b));
    });

    it("from before a flush lets nothing be committed", async () => {
      const chat = newChat();
      const fence = await take(chat, "1");
      await harness.lose(chat);
      expect(await store.commit(fence, "1", bytes("gone"))).toBe("lost");
      expect((await take(chat, "1")).session).toBeNull();
    });
  });

  describe("a session", () => {
    it("lives through almost seven days of silence, and each turn begins them anew", async () => {
      const chat = newChat();
      await keep(chat, "1", bytes("draft"));
      for (const update of ["2", "3"]) {
        await harness.pass(chat, 7 * day - minute);
        const opened = await take(chat, update);
        expect(text(opened.session)).toBe("draft");
        await store.commit(opened, update, opened.session);
      }
    });

    it("ends after seven days of silence", async () => {
      const chat = newChat();
      await keep(chat, "1", bytes("draft"));
      await harness.pass(chat, 7 * day + minute);
      expect((await take(chat, "2")).session).toBeNull();
    });
  });

  describe("a person who leaves", () => {
    it("leaves neither session nor updates behind", async () => {
      const chat = newChat();
      await keep(chat, "1", bytes("draft"));
      await store.release(await store.forget(chat, lease));
      expect(await harness.kept(chat)).toBeLessThanOrEqual(1);
      expect((await take(chat, "1", other)).session).toBeNull();
    });

    it("from a chat that the store does not know holds it all the same", async () => {
      const chat = newChat();
      const held = await store.forget(chat, lease);
      expect(await other.open(chat, "1", lease)).toMatchObject({ kind: "busy" });
      await store.release(held);
      await take(chat, "1");
    });

    it("in the middle of a turn lets that turn keep nothing, and no other begin until the chat is released", async () => {
      const chat = newChat();
      await keep(chat, "1", bytes("draft"));
      const fence = await take(chat, "2");
      const held = await other.forget(chat, lease);
      expect(held.token).toBeGreaterThan(fence.token);
      expect(await store.commit(fence, "2", bytes("written back"))).toBe("lost");
      await store.release(fence);
      expect(await store.open(chat, "3", lease)).toMatchObject({ kind: "busy" });
      await other.release(held);
      const next = await take(chat, "2");
      expect(next.session).toBeNull();
      expect(next.token).toBeGreaterThan(held.token);
    });

    it("and is held by a process that died is free again when the lease ends", async () => {
      const chat = newChat();
      await store.forget(chat, lease);
      await harness.pass(chat, lease.ms);
      await take(chat, "1", other);
    });
  });

  it("answers a ping", async () => {
    await expect(store.ping()).resolves.toBeUndefined();
  });

  it("lets no two turns hold a chat and loses no turn, however two processes interleave, pause and crash", {
    timeout: 90_000,
  }, async () => {
    const script = fc.array(turn, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(script, script, async (first, second) => {
        const chat = newChat();
        const turns = await runWorkers(chat, [
          [store, first],
          [other, second],
        ]);
        expectOneHolder(turns);
        expectOneLine(turns);
        for (const { update } of turns.filter((each) => each.kept)) {
          expect(await store.open(chat, update, lease)).toEqual({ kind: "done" });
        }
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });
}

function expectOneHolder(turns: readonly Turn[]): void {
  const inTime = [...turns].sort((a, b) => a.heldFrom - b.heldFrom);
  for (const [n, next] of inTime.slice(1).entries()) {
    expect(next.heldFrom).toBeGreaterThanOrEqual(inTime[n]?.heldUntil ?? 0);
  }
}

/** In the order of their tokens, each turn opened with what the last kept one before it left; and no update was kept twice. */
function expectOneLine(turns: readonly Turn[]): void {
  let session: string | null = null;
  for (const each of [...turns].sort((a, b) => a.token - b.token)) {
    expect(each.opened).toBe(session);
    if (each.kept) session = `${each.token}`;
  }
  expect(new Set(turns.map((each) => each.token)).size).toBe(turns.length);
  const kept = turns.filter((each) => each.kept).map((each) => each.update);
  expect(new Set(kept).size).toBe(kept.length);
}
