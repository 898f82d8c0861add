import { expect, it } from "vitest";
import type { ChatKey } from "../../src/turns/session-store.js";
import { describeEachDatabase, testVault } from "../support/databases.js";
import {
  createPeopleWorld,
  day,
  joseph,
  maria,
  minute,
  neverCovered,
  noura,
  nouraPhone,
  type PeopleWorld,
  row,
  stranger,
} from "../support/people-world.js";
import { recordStatements } from "../support/statements.js";

const key = "draft:phone";
const code = { how: "code", civilId: noura } as const;
const contact = { how: "contact", civilId: noura } as const;

describeEachDatabase("a one-time code", (database) => {
  async function aChat() {
    const world = createPeopleWorld(database().db);
    await world.import(row());
    const chat = await world.chat("1");
    return { world, chat, proofs: () => world.turn(chat).proofs };
  }

  it("goes to the number on record and is met by what was sent, once and for all", async () => {
    const { world, proofs } = await aChat();
    expect(await proofs().set(key, code, false)).toBe("set");
    const [sms] = await world.db.selectFrom("sms_outbox").selectAll().execute();
    expect(sms && testVault.seal.open(sms.phone_sealed, "sms_outbox.phone_sealed")).toBe(nouraPhone);
    expect(sms && testVault.seal.open(sms.text_sealed, "sms_outbox.text_sealed")).toBe("Your code is 482913");
    const met = await proofs().meetCode(key, code, "482913");
    expect(met).toEqual({ ok: true, proof: { id: expect.any(String), how: "code", at: "2026-11-22T09:00:00.000Z" } });
    expect(await proofs().meetCode(key, code, "000000")).toEqual(met);
    expect(await proofs().proof(key, code)).toEqual(met.ok && met.proof);
    expect(await world.db.selectFrom("proofs").select("code_hash").execute()).toEqual([{ code_hash: null }]);
  });

  it("is set once, however often it is asked for", async () => {
    const { world, proofs } = await aChat();
    for (let i = 0; i < 3; i++) await proofs().set(key, code, false);
    expect(await world.db.selectFrom("sms_outbox").selectAll().execute()).toHaveLength(1);
  });

  it("takes five tries, and then not even the right one", async () => {
    const { proofs } = await aChat();
    await proofs().set(key, code, false);
    for (let i = 0; i < 4; i++)
      expect(await proofs().meetCode(key, code, "000000")).toEqual({ ok: false, reason: "wrong" });
    expect(await proofs().meetCode(key, code, "000000")).toEqual({ ok: false, reason: "too-many" });
    expect(await proofs().meetCode(key, code, "482913")).toEqual({ ok: false, reason: "too-many" });
  });

  it("counts for ten minutes, to the last moment", async () => {
    const { world, proofs } = await aChat();
    await proofs().set(key, code, false);
    world.clock.advance(10 * minute + 1);
    expect(await proofs().meetCode(key, code, "482913")).toEqual({ ok: false, reason: "expired" });
    world.clock.advance(-1);
    expect(await proofs().meetCode(key, code, "482913")).toMatchObject({ ok: true });
  });

  it("is sent again after a minute, and only the newest counts", async () => {
    const { world, proofs } = await aChat();
    await proofs().set(key, code, false);
    world.code = "111111";
    world.clock.advance(minute - 1);
    expect(await proofs().set(key, code, true)).toBe("too-soon");
    world.clock.advance(1);
    expect(await proofs().set(key, code, true)).toBe("set");
    expect(await proofs().meetCode(key, code, "482913")).toEqual({ ok: false, reason: "wrong" });
    expect(await proofs().meetCode(key, code, "111111")).toMatchObject({ ok: true });
  });

  it("falls when the civil ID changes, and does not come back with it", async () => {
    const { proofs } = await aChat();
    await proofs().set(key, code, false);
    await proofs().meetCode(key, code, "482913");
    const other = { how: "code", civilId: stranger } as const;
    expect(await proofs().proof(key, other)).toBeUndefined();
    expect(await proofs().meetCode(key, other, "482913")).toEqual({ ok: false, reason: "not-set" });
    await proofs().set(key, other, false);
    expect(await proofs().proof(key, code)).toBeUndefined();
  });

  it("is another chat's alone", async () => {
    const { world, proofs } = await aChat();
    await proofs().set(key, code, false);
    const elsewhere = world.turn(await world.chat("2")).proofs;
    expect(await elsewhere.meetCode(key, code, "482913")).toEqual({ ok: false, reason: "not-set" });
  });

  it("runs the same statements in the same order with and without a number on record, and is met by nothing without", async () => {
    const recorded = recordStatements(database().db);
    const world = createPeopleWorld(recorded.db);
    await world.import(row());
    const statements: (readonly string[])[] = [];
    for (const civilId of [noura, stranger, maria]) {
      const { proofs } = world.turn(await world.chat(civilId));
      const asked = { how: "code", civilId } as const;
      recorded.take();
      expect(await proofs.set(key, asked, false)).toBe("set");
      await proofs.meetCode(key, asked, "000000");
      statements.push(recorded.take());
      expect((await proofs.meetCode(key, asked, "482913")).ok).toBe(civilId === noura);
    }
    expect(statements[0]?.length).toBeGreaterThan(5);
    expect(statements[1]).toEqual(statements[0]);
    expect(statements[2]).toEqual(statements[0]);
    expect(await world.db.selectFrom("sms_outbox").selectAll().execute()).toHaveLength(1);
  });

  it("is not sent again within a minute for another draft: the one that was sent counts there, with the tries left", async () => {
    const { world, proofs } = await aChat();
    await proofs().set(key, code, false);
    await proofs().meetCode(key, code, "000000");
    world.code = "111111";
    world.clock.advance(minute - 1);
    expect(await proofs().set("another draft", code, false)).toBe("set");
    expect(await proofs().set("another draft", code, true)).toBe("too-soon");
    expect(await world.db.selectFrom("sms_outbox").selectAll().execute()).toHaveLength(1);
    expect(await proofs().meetCode(key, code, "482913")).toEqual({ ok: false, reason: "not-set" });
    for (let i = 0; i < 3; i++)
      expect(await proofs().meetCode("another draft", code, "000000")).toEqual({ ok: false, reason: "wrong" });
    expect(await proofs().meetCode("another draft", code, "000000")).toEqual({ ok: false, reason: "too-many" });
    // And back: no tries are won by it.
    expect(await proofs().set(key, code, false)).toBe("set");
    expect(await proofs().meetCode(key, code, "482913")).toEqual({ ok: false, reason: "too-many" });

    world.clock.advance(1);
    expect(await proofs().set("a third draft", code, false)).toBe("set");
    expect(await proofs().meetCode("a third draft", code, "111111")).toMatchObject({ ok: true });
    expect(await world.db.selectFrom("sms_outbox").selectAll().execute()).toHaveLength(2);
  });

  it("that another draft waits for is met there by what was sent", async () => {
    const { world, proofs } = await aChat();
    await proofs().set(key, code, false);
    world.code = "111111";
    await proofs().set("another draft", code, false);
    expect(await proofs().meetCode("another draft", code, "482913")).toMatchObject({ ok: true });
  });

  it("for another civil ID, or in another chat, waits for nothing", async () => {
    const { world, proofs } = await aChat();
    await world.import(row({ sponsor_civil_id: stranger, sponsor_phone: "55554444", worker_civil_id: joseph }));
    await proofs().set(key, code, false);
    await proofs().set("another", { how: "code", civilId: stranger }, false);
    await world.turn(await world.chat("2")).proofs.set(key, code, false);
    expect(await world.db.selectFrom("sms_outbox").selectAll().execute()).toHaveLength(3);
  });

  /** Sets a challenge and meets it, each time for a new draft. @returns whether a code went out */
  async function asks(world: PeopleWorld, chat: ChatKey, draft: string): Promise<boolean> {
    expect(await world.turn(chat).proofs.set(draft, code, false)).toBe("set");
    return (await world.turn(chat).proofs.meetCode(draft, code, "482913")).ok;
  }

  it("is sent three times a day to one chat for one civil ID; the fourth says the same and sends nothing", async () => {
    const { world, chat } = await aChat();
    const sent = [];
    for (let i = 0; i < 4; i++) sent.push(await asks(world, chat, `draft ${i}`));
    expect(sent).toEqual([true, true, true, false]);
    expect(await asks(world, await world.chat("the owner's"), "draft")).toBe(true);
    world.clock.advance(day + 1);
    expect(await asks(world, chat, "the next day")).toBe(true);
  });

  it("is sent ten times a day to one number, whoever asks; but also to a chat that has met one before", async () => {
    const { world, chat } = await aChat();
    expect(await asks(world, chat, "first")).toBe(true);
    const sent = [];
    for (let i = 0; i < 10; i++) sent.push(await asks(world, await world.chat(`asker ${i}`), "draft"));
    expect(sent).toEqual([...Array(9).fill(true), false]);
    expect(await asks(world, chat, "later")).toBe(true);
    world.clock.advance(day + 1);
    expect(await asks(world, await world.chat("asker 11"), "draft")).toBe(true);
  });

  it("is sent ten times a day at one chat's wish", async () => {
    const { world, proofs } = await aChat();
    const { civilId } = await import("../support/fake-world.js");
    for (let i = 0; i < 11; i++) {
      const sponsor = civilId("1980-01-01", 1000 + 20 * i);
      const worker = civilId("1992-01-01", 1000 + 20 * i);
      await world.import(row({ sponsor_civil_id: sponsor, worker_civil_id: worker, ...neverCovered }));
      expect(await proofs().set(`${key}:${i}`, { how: "code", civilId: sponsor }, false)).toBe("set");
    }
    expect(await world.db.selectFrom("sms_outbox").selectAll().execute()).toHaveLength(10);
  });
});

describeEachDatabase("a shared contact", (database) => {
  it("is a proof of its number, once the challenge is set", async () => {
    const world = createPeopleWorld(database().db);
    const chat = await world.chat("1");
    expect(await world.turn(chat).proofs.meetContact(key, contact, nouraPhone)).toEqual({
      ok: false,
      reason: "not-set",
    });
    await world.turn(chat).proofs.set(key, contact, false);
    expect(await world.turn(chat).proofs.proof(key, contact)).toBeUndefined();
    const met = await world.turn(chat).proofs.meetContact(key, contact, nouraPhone);
    expect(met).toMatchObject({ ok: true, proof: { how: "contact" } });
    expect(await world.turn(chat).proofs.proof(key, contact)).toEqual(met.ok && met.proof);
    expect(await world.db.selectFrom("sms_outbox").selectAll().execute()).toEqual([]);
  });
});
