import { sql } from "kysely";
import { expect, it } from "vitest";
import { createTellAccess } from "../../src/compose/access-words.js";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { openCase } from "../../src/records/cases.js";
import { sweepErased } from "../../src/records/erase.js";
import { createExports } from "../../src/records/exports.js";
import { enqueue } from "../../src/records/outbox.js";
import { loadWords } from "../../src/words/load.js";
import { insertAttempt, insertIntent, insertRenewal } from "../support/bought.js";
import { describeEachDatabase, testVault } from "../support/databases.js";
import { createDeskWorld } from "../support/desk-world.js";
import {
  createPeopleWorld,
  joseph,
  maria,
  minute,
  neverCovered,
  noura,
  nouraPhone,
  type PeopleWorld,
  phone,
  row,
  stranger,
} from "../support/people-world.js";

const { speak } = await loadWords("locales");

async function count(world: PeopleWorld, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(world.db);
  return rows[0]?.n ?? 0;
}

describeEachDatabase("a person who leaves", (database) => {
  const newWorld = () => createPeopleWorld(database().db);

  it("is gone from every table but what was imported and counted", async () => {
    const world = newWorld();
    await world.import(row());
    const chat = await world.chat("1");
    await world.turn(chat).proofs.set("c", { how: "code", civilId: noura }, false);
    await world.register(chat);
    await world.turn(chat).workers.track("t", { civilId: joseph, name: "Joseph", coverUntil: "2027-01-01" as IsoDate });
    await world.turn(chat).people.exportLink("x");
    const message = { text: "hello", language: "en", code: [], buttons: [] } as const;
    await enqueue(world.db, testVault, { chat, kind: "reply", effectKey: "e", message, now: world.clock.now() });

    expect(await world.turn(chat).people.erase("e")).toEqual({ keptUntilClosed: false });
    for (const table of ["accounts", "chats", "proofs", "sms_outbox", "tracked_workers", "links", "outbox"])
      expect([table, await count(world, table)]).toEqual([table, 0]);
    expect(await count(world, "sponsors")).toBe(1);
    expect(await world.turn(chat).workers.own(maria)).toBeUndefined();
    expect(await world.turn(chat).people.erase("e")).toEqual({ keptUntilClosed: false });
  });

  it("is corrected by nobody any more, and no correction keeps their number", async () => {
    const world = createDeskWorld(database().db);
    await world.seat(1, "agent");
    await world.import(row(), row({ sponsor_civil_id: stranger, worker_civil_id: joseph, policy_number: "HI-2" }));
    const chat = await world.chat("7");
    await world.register(chat);
    const sponsors = await world.db.selectFrom("sponsors").select("id").orderBy("id").execute();
    const { id: asked_by } = await world.db.selectFrom("staff").select("id").executeTakeFirstOrThrow();
    const asked_at = world.clock.now();
    for (const { id: sponsor_id } of sponsors)
      for (const confirmed_at of [null, asked_at]) {
        const number = { phone_index: Buffer.from("index"), phone_sealed: Buffer.from("sealed") };
        const correction = { sponsor_id, ...number, asked_by, asked_at, confirmed_at };
        const effect_key = `${sponsor_id}:${confirmed_at}`;
        await world.db
          .insertInto("phone_corrections")
          .values({ ...correction, effect_key })
          .execute();
      }
    await world.turn(chat).people.erase("e");
    const left = await world.db.selectFrom("phone_corrections").selectAll().orderBy("id").execute();
    const [own, other] = sponsors.map(({ id }) => left.filter(({ sponsor_id }) => sponsor_id === id));
    expect(own).toMatchObject([{ phone_sealed: Buffer.alloc(0), phone_index: Buffer.alloc(0) }]);
    expect(own?.[0]?.confirmed_at).not.toBeNull();
    expect(other?.map(({ phone_sealed }) => `${phone_sealed}`)).toEqual(["sealed", "sealed"]);
  });

  it("takes along their other chats that are proved, and nobody else's", async () => {
    const world = newWorld();
    await world.import(row());
    const [one, two, unproved, other] = [
      await world.chat("1"),
      await world.chat("2"),
      await world.chat("3"),
      await world.chat("4"),
    ];
    await world.register(one);
    await world.register(two);
    await world.register(unproved, { phone: phone("55554444") });
    await world.register(other, { civilId: stranger });
    await world.turn(unproved).people.erase("e");
    expect((await world.chats.read(two))?.account?.standing).toBe("proved");
    await world.turn(one).people.erase("e");
    expect(await world.chats.read(two)).toBeUndefined();
    expect((await world.chats.read(other))?.account?.standing).toBe("unproved");
  });

  it("can be told how an open payment ended, and is forgotten when it has", async () => {
    const world = newWorld();
    await world.import(row());
    const chat = await world.chat("1");
    await world.register(chat);
    await insertAttempt(world, await insertIntent(world, "paying", chat), "live");
    expect(await world.turn(chat).people.erase("e")).toEqual({ keptUntilClosed: true });
    expect(await world.turn(chat).people.erase("e")).toEqual({ keptUntilClosed: true });
    expect(await count(world, "accounts")).toBe(0);
    expect(await sweepErased(world.db)).toBe(0);
    expect(await world.chats.read(chat)).toMatchObject({ account: undefined });

    await world.db.updateTable("attempts").set({ state: "declined" }).execute();
    await world.db.updateTable("intents").set({ state: "expired" }).execute();
    expect(await sweepErased(world.db)).toBe(1);
    expect(await world.chats.read(chat)).toBeUndefined();
    expect(await world.db.selectFrom("intents").select(["chat", "account_id"]).execute()).toEqual([
      { chat: "", account_id: null },
    ]);
    expect(await sweepErased(world.db)).toBe(0);
  });

  it.each(["paid", "filed", "rejected", "conflicted", "refund-due"])(
    "is kept reachable while a renewal is %s",
    async (state) => {
      const world = newWorld();
      await world.import(row());
      const chat = await world.chat("1");
      await insertRenewal(world, state, { intent: await insertIntent(world, "paid", chat) });
      expect(await world.turn(chat).people.erase("e")).toEqual({ keptUntilClosed: true });
      await world.db
        .updateTable("renewals")
        .set({ state: state === "refund-due" ? "refunded" : "issued" })
        .execute();
      expect(await sweepErased(world.db)).toBe(1);
    },
  );

  it.each(["rejected", "conflicted"])(
    "is gone when all that is left is a renewal that was %s and cost nothing",
    async (state) => {
      const world = newWorld();
      await world.import(row());
      const chat = await world.chat("1");
      const intent = await insertIntent(world, "paid", chat);
      const renewal = await insertRenewal(world, state, { intent });
      await world.db.transaction().execute((trx) => {
        const kind = state === "rejected" ? "filing-rejected" : "period-taken";
        return openCase(trx, { kind, effectKey: `${kind}:line:1`, intent, renewal, detail: {} }, world.clock.now());
      });
      expect(await world.turn(chat).people.erase("e")).toEqual({ keptUntilClosed: true });
      await world.db.updateTable("intent_lines").set({ fils: 0 }).execute();
      expect(await sweepErased(world.db)).toBe(1);
      expect(await world.chats.read(chat)).toBeUndefined();
    },
  );

  it("is kept reachable while money of theirs is a case: somebody must be able to tell them of it", async () => {
    const world = newWorld();
    const chat = await world.chat("1");
    const intent = await insertIntent(world, "conflicted", chat);
    await world.db.transaction().execute((trx) => {
      const opened = { kind: "wrong-amount", effectKey: "wrong-amount:attempt:1", intent, detail: {} } as const;
      return openCase(trx, opened, world.clock.now());
    });
    expect(await world.turn(chat).people.erase("e")).toEqual({ keptUntilClosed: true });
    expect(await sweepErased(world.db)).toBe(0);
    await world.db.updateTable("cases").set({ state: "closed" }).execute();
    expect(await sweepErased(world.db)).toBe(1);
  });

  it("and pays without an account after it is told that it arrived", async () => {
    const world = newWorld();
    await world.import(row());
    const chat = await world.chat("1");
    await insertRenewal(world, "paid", { intent: await insertIntent(world, "paid", chat) });
    await world.turn(chat).people.erase("e");
    await insertIntent(world, "open", chat);
    await world.db.updateTable("renewals").set({ state: "issued" }).execute();
    expect(await sweepErased(world.db)).toBe(0);
    await world.db.updateTable("intents").set({ state: "expired" }).where("state", "=", "open").execute();
    expect(await sweepErased(world.db)).toBe(1);
  });

  it("cannot pay by a link that was open, since nobody could be told", async () => {
    const world = newWorld();
    const chat = await world.chat("1");
    await insertIntent(world, "open", chat);
    expect(await world.turn(chat).people.erase("e")).toEqual({ keptUntilClosed: false });
    expect(await world.db.selectFrom("intents").select("state").execute()).toEqual([{ state: "cancelled" }]);
  });

  it("who comes back while something is open is a newcomer, and is not forgotten when it closes", async () => {
    const world = newWorld();
    await world.import(row());
    const chat = await world.chat("1");
    await world.register(chat);
    await insertAttempt(world, await insertIntent(world, "paying", chat), "unknown");
    await world.turn(chat).people.erase("e");
    expect(await world.register(chat)).toBe("proved");
    await world.db.updateTable("attempts").set({ state: "declined" }).execute();
    await world.db.updateTable("intents").set({ state: "expired" }).execute();
    expect(await sweepErased(world.db)).toBe(0);
    expect((await world.chats.read(chat))?.account?.standing).toBe("proved");
  });
});

