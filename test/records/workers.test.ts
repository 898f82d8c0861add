import { expect, it } from "vitest";
import type { IsoDate } from "../../src/domain/iso-date.js";
import type { Phone } from "../../src/domain/phone.js";
import { insertRenewal } from "../support/bought.js";
import { describeEachDatabase } from "../support/databases.js";
import { civilId } from "../support/fake-world.js";
import {
  createPeopleWorld,
  day,
  joseph,
  maria,
  minute,
  neverCovered,
  noura,
  phone,
  row,
  stranger,
} from "../support/people-world.js";
import { recordStatements } from "../support/statements.js";

const hour = 60 * minute;
/** Numbers that nobody on record has. */
const unknown = (n: number) => civilId("1999-09-09", 1000 + 20 * n);

describeEachDatabase("workers on record", (database) => {
  it("are the proved sponsor's own, with covers, what is paid and not yet filed, and where each is known from", async () => {
    const world = createPeopleWorld(database().db);
    await world.import(
      row(),
      row({ worker_civil_id: joseph, worker_name_en: "Joseph", worker_name_ar: "", ...neverCovered, in_kuwait: "no" }),
    );
    const chat = await world.chat("1");
    await world.register(chat);
    await insertRenewal(world, "paid");
    const { kuwaiti, workers } = await world.turn(chat).workers.household();
    expect(kuwaiti).toBe(true);
    expect(workers).toEqual([
      {
        id: expect.stringMatching(/^w\d+$/),
        source: "record",
        civilId: maria,
        name: { ar: "ماريا سانتوس", en: "Maria Santos" },
        article: 20,
        inKuwait: true,
        covers: [
          { from: "2026-01-01", until: "2026-12-31", source: "imported", knownAt: "2026-11-22", policyNumber: "HI-1" },
        ],
        waiting: [{ from: "2027-01-01", until: "2027-12-31", paidOn: "2026-11-22" }],
      },
      {
        id: expect.any(String),
        source: "record",
        civilId: joseph,
        name: { en: "Joseph" },
        article: 20,
        inKuwait: false,
        covers: [],
        waiting: [],
      },
    ]);
    expect(await world.turn(chat).workers.own(maria)).toEqual(workers[0]);
  });

  it("say that a cover was issued here, and no longer that an issued renewal waits", async () => {
    const world = createPeopleWorld(database().db);
    await world.import(row(neverCovered));
    const chat = await world.chat("1");
    await world.register(chat);
    const { id } = await world.db.selectFrom("workers").select("id").executeTakeFirstOrThrow();
    await insertRenewal(world, "issued");
    await world.db
      .insertInto("covers")
      .values({
        worker_id: id,
        from_day: "2027-01-01",
        until_day: "2027-12-31",
        source: "issued",
        policy_number: null,
        known_at: world.clock.now(),
      })
      .execute();
    expect(await world.turn(chat).workers.own(maria)).toMatchObject({
      covers: [{ source: "issued-here", knownAt: "2026-11-22" }],
      waiting: [],
    });
  });

  it("are none without an account, without a proof, and for another's account", async () => {
    const world = createPeopleWorld(database().db);
    await world.import(row());
    const chats = [await world.chat("1"), await world.chat("2"), await world.chat("3")] as const;
    await world.register(chats[1], { phone: phone("55554444") });
    await world.register(chats[2], { civilId: stranger });
    for (const chat of chats) {
      expect(await world.turn(chat).workers.household()).toEqual({ kuwaiti: false, workers: [] });
      expect(await world.turn(chat).workers.own(maria)).toBeUndefined();
    }
  });

  it("are shown to whoever gives both civil IDs that belong together, with the household they count in", async () => {
    const world = createPeopleWorld(database().db);
    await world.import(row(), row({ worker_civil_id: joseph, ...neverCovered }));
    const chat = await world.chat("1");
    const found = await world.turn(chat).workers.pair(noura, joseph);
    expect(found?.worker.civilId).toBe(joseph);
    expect(found?.household.kuwaiti).toBe(true);
    expect(found?.household.workers.map(({ civilId }) => civilId)).toEqual([maria, joseph]);
    expect(await world.turn(chat).workers.pair(stranger, joseph)).toBeUndefined();
    expect(await world.turn(chat).workers.pair(joseph, noura)).toBeUndefined();
  });
});

