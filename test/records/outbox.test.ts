// The outbox as a table: order within a chat, nothing twice, nothing lost, and a crash that is told from a wait.

import { sql } from "kysely";
import { expect, it } from "vitest";
import type { Rendered } from "../../src/messages/channel.js";
import { countOutbox, endOutboxLeases, enqueue, hasWaiting } from "../../src/records/outbox.js";
import { createOutboxStore } from "../../src/records/outbox-store.js";
import { chatKey } from "../../src/records/vault.js";
import { asAutomatic } from "../support/as-automatic.js";
import { describeEachDatabase, describeOnPostgres, type TestDb, testVault } from "../support/databases.js";
import { noReminders } from "../support/no-reminders.js";
import { recordStatements } from "../support/statements.js";

const message = (text: string): Rendered => ({ text, language: "en", code: [], buttons: [] });
const lease = 60_000;

function createOutbox({ db }: TestDb) {
  let nowMs = Date.parse("2026-11-22T10:00:00Z");
  const clock = { now: () => new Date(nowMs) };
  const store = createOutboxStore({ asAutomatic, db, vault: testVault, clock, reminders: noReminders });
  let keys = 0;
  const textOf = async (id: string) => {
    const of = db.selectFrom("outbox").select("message_sealed").where("id", "=", Number(id));
    const { message_sealed } = await of.executeTakeFirstOrThrow();
    return (JSON.parse(testVault.seal.open(message_sealed, "outbox.message_sealed")) as Rendered).text;
  };
  return {
    store,
    advance(ms: number) {
      nowMs += ms;
    },
    async chat(id: string, channel: "telegram" | "whatsapp" = "telegram") {
      const chat = chatKey(testVault, channel, id);
      const sealed = testVault.seal.seal(id, "chats.chat_id_sealed");
      await db
        .insertInto("chats")
        .values({ chat, channel, chat_id_sealed: sealed, first_seen_at: clock.now() })
        .execute();
      return chat;
    },
    put(chat: string, text: string, effectKey = `key-${++keys}`) {
      return enqueue(db, testVault, { chat, kind: "payment", effectKey, message: message(text), now: clock.now() });
    },
    mark: async (id: string) => (await store.markSending([id])).get(id),
    /** What is claimed now, by its words. */
    texts: async (limit = 10) => Promise.all((await store.claim("telegram", limit, lease)).map(({ id }) => textOf(id))),
    textOf,
    states: async () =>
      (await db.selectFrom("outbox").select("state").orderBy("id").execute()).map(({ state }) => state),
    /** As if the leases of a sender that died had run out. */
    endLeases: () =>
      db
        .updateTable("outbox")
        .set({ leased_until: new Date(0) })
        .execute(),
  };
}