describeEachDatabase("a copy of everything", (database) => {
  const exportsOf = ({ db, clock }: PeopleWorld) =>
    createExports({ db, vault: testVault, clock, tellAccess: createTellAccess(speak) });
  const tokenOf = (url: string) => url.slice(url.lastIndexOf("/") + 1);

  it("is given once, and looking at its page does not use it up", async () => {
    const world = createPeopleWorld(database().db);
    await world.import(row(), row({ worker_civil_id: joseph, ...neverCovered }));
    const chat = await world.chat("1");
    await world.register(chat);
    await world.turn(chat).people.describe({ what: "gender", value: "female" });
    await world.turn(chat).people.describe({ what: "governorate", value: "HA" });
    await world.turn(chat).workers.track("t", { civilId: stranger, name: "Anita", coverUntil: undefined });
    const { url } = await world.turn(chat).people.exportLink("x");
    expect(url).toMatch(/^https:\/\/service\.test\/x\/[\w-]{22}$/);

    const exports = exportsOf(world);
    expect(await exports.look(tokenOf(url))).toBe("ready");
    expect(await exports.look(tokenOf(url))).toBe("ready");
    const taken = await exports.take(tokenOf(url));
    expect(JSON.parse(JSON.stringify(taken))).toMatchObject({
      ok: true,
      data: {
        chat: { channel: "telegram", id: "1" },
        account: { civilId: noura, phone: nouraPhone, name: { en: "Noura" }, gender: "female", governorate: "HA" },
        proofs: [{ how: "contact" }],
        followedWorkers: [{ civilId: stranger, name: { en: "Anita" } }],
        payments: [],
        onRecord: { civilId: noura, kuwaiti: true, workers: [{ civilId: maria }, { civilId: joseph }] },
      },
    });
    expect(await exports.take(tokenOf(url))).toEqual({ ok: false, reason: "gone" });
    expect(await exports.look(tokenOf(url))).toBe("gone");
  });

  it("is gone after fifteen minutes, or when a newer link is asked for; and unknown if it never was", async () => {
    const world = createPeopleWorld(database().db);
    const chat = await world.chat("1");
    const exports = exportsOf(world);
    const older = tokenOf((await world.turn(chat).people.exportLink("x")).url);
    const newer = tokenOf((await world.turn(chat).people.exportLink("y")).url);
    expect([await exports.look(older), await exports.look(newer)]).toEqual(["gone", "ready"]);
    world.clock.advance(15 * minute);
    expect(await exports.look(newer)).toBe("gone");
    expect(await exports.take(newer)).toEqual({ ok: false, reason: "gone" });
    expect(await exports.look("never")).toBe("unknown");
    expect(await exports.take("never")).toEqual({ ok: false, reason: "unknown" });
  });

  it("of an unproved account holds nothing of what was imported", async () => {
    const world = createPeopleWorld(database().db);
    await world.import(row());
    const chat = await world.chat("1");
    await world.register(chat, { phone: phone("55554444") });
    const token = tokenOf((await world.turn(chat).people.exportLink("x")).url);
    const taken = await exportsOf(world).take(token);
    expect(taken).toMatchObject({ ok: true, data: { onRecord: undefined } });
    expect(JSON.stringify(taken)).not.toContain(maria);
  });

  it("holds every look of the staff's: who, when and why, in the words that the chat has, and not the ten newest alone", async () => {
    const world = createDeskWorld(database().db);
    await world.import(row());
    const chat = await world.chat("77");
    await world.register(chat);
    await world.db.updateTable("chats").set({ language: "en" }).where("chat", "=", chat).execute();
    const agent = await world.seat(2, "agent");
    await world.seat(1, "supervisor");
    for (let n = 0; n < 11; n += 1) await agent.writes(nouraPhone);
    const by = await world.desk.staff.of(agent.chat);
    const { id } = await world.db.selectFrom("sponsors").select("id").executeTakeFirstOrThrow();
    if (by === undefined) throw new Error("nobody is there");
    await world.desk.consents.breakGlass(id, "A hospital asks for her number", by, "glass");
    await world.desk.cases.open(id, "Not for her eyes", by, "case");
    const at = world.clock.now();
    world.clock.advance(minute);
    const { url } = await world.turn(chat).people.exportLink("x");
    const taken = await exportsOf(world).take(tokenOf(url));
    if (!taken.ok) throw new Error(taken.reason);
    const { accesses } = taken.data as { accesses: readonly object[] };
    expect(accesses).toHaveLength(await count(world, "access_log"));
    expect(accesses).toHaveLength(13);
    const common = { at, staff: "Member", role: "agent" };
    const said = "• 22 Nov 2026, 12:00: Member (agent)";
    expect(accesses.slice(0, 3)).toEqual([
      { ...common, what: "case-opened", inWords: `${said} opened a case about your record.` },
      {
        ...common,
        what: "break-glass",
        reason: "A hospital asks for her number",
        inWords: `${said} saw the full details for a minute without asking you. The reason given: A hospital asks for her number`,
      },
      { ...common, what: "looked", foundBy: "phone", inWords: `${said} looked you up by a mobile number.` },
    ]);
    expect(JSON.stringify(taken)).not.toContain("Not for her eyes");
  });

  it("holds nothing of whoever looked at somebody else", async () => {
    const world = createDeskWorld(database().db);
    await world.import(row());
    const agent = await world.seat(2, "agent");
    await agent.writes(nouraPhone);
    const chat = await world.chat("78");
    await world.register(chat, { phone: phone("55554444") });
    const { url } = await world.turn(chat).people.exportLink("x");
    expect(await exportsOf(world).take(tokenOf(url))).toMatchObject({ ok: true, data: { accesses: [] } });
  });
});
