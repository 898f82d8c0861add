import { expect, it } from "vitest";
import type { Detail } from "../../src/journeys/people-port.js";
import { FenceLost } from "../../src/records/fence.js";
import { createPeople } from "../../src/records/people.js";
import type { ChatKey } from "../../src/turns/session-store.js";
import { describeEachDatabase, testReplan, testVault } from "../support/databases.js";
import { createPeopleWorld, noura, nouraPhone, phone, row, stranger, toStaff } from "../support/people-world.js";

describeEachDatabase("an account", (database) => {
  const newWorld = () => createPeopleWorld(database().db);

  it("is proved by the phone on record, and then shows what is on record", async () => {
    const world = newWorld();
    await world.import(row());
    const chat = await world.chat("1");
    expect(await world.register(chat)).toBe("proved");
    expect(await world.chats.read(chat)).toEqual({
      language: undefined,
      isUnreachable: false,
      lastHandoff: 0,
      account: {
        id: expect.stringMatching(/^\d+$/),
        standing: "proved",
        name: { ar: "نورة المطيري", en: "Noura Al-Mutairi" },
        lastFour: noura.slice(-4),
        kuwaiti: true,
        phoneLastDigits: "234",
        email: undefined,
        gender: undefined,
        governorate: undefined,
      },
    });
  });

  it("is proved by a code that was sent to the number on record", async () => {
    const world = newWorld();
    await world.import(row());
    const chat = await world.chat("1");
    const challenge = { how: "code", civilId: noura } as const;
    await world.turn(chat).proofs.set("d:p", challenge, false);
    const met = await world.turn(chat).proofs.meetCode("d:p", challenge, world.code);
    if (!met.ok) throw new Error(met.reason);
    const registration = { civilId: noura, proof: met.proof, consentedTo: "1" } as const;
    expect(await world.turn(chat).people.register("d", registration)).toEqual({
      standing: "proved",
      name: { ar: "نورة المطيري", en: "Noura Al-Mutairi" },
    });
  });

  it("with another phone, or without a record, is unproved and shows only what was typed", async () => {
    const world = newWorld();
    await world.import(row());
    for (const [id, of] of [
      ["1", { phone: phone("55554444") }],
      ["2", { civilId: stranger }],
    ] as const) {
      const chat = await world.chat(id);
      expect(await world.register(chat, { ...of, name: "نورة" })).toBe("unproved");
      expect((await world.chats.read(chat))?.account).toMatchObject({
        standing: "unproved",
        name: { ar: "نورة" },
        kuwaiti: undefined,
      });
    }
  });

  it("is proved as soon as an import brings its phone, and no longer once an import changes it", async () => {
    const world = newWorld();
    const chat = await world.chat("1");
    expect(await world.register(chat)).toBe("unproved");
    const standing = async () => (await world.chats.read(chat))?.account?.standing;
    await world.import(row());
    expect(await standing()).toBe("proved");
    await world.import(row({ sponsor_phone: "55554444" }));
    expect(await standing()).toBe("unproved");
    expect((await world.turn(chat).workers.household()).workers).toEqual([]);
  });

  it("is proved for nobody who has tried ten others first, for a day", async () => {
    const world = newWorld();
    await world.import(row());
    const chat = await world.chat("1");
    for (let guess = 0; guess < 10; guess += 1)
      expect(await world.register(chat, { civilId: stranger })).toBe("unproved");
    expect(await world.register(chat)).toBe("unproved");
    expect((await world.turn(chat).workers.household()).workers).toEqual([]);
    const other = await world.chat("2");
    expect(await world.register(other)).toBe("proved");
    world.clock.advance(24 * 60 * 60 * 1000 + 1);
    expect(await world.register(chat)).toBe("proved");
  });

  it("holds what its person tells later, one thing at a time, and loses none of it by registering again", async () => {
    const world = newWorld();
    const chat = await world.chat("1");
    await world.register(chat, { civilId: stranger });
    const tell = (detail: Detail) => world.turn(chat).people.describe(detail);
    await tell({ what: "email", value: "n@example.com" });
    await tell({ what: "gender", value: "female" });
    await tell({ what: "governorate", value: "HA" });
    await tell({ what: "name", value: "نورة" });
    const told = { name: { ar: "نورة" }, email: "n@example.com", gender: "female", governorate: "HA" };
    expect((await world.chats.read(chat))?.account).toMatchObject(told);
    await world.register(chat, { civilId: stranger, phone: phone("55554444"), name: "نورة" });
    expect((await world.chats.read(chat))?.account).toMatchObject(told);
    await tell({ what: "email", value: undefined });
    expect((await world.chats.read(chat))?.account).toMatchObject({ ...told, email: undefined });
  });

  it("has no name at first where none is on record, and a chat without one can be told nothing", async () => {
    const world = newWorld();
    const chat = await world.chat("1");
    await world.turn(chat).people.describe({ what: "name", value: "Nobody" });
    const challenge = { how: "contact", civilId: stranger } as const;
    await world.turn(chat).proofs.set("k", challenge, false);
    const met = await world.turn(chat).proofs.meetContact("k", challenge, nouraPhone);
    if (!met.ok) throw new Error(met.reason);
    await world.turn(chat).people.register("k", { civilId: stranger, proof: met.proof, consentedTo: "1" });
    expect((await world.chats.read(chat))?.account?.name).toEqual({});
  });

  it("is opened once for its key, and once for its chat", async () => {
    const world = newWorld();
    await world.import(row());
    const chat = await world.chat("1");
    await world.register(chat, { name: "Noura" });
    const first = (await world.chats.read(chat))?.account?.id;
    await world.register(chat, { name: "Noura A" });
    expect((await world.chats.read(chat))?.account?.id).toBe(first);
    expect(await world.db.selectFrom("accounts").selectAll().execute()).toHaveLength(1);
  });

  it("of another civil ID in the same chat takes the place of the one before, with nothing of it", async () => {
    const world = newWorld();
    const chat = await world.chat("1");
    await world.register(chat);
    await world.turn(chat).workers.track("k", { civilId: stranger, name: "Anita", coverUntil: undefined });
    await world.register(chat, { civilId: stranger });
    expect((await world.chats.read(chat))?.account?.lastFour).toBe(stranger.slice(-4));
    expect(await world.turn(chat).workers.tracked()).toEqual([]);
    expect(await world.db.selectFrom("accounts").selectAll().execute()).toHaveLength(1);
  });

  it("is one for each chat of the same person", async () => {
    const world = newWorld();
    await world.import(row());
    const chats = [await world.chat("1"), await world.chat("2")];
    for (const chat of chats) expect(await world.register(chat)).toBe("proved");
    const ids = await Promise.all(chats.map(async (chat) => (await world.chats.read(chat))?.account?.id));
    expect(new Set(ids).size).toBe(2);
  });

  it("cannot be opened with another chat's proof, or with a proof of another civil ID", async () => {
    const world = newWorld();
    const chat = await world.chat("1");
    const challenge = { how: "contact", civilId: noura } as const;
    await world.turn(chat).proofs.set("k", challenge, false);
    const met = await world.turn(chat).proofs.meetContact("k", challenge, nouraPhone);
    if (!met.ok) throw new Error(met.reason);
    const registration = { proof: met.proof, consentedTo: "1" } as const;
    const elsewhere = world.turn(await world.chat("2")).people;
    await expect(elsewhere.register("k", { ...registration, civilId: noura })).rejects.toThrow("proves no phone");
    const { people } = world.turn(chat);
    await expect(people.register("k", { ...registration, civilId: stranger })).rejects.toThrow("proves no phone");
  });

  it("is not written by a turn that was paused past its lease", async () => {
    const world = newWorld();
    const chat = await world.chat("1");
    const { people, fence } = world.turn(chat);
    await world.turn(chat).people.chooseLanguage("en");
    await expect(people.chooseLanguage("ar")).rejects.toThrow(FenceLost);
    const same = createPeople(
      { db: world.db, vault: testVault, replan: testReplan, toStaff, baseUrl: "" },
      { fence: { chat, token: fence.token }, now: world.clock.now() },
    );
    await expect(same.chooseLanguage("ar")).rejects.toThrow(FenceLost);
    expect((await world.chats.read(chat))?.language).toBe("en");
  });
});