describeEachDatabase("workers who are only followed", (database) => {
  it("are what their sponsor told, under ids of their own, told anew when told again", async () => {
    const world = createPeopleWorld(database().db);
    await world.import(row());
    const chat = await world.chat("1");
    await world.register(chat, { civilId: stranger });
    const told = { civilId: maria, name: "ماريا", coverUntil: "2027-03-01" as IsoDate };
    const { id } = await world.turn(chat).workers.track("a", told);
    expect(await world.turn(chat).workers.tracked()).toEqual([
      {
        id,
        source: "told",
        civilId: maria,
        name: { ar: "ماريا" },
        article: 20,
        inKuwait: true,
        covers: [{ from: "2026-11-22", until: "2027-03-01", source: "told", knownAt: "2026-11-22" }],
        waiting: [],
      },
    ]);
    expect(
      await world.turn(chat).workers.track("b", { ...told, name: "Maria", coverUntil: "2026-11-01" as IsoDate }),
    ).toEqual({ id });
    const [again] = await world.turn(chat).workers.tracked();
    expect(again).toMatchObject({ name: { en: "Maria" }, covers: [{ from: "2026-11-01", until: "2026-11-01" }] });
    await world.turn(chat).workers.track("c", { ...told, coverUntil: undefined });
    expect((await world.turn(chat).workers.tracked())[0]?.covers).toEqual([]);
    // What was told opens nothing.
    expect(await world.turn(chat).workers.own(maria)).toBeUndefined();
  });

  it("can be let go by their own sponsor alone", async () => {
    const world = createPeopleWorld(database().db);
    const [mine, other] = [await world.chat("1"), await world.chat("2")];
    await world.register(mine);
    await world.register(other, { civilId: stranger });
    const { id } = await world.turn(mine).workers.track("a", { civilId: maria, name: "Maria", coverUntil: undefined });
    await world.turn(other).workers.untrack("x", id);
    await world.turn(mine).workers.untrack("x", id.replace("t", "w"));
    expect(await world.turn(mine).workers.tracked()).toHaveLength(1);
    await world.turn(mine).workers.untrack("x", id);
    expect(await world.turn(mine).workers.tracked()).toEqual([]);
  });

  it("are one list in all chats of a person who has proved to be one sponsor, and in nobody else's", async () => {
    const world = createPeopleWorld(database().db);
    await world.import(row());
    const [one, two, unproved] = [await world.chat("p1"), await world.chat("p2"), await world.chat("p3")];
    for (const chat of [one, two]) expect(await world.register(chat)).toBe("proved");
    expect(await world.register(unproved, { phone: "+96566600001" as Phone })).toBe("unproved");
    const told = { civilId: joseph, name: "Joseph", coverUntil: undefined };
    const { id } = await world.turn(one).workers.track("a", told);
    await world.turn(two).workers.track("b", told);
    for (const chat of [one, two]) expect(await world.turn(chat).workers.tracked()).toMatchObject([{ id }]);
    expect(await world.turn(unproved).workers.tracked()).toEqual([]);
    await world.turn(unproved).workers.untrack("c", id);
    await world.turn(two).workers.untrack("d", id);
    for (const chat of [one, two]) expect(await world.turn(chat).workers.tracked()).toEqual([]);
  });
});

