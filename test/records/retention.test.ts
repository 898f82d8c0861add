import { expect, it } from "vitest";
import { enqueue } from "../../src/records/outbox.js";
import { sweepOver } from "../../src/records/retention.js";
import { spent, tally } from "../../src/records/tallies.js";
import { createTroubledUpdates } from "../../src/records/troubled-updates.js";
import { insertIntent } from "../support/bought.js";
import { describeEachDatabase, testVault } from "../support/databases.js";
import { createDeskWorld, type DeskWorld } from "../support/desk-world.js";
import { createHandoffWorld } from "../support/handoff-world.js";
import { createPaymentWorld, linkOf, order, orderLine } from "../support/payment-world.js";
import { createPeopleWorld, day, minute, noura, type PeopleWorld, phone, row } from "../support/people-world.js";

type Swept =
  | "staff_invites"
  | "consents"
  | "reveals"
  | "phone_corrections"
  | "tallies"
  | "sms_outbox"
  | "proofs"
  | "outbox"
  | "links"
  | "troubled_updates";

describeEachDatabase("a sweep", (database) => {
  const newWorld = () => createPeopleWorld(database().db);
  const left = async ({ db }: PeopleWorld, table: Swept) => (await db.selectFrom(table).selectAll().execute()).length;
  const sweep = ({ db, clock }: PeopleWorld) => sweepOver(db, clock.now());
  /** How many rows there are after so much time, and after a sweep then. */
  async function after(world: PeopleWorld, ms: number, table: Swept): Promise<number> {
    world.clock.advance(ms);
    await sweep(world);
    return left(world, table);
  }

  it("forgets a day later what no limit looks at any more, and nothing sooner", async () => {
    const world = newWorld();
    const { db, clock } = world;
    const civilId = { what: "refusal-civil-id", of: Buffer.from("an index") } as const;
    for (let n = 0; n < 20; n += 1) await db.transaction().execute((trx) => tally(trx, [civilId], clock.now(), true));
    expect(await after(world, day - minute, "tallies")).toBe(20);
    expect(await db.transaction().execute((trx) => spent(trx, [civilId], clock.now()))).toEqual([true]);
    expect(await after(world, 2 * minute, "tallies")).toBe(0);
  });

  it("takes so many rows at a time, and the rest the next time", async () => {
    const world = newWorld();
    const rows = Array.from({ length: 4_500 }, () => ({
      what: "refusal-chat" as const,
      subject: Buffer.from("x"),
      at: world.clock.now(),
    }));
    await world.db.insertInto("tallies").values(rows).execute();
    world.clock.advance(2 * day);
    const gone = [];
    for (let n = 0; n < 4; n += 1) gone.push(await sweep(world));
    expect(gone).toEqual([2_000, 2_000, 500, 0]);
  });

  it("takes a code's text after a day and its challenge, if nobody met it, after eight", async () => {
    const world = newWorld();
    await world.import(row());
    await world.turn(await world.chat("1")).proofs.set("k", { how: "code", civilId: noura }, false);
    expect(await after(world, day - minute, "sms_outbox")).toBe(1);
    expect(await after(world, 2 * minute, "sms_outbox")).toBe(0);
    expect(await after(world, 6 * day, "proofs")).toBe(1);
    expect(await after(world, day, "proofs")).toBe(0);
  });

  it("keeps the proof of an account as long as the account, and any other for thirty days", async () => {
    const world = newWorld();
    await world.import(row());
    const [stays, leaves] = [await world.chat("1"), await world.chat("2")];
    await world.register(stays);
    const contact = { how: "contact", civilId: noura } as const;
    await world.turn(leaves).proofs.set("k", contact, false);
    await world.turn(leaves).proofs.meetContact("k", contact, phone("55554444"));
    expect(await after(world, 30 * day - minute, "proofs")).toBe(2);
    expect(await after(world, 2 * minute, "proofs")).toBe(1);
    expect(await after(world, 1_000 * day, "proofs")).toBe(1);
    expect(await world.db.selectFrom("proofs").select("chat").execute()).toEqual([{ chat: stays }]);
  });

  it("keeps a message that was sent for thirty days, so that nothing says it twice; one that failed for ninety; one that waits for ever", async () => {
    const world = newWorld();
    const chat = await world.chat("1");
    const message = { text: "hello", language: "en", code: [], buttons: [] } as const;
    const say = (key: string) =>
      enqueue(world.db, testVault, { chat, kind: "reply", effectKey: key, message, now: world.clock.now() });
    for (const state of ["waiting", "sent", "unknown", "failed"] as const) {
      await say(state);
      const settled_at = state === "waiting" ? null : world.clock.now();
      await world.db.updateTable("outbox").set({ state, settled_at }).where("effect_key", "=", state).execute();
    }
    expect(await after(world, 30 * day - minute, "outbox")).toBe(4);
    await say("sent");
    expect(await left(world, "outbox")).toBe(4);
    expect(await after(world, 2 * minute, "outbox")).toBe(3);
    expect(await after(world, 60 * day, "outbox")).toBe(1);
    expect(await world.db.selectFrom("outbox").select("state").execute()).toEqual([{ state: "waiting" }]);
  });

  it("takes a link to a copy of everything a week after it ended", async () => {
    const world = newWorld();
    const chat = await world.chat("1");
    await world.turn(chat).people.exportLink("x");
    expect(await after(world, 7 * day, "links")).toBe(1);
    expect(await after(world, 16 * minute, "links")).toBe(0);
  });

  it.each(["expired", "superseded", "cancelled"])("takes a pay link ninety days after it ended %s", async (state) => {
    const world = newWorld();
    const intent_id = await insertIntent(world, state);
    await world.db
      .insertInto("links")
      .values({ token_hash: Buffer.from("a hash"), kind: "pay", intent_id, made_at: world.clock.now() })
      .execute();
    expect(await after(world, 90 * day - minute, "links")).toBe(1);
    expect(await after(world, 2 * minute, "links")).toBe(0);
  });

  it("forgets an update that failed after thirty days, and one that was set aside after ninety", async () => {
    const world = newWorld();
    const troubled = createTroubledUpdates({ db: world.db, vault: testVault });
    const chat = await world.chat("1");
    const input = { kind: "text", text: "hello" } as const;
    await troubled.count(chat, "failed once", input, world.clock.now());
    for (let n = 0; n < 5; n += 1) await troubled.count(chat, "set aside", input, world.clock.now());
    expect(await after(world, 31 * day, "troubled_updates")).toBe(1);
    expect(await after(world, 60 * day, "troubled_updates")).toBe(0);
  });
});