describeEachDatabase("a chat", (database) => {
  it("is made known once, and remembers its language and that it was out of reach", async () => {
    const world = createPeopleWorld(database().db);
    const chat = await world.chat("77");
    await world.turn(chat).people.chooseLanguage("ar");
    await world.chats.markUnreachable(chat, world.clock.now());
    const known = { key: chat, channel: "telegram", id: "77" } as const;
    expect(await world.chats.open(known, world.clock.now())).toEqual({
      language: "ar",
      account: undefined,
      isUnreachable: true,
      lastHandoff: 0,
    });
    await world.chats.markReachable(chat, world.clock.now());
    expect((await world.chats.read(chat))?.isUnreachable).toBe(false);
    const [stored] = await world.db.selectFrom("chats").selectAll().execute();
    expect(stored && testVault.seal.open(stored.chat_id_sealed, "chats.chat_id_sealed")).toBe("77");
  });

  it("is spoken to in the language of its first message until it says otherwise", async () => {
    const world = createPeopleWorld(database().db);
    const known = { key: "telegram:9", channel: "telegram", id: "9" } as const;
    const key = { ...known, key: known.key as ChatKey };
    expect((await world.chats.open({ ...key, language: "ar" }, world.clock.now())).language).toBe("ar");
    expect((await world.chats.open({ ...key, language: "en" }, world.clock.now())).language).toBe("ar");
  });

  it("that was never seen is nothing", async () => {
    const world = createPeopleWorld(database().db);
    const chat = await world.chat("1");
    await world.db.deleteFrom("chats").execute();
    expect(await world.chats.read(chat)).toBeUndefined();
  });
});