describeEachDatabase("a refusal", (database) => {
  it("is the same statements in the same order for unknown, not yours and locked", async () => {
    const recorded = recordStatements(database().db);
    const world = createPeopleWorld(recorded.db);
    const anothers = civilId("1993-03-03", 1000);
    const other = { sponsor_civil_id: stranger, sponsor_phone: "55554444", worker_civil_id: anothers };
    await world.import(row(), row(other));
    const chat = await world.chat("1");
    await world.register(chat);
    const statements = async (look: () => Promise<unknown>) => {
      recorded.take();
      expect(await look()).toBeUndefined();
      return recorded.take();
    };
    const own = (id: typeof maria) => statements(() => world.turn(chat).workers.own(id));
    const pair = (s: typeof maria, w: typeof maria) => statements(() => world.turn(chat).workers.pair(s, w));

    const unknownOwn = await own(unknown(1));
    expect(unknownOwn.length).toBeGreaterThan(3);
    expect(await own(anothers)).toEqual(unknownOwn);
    const unknownPair = await pair(unknown(1), unknown(2));
    expect(unknownPair.length).toBeGreaterThan(4);
    expect(await pair(noura, anothers)).toEqual(unknownPair);
    expect(await pair(stranger, maria)).toEqual(unknownPair);
    expect(await pair(unknown(1), maria)).toEqual(unknownPair);

    for (let i = 0; i < 10; i++) await world.turn(chat).workers.own(unknown(20 + i));
    expect(await own(unknown(3))).toEqual(unknownOwn);
    expect(await own(maria)).toEqual(unknownOwn);
    expect(await pair(unknown(3), unknown(4))).toEqual(unknownPair);
    expect(await pair(noura, maria)).toEqual(unknownPair);
  });

  it("is all a chat gets after ten in an hour, and the lock ends by itself although it went on asking", async () => {
    const world = createPeopleWorld(database().db);
    await world.import(row());
    const chat = await world.chat("1");
    for (let i = 0; i < 9; i++) await world.turn(chat).workers.pair(noura, unknown(i));
    expect(await world.turn(chat).workers.pair(noura, maria)).toBeDefined();
    await world.turn(chat).workers.pair(noura, unknown(9));
    expect(await world.turn(chat).workers.pair(noura, maria)).toBeUndefined();
    expect(await world.turn(await world.chat("2")).workers.pair(noura, maria)).toBeDefined();
    world.clock.advance(hour - 1);
    expect(await world.turn(chat).workers.pair(noura, maria)).toBeUndefined();
    world.clock.advance(1);
    expect(await world.turn(chat).workers.pair(noura, maria)).toBeDefined();
  });

  it("is all a civil ID gives after twenty in a day, from however many chats, but to the chat that has proved it", async () => {
    const world = createPeopleWorld(database().db);
    await world.import(row());
    const own = await world.chat("own");
    await world.register(own);
    for (let i = 0; i < 20; i++) {
      const guesser = await world.chat(`guesser ${i}`);
      expect(await world.turn(guesser).workers.pair(noura, unknown(i))).toBeUndefined();
    }
    const late = await world.chat("late");
    expect(await world.turn(late).workers.pair(noura, maria)).toBeUndefined();
    expect(await world.turn(own).workers.pair(noura, maria)).toBeDefined();
    expect(await world.turn(own).workers.own(maria)).toBeDefined();
    world.clock.advance(day);
    expect(await world.turn(late).workers.pair(noura, maria)).toBeDefined();
  });

  it.each([1, 30])("is all that 300 guesses from %i chats get", { timeout: 120_000 }, async (chats) => {
    const world = createPeopleWorld(database().db);
    await world.import(row());
    const guessers = await Promise.all(Array.from({ length: chats }, (_, i) => world.chat(`guesser ${i}`)));
    for (let i = 0; i < 300; i++) {
      const chat = guessers[i % chats] ?? (await world.chat("none"));
      // The right pair is among them, but only after as many wrong ones as a limit takes.
      const guess = i >= 20 && i % 10 === 0 ? maria : unknown(i);
      expect(await world.turn(chat).workers.pair(noura, guess)).toBeUndefined();
    }
  });
});