describeEachDatabase("the outbox", (database) => {
  it("gives a message back as it was put, to its chat's own id", async () => {
    const outbox = createOutbox(database());
    await outbox.put(await outbox.chat("4711"), "first");
    const claimed = await outbox.store.claim("telegram", 10, lease);
    expect(claimed).toEqual([{ id: expect.any(String), channel: "telegram", chat: "4711", tries: 0 }]);
    expect(await outbox.mark(claimed[0]?.id ?? "")).toEqual(message("first"));
  });

  it("changes and takes away an earlier message by the id that the platform gave it, and answers it", async () => {
    const { db } = database();
    const outbox = createOutbox(database());
    const chat = await outbox.chat("1");
    const item = (await outbox.put(chat, "helo")) ?? 0;
    const now = new Date("2026-11-22T10:00:00Z");
    for (const as of ["edited", "answered", "removed"] as const)
      await enqueue(db, testVault, {
        chat,
        kind: "desk",
        effectKey: as,
        message: message(as),
        earlier: { item, as },
        now,
      });
    const seen: (Rendered | undefined)[] = [];
    for (let n = 0; n < 4; n += 1) {
      const [{ id } = { id: "" }] = await outbox.store.claim("telegram", 10, lease);
      seen.push(await outbox.mark(id));
      await outbox.store.record(id, { kind: "sent", messageId: "77" });
    }
    expect(seen).toEqual([
      message("helo"),
      { ...message("edited"), changes: { messageId: "77", how: "edit" } },
      { ...message("answered"), replyTo: "77" },
      { ...message("removed"), changes: { messageId: "77", how: "remove" } },
    ]);
  });

  it("changes nothing of a message that never arrived", async () => {
    const { db } = database();
    const outbox = createOutbox(database());
    const chat = await outbox.chat("1");
    const item = (await outbox.put(chat, "helo")) ?? 0;
    const now = new Date("2026-11-22T10:00:00Z");
    const earlier = { item, as: "edited" } as const;
    await enqueue(db, testVault, { chat, kind: "desk", effectKey: "e", message: message("hello"), earlier, now });
    const [first] = await outbox.store.claim("telegram", 10, lease);
    await outbox.mark(first?.id ?? "");
    await outbox.store.record(first?.id ?? "", { kind: "failed" });
    const [second] = await outbox.store.claim("telegram", 10, lease);
    expect(await outbox.mark(second?.id ?? "")).toBeUndefined();
    expect(await outbox.states()).toEqual(["failed", "dropped"]);
  });

  it("takes the same key once, and nothing for a chat whose person left", async () => {
    const outbox = createOutbox(database());
    const chat = await outbox.chat("1");
    await outbox.put(chat, "said", "same");
    await outbox.put(chat, "said again", "same");
    await outbox.put("tg:nobody", "lost");
    expect(await outbox.texts()).toEqual(["said"]);
  });

  it("gives each chat's first message only, oldest first, so that none overtakes another", async () => {
    const outbox = createOutbox(database());
    const [one, two] = [await outbox.chat("1"), await outbox.chat("2")];
    await outbox.put(one, "1a");
    await outbox.put(one, "1b");
    await outbox.put(two, "2a");
    const [first, second] = await outbox.store.claim("telegram", 10, lease);
    expect([await outbox.textOf(first?.id ?? ""), await outbox.textOf(second?.id ?? "")]).toEqual(["1a", "2a"]);
    expect(await outbox.texts()).toEqual([]);
    await outbox.mark(first?.id ?? "");
    expect(await outbox.texts()).toEqual([]);
    await outbox.store.record(first?.id ?? "", { kind: "sent", messageId: "9" });
    expect(await outbox.texts()).toEqual(["1b"]);
  });

  it("gives a channel its own messages, and no more than asked for", async () => {
    const outbox = createOutbox(database());
    await outbox.put(await outbox.chat("1", "whatsapp"), "elsewhere");
    for (const id of ["2", "3", "4"]) await outbox.put(await outbox.chat(id), id);
    expect(await outbox.texts(2)).toEqual(["2", "3"]);
    expect(await outbox.texts(2)).toEqual(["4"]);
  });

  it("gives what was claimed and not begun to another when the lease ends, or at once when given back", async () => {
    const outbox = createOutbox(database());
    await outbox.put(await outbox.chat("1"), "a");
    const [claimed] = await outbox.store.claim("telegram", 1, lease);
    await outbox.store.giveBack([claimed?.id ?? ""]);
    expect(await outbox.texts()).toEqual(["a"]);
    await outbox.endLeases();
    expect(await outbox.mark(claimed?.id ?? "")).toBeUndefined();
    expect(await outbox.texts()).toEqual(["a"]);
  });

  it("is marked before the call, once: a crash in between is unknown, told to operators, and never sent again", async () => {
    const outbox = createOutbox(database());
    await outbox.put(await outbox.chat("1"), "a");
    const [claimed] = await outbox.store.claim("telegram", 1, lease);
    const id = claimed?.id ?? "";
    expect(await outbox.mark(id)).toEqual(message("a"));
    expect(await outbox.mark(id)).toBeUndefined();
    expect(await outbox.store.recoverCrashed()).toEqual([]);
    await outbox.endLeases();
    expect(await outbox.store.recoverCrashed()).toEqual([id]);
    expect(await outbox.store.recoverCrashed()).toEqual([]);
    expect(await outbox.states()).toEqual(["unknown"]);
    expect(await outbox.texts()).toEqual([]);
  });

  it("puts off what did not arrive, with the rest of its chat behind it", async () => {
    const outbox = createOutbox(database());
    const chat = await outbox.chat("1");
    await outbox.put(chat, "a");
    await outbox.put(chat, "b");
    const [claimed] = await outbox.store.claim("telegram", 1, lease);
    await outbox.mark(claimed?.id ?? "");
    await outbox.store.record(claimed?.id ?? "", { kind: "later", inMs: 5_000 });
    outbox.advance(4_999);
    expect(await outbox.texts()).toEqual([]);
    outbox.advance(1);
    const [again] = await outbox.store.claim("telegram", 10, lease);
    expect([again?.tries, await outbox.textOf(again?.id ?? "")]).toEqual([1, "a"]);
  });

  it.each(["unknown", "failed"] as const)("that ended %s holds up nothing", async (kind) => {
    const outbox = createOutbox(database());
    const chat = await outbox.chat("1");
    await outbox.put(chat, "a");
    await outbox.put(chat, "b");
    const [claimed] = await outbox.store.claim("telegram", 1, lease);
    await outbox.mark(claimed?.id ?? "");
    await outbox.store.record(claimed?.id ?? "", { kind });
    expect(await outbox.states()).toEqual([kind, "waiting"]);
    expect(await outbox.texts()).toEqual(["b"]);
  });

  it("gives up what waits for a chat that is blocked or gone, and marks the chat", async () => {
    const outbox = createOutbox(database());
    const [chat, other] = [await outbox.chat("1"), await outbox.chat("2")];
    await outbox.put(chat, "a");
    await outbox.put(chat, "b");
    await outbox.put(other, "c");
    const [claimed] = await outbox.store.claim("telegram", 1, lease);
    await outbox.mark(claimed?.id ?? "");
    await outbox.store.record(claimed?.id ?? "", { kind: "unreachable" });
    expect(await outbox.states()).toEqual(["failed", "failed", "waiting"]);
    const chats = await database().db.selectFrom("chats").select(["chat", "unreachable_at"]).execute();
    expect(chats.filter(({ unreachable_at }) => unreachable_at !== null).map((row) => row.chat)).toEqual([chat]);
  });

  it("knows whether a chat must wait its turn", async () => {
    const outbox = createOutbox(database());
    const chat = await outbox.chat("1");
    const waits = () => hasWaiting(database().db, chat);
    expect(await waits()).toBe(false);
    await outbox.put(chat, "a");
    expect(await waits()).toBe(true);
    const [claimed] = await outbox.store.claim("telegram", 1, lease);
    await outbox.mark(claimed?.id ?? "");
    expect(await waits()).toBe(true);
    await outbox.store.record(claimed?.id ?? "", { kind: "sent", messageId: "1" });
    expect(await waits()).toBe(false);
  });

  it.each([
    [{ kind: "later", inMs: 0 }, "unknown"],
    [{ kind: "failed" }, "unknown"],
    [{ kind: "unreachable" }, "unknown"],
    [{ kind: "sent", messageId: "1" }, "sent"],
  ] as const)("told as unknown, and then ended %j, is %s", async (outcome, state) => {
    const outbox = createOutbox(database());
    await outbox.put(await outbox.chat("1"), "a");
    const [claimed] = await outbox.store.claim("telegram", 1, lease);
    await outbox.mark(claimed?.id ?? "");
    await outbox.endLeases();
    await outbox.store.recoverCrashed();
    await outbox.store.record(claimed?.id ?? "", outcome);
    expect(await outbox.states()).toEqual([state]);
  });

  it("left by a dead process goes out at once where there is no other, but for what it was sending", async () => {
    const outbox = createOutbox(database());
    for (const id of ["1", "2", "3"]) await outbox.put(await outbox.chat(id), id);
    const [first] = await outbox.store.claim("telegram", 2, lease);
    await outbox.mark(first?.id ?? "");
    await endOutboxLeases(database().db);
    expect(await outbox.store.recoverCrashed()).toEqual([first?.id]);
    expect(await outbox.texts()).toEqual(["2", "3"]);
  });

  it("is counted by state, without a look at what was sent", async () => {
    const { db, take } = recordStatements(database().db);
    const outbox = createOutbox(database());
    for (const id of ["1", "2", "3"]) await outbox.put(await outbox.chat(id), id);
    const [first, second] = await outbox.store.claim("telegram", 2, lease);
    for (const item of [first, second]) await outbox.mark(item?.id ?? "");
    await outbox.store.record(first?.id ?? "", { kind: "sent", messageId: "1" });
    await outbox.store.record(second?.id ?? "", { kind: "unknown" });
    expect(Object.fromEntries(await countOutbox(db))).toEqual({ waiting: 1, unknown: 1 });
    const [counting = ""] = take();
    const plan = await database()
      .db.transaction()
      .execute(async (trx) => {
        await sql`set local enable_seqscan = off`.execute(trx);
        return sql`explain ${sql.raw(counting)}`.execute(trx);
      });
    expect(JSON.stringify(plan.rows)).toContain("outbox_not_sent");
  });

  it("keeps no word of a message in clear", async () => {
    const outbox = createOutbox(database());
    await outbox.put(await outbox.chat("1"), "a word nobody else says");
    const rows = await database().db.selectFrom("outbox").select("message_sealed").execute();
    expect(rows.map(({ message_sealed }) => message_sealed.includes("a word"))).toEqual([false]);
  });
});

describeOnPostgres("senders at the same time", (database) => {
  it("never get the same message, and never two of one chat", async () => {
    const outbox = createOutbox(database());
    for (let id = 0; id < 20; id++) {
      const chat = await outbox.chat(String(id));
      await outbox.put(chat, `${id}a`);
      await outbox.put(chat, `${id}b`);
    }
    const claims = await Promise.all(Array.from({ length: 8 }, () => outbox.texts(5)));
    const texts = claims.flat();
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.every((text) => text.endsWith("a"))).toBe(true);
  });
});