describeEachDatabase("a sweep at the desk", (database) => {
  const gone = async (world: DeskWorld, ms: number, table: Swept) => {
    world.clock.advance(ms);
    await sweepOver(world.db, world.clock.now());
    return (await world.db.selectFrom(table).selectAll().execute()).length === 0;
  };

  it("takes an invitation and a correction that nobody confirmed when no platform repeats them any more", async () => {
    const world = createDeskWorld(database().db);
    const { phones, staff } = world.desk;
    await world.import(row());
    const agent = await staff.of((await world.seat(1, "agent")).chat);
    await world.seat(2, "agent");
    if (agent === undefined) throw new Error("nobody is there");
    const { id } = await world.db.selectFrom("sponsors").select("id").executeTakeFirstOrThrow();
    await world.desk.lookup.look([{ by: "civil-id", civilId: noura }], agent, "look");
    expect(await phones.ask(id, phone("55554444"), agent, "ask")).toBe("asked");
    expect(await gone(world, 8 * day - minute, "phone_corrections")).toBe(false);
    expect(await gone(world, 2 * minute, "phone_corrections")).toBe(true);
    expect(await gone(world, 0, "staff_invites")).toBe(false);
    expect(await gone(world, day, "staff_invites")).toBe(true);
  });

  it("keeps a correction that was confirmed, as the record's history", async () => {
    const world = createDeskWorld(database().db);
    const [asks, confirms] = [await world.seat(1, "agent"), await world.seat(2, "agent")];
    await world.import(row());
    const [sponsor, asked_by] = [
      await world.db.selectFrom("sponsors").select("id").executeTakeFirstOrThrow(),
      await world.desk.staff.of(asks.chat),
    ];
    const by = await world.desk.staff.of(confirms.chat);
    if (asked_by === undefined || by === undefined) throw new Error("nobody is there");
    await world.desk.lookup.look([{ by: "civil-id", civilId: noura }], asked_by, "look");
    await world.desk.phones.ask(sponsor.id, phone("55554444"), asked_by, "ask");
    const { id } = await world.db.selectFrom("phone_corrections").select("id").executeTakeFirstOrThrow();
    expect(await world.desk.phones.confirm(id, by, "confirm")).toBe("corrected");
    expect(await gone(world, 400 * day, "phone_corrections")).toBe(false);
  });

  it("takes consents and full values thirty days after they were over", async () => {
    const world = createDeskWorld(database().db);
    const { db, clock } = world;
    await world.import(row());
    const agent = await world.seat(1, "agent");
    const { id: sponsor_id } = await db.selectFrom("sponsors").select("id").executeTakeFirstOrThrow();
    const { id: staff_id } = await db.selectFrom("staff").select("id").executeTakeFirstOrThrow();
    const [chat, now] = [agent.chat, clock.now()];
    const times = { asked_at: now, expires_at: now };
    await db
      .insertInto("consents")
      .values({ staff_id, sponsor_id, chat, ...times, effect_key: "c" })
      .execute();
    await db.insertInto("reveals").values({ staff_id, chat, delete_at: now, deleted_at: now }).execute();
    expect(await gone(world, 30 * day - minute, "consents")).toBe(false);
    expect(await gone(world, 0, "reveals")).toBe(false);
    expect(await gone(world, 2 * minute, "consents")).toBe(true);
    expect(await gone(world, 0, "reveals")).toBe(true);
  });

  it("takes the words of a talk thirty days after its end, also those that were lost", async () => {
    const world = await createHandoffWorld(database().db);
    const { db } = world;
    await world.says({ kind: "command", command: "human" });
    await world.look();
    await world.says("are you there?");
    world.fate = (chat) => (chat === world.groupKey ? { kind: "unknown" } : undefined);
    await world.send();
    const lost = () => db.selectFrom("outbox").select("id").where("state", "=", "unknown").execute();
    expect(await lost()).toHaveLength(2);
    world.clock.advance(day);
    await world.cancels();
    await gone(world, 30 * day - minute, "outbox");
    expect(await lost()).toHaveLength(2);
    await gone(world, 2 * minute, "outbox");
    expect(await lost()).toEqual([]);
  });
});

describeEachDatabase("a sweep years later", (database) => {
  it("leaves a receipt and the link it was paid by", async () => {
    const world = createPaymentWorld(database());
    const payments = world.payments(await world.payer());
    const link = linkOf(await payments.open("a", order([orderLine(await world.addWorker())])));
    const opened = await world.service.openAttempt(link);
    expect(opened.ok).toBe(true);
    const [reference = ""] = world.gateway.creates;
    world.gateway.pay(reference);
    await world.confirm(reference);
    const [receipt] = await payments.receipts();
    world.clock.advance(3_000 * day);
    await sweepOver(world.db, world.clock.now());
    for (const token of [link, receipt?.url.split("/").at(-1) ?? ""])
      expect(await world.service.receipt(token)).toMatchObject({ number: receipt?.number });
  });
});
