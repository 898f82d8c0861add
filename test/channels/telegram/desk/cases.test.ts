// Cases from a card: opened with a note, closed with what was done, money given back told to its payer; each once, and noted.
import { expect, it } from "vitest";
import type { Conflict } from "../../../../src/payments/verdict.js";
import { openCase } from "../../../../src/records/cases.js";
import { createOwnAccess } from "../../../../src/records/desk/own-access.js";
import { insertAttempt, insertIntent, insertLine, insertRenewal } from "../../../support/bought.js";
import { describeEachDatabase, describeOnPostgres, testVault } from "../../../support/databases.js";
import { createDeskWorld, type DeskWorld, type Said } from "../../../support/desk-world.js";
import { civilId } from "../../../support/fake-world.js";
import { day, joseph, maria, noura, row } from "../../../support/people-world.js";

const plain = (text: string) => text.replace(/[\u2066-\u2069]/gu, "");
const text = (said: Said) => plain(said?.map((each) => each.text).join("\n") ?? "");
const buttons = (said: Said) => said?.flatMap((each) => each.buttons.flat()) ?? [];
const starting = (said: Said, start: string) =>
  buttons(said)
    .flatMap((button) => ("data" in button ? [button.data] : []))
    .find((data) => data.startsWith(start)) ?? "";

async function opened(db: DeskWorld["db"]) {
  const world = createDeskWorld(db);
  await world.import(row());
  const agent = await world.seat(2, "agent");
  const chat = await world.chat("77");
  await world.register(chat);
  const events = () =>
    db.selectFrom("case_events").select(["event", "staff_id", "note_sealed"]).orderBy("id").execute();
  const states = async () => (await db.selectFrom("cases").select("state").orderBy("id").execute()).map((c) => c.state);
  const logged = async () =>
    (await db.selectFrom("access_log").select("what").orderBy("id").execute()).map(({ what }) => what);
  const told = async (to: string) => {
    const rows = await db.selectFrom("outbox").selectAll().where("chat", "=", to).orderBy("id").execute();
    return rows.map((each) =>
      plain(JSON.parse(testVault.seal.open(each.message_sealed, "outbox.message_sealed")).text as string),
    );
  };
  return { world, agent, chat, events, states, logged, told };
}

/** A renewal that was paid and that the Ministry did not take: its money is owed back. */
async function rejected({ world, agent, chat }: Awaited<ReturnType<typeof opened>>): Promise<number> {
  const { filings, staff } = world.desk;
  const by = await staff.of(agent.chat);
  if (filings === undefined || by === undefined) throw new Error("nobody files here");
  const id = await insertRenewal(world, "paid", { intent: await insertIntent(world, "paid", chat) });
  for (const kind of ["claim", "file"] as const) await filings.take(id, { kind }, by, `${kind}:${id}`);
  await filings.take(id, { kind: "reject", reason: "Why" }, by, `reject:${id}`);
  return id;
}

/** Money that came and could not count: there is no renewal whose it is. */
async function uncounted(
  { world, chat }: Awaited<ReturnType<typeof opened>>,
  kind: Conflict,
  { fils = 5_000, currency = "KWD" } = {},
): Promise<number> {
  const intent = await insertIntent(world, kind === "second-capture" ? "paid" : "conflicted", chat);
  if (kind === "second-capture") await insertRenewal(world, "issued", { intent });
  else await insertLine(world, intent);
  const attempt = await insertAttempt(world, intent, "conflicted");
  const detail = { refundFils: fils, currency };
  const of = { kind, effectKey: `${kind}:attempt:${attempt}`, intent, attempt, detail };
  await world.db.transaction().execute((trx) => openCase(trx, of, world.clock.now()));
  return attempt;
}

const stateOf = async ({ db }: DeskWorld, renewal: number) =>
  (await db.selectFrom("renewals").select("state").where("id", "=", renewal).executeTakeFirstOrThrow()).state;

describeEachDatabase("a case from a card", (database) => {
  it("is read later with who did what about it, also once it is closed; by whoever has looked, and noted as a look", async () => {
    const { world, agent, logged } = await opened(database().db);
    const card = await agent.writes(noura);
    const history = starting(card, "desk:case:history");
    expect(text(await agent.presses(history))).toContain("There has been no case");
    await agent.presses(starting(card, "desk:case:open"));
    await agent.writes(`Ask the bank about ${maria}`);
    const colleague = await world.seat(3, "agent");
    expect(text(await colleague.presses(history))).toContain("Look the person up again");
    const worker = (await world.db.selectFrom("workers").select("id").executeTakeFirstOrThrow()).id;
    const notMine = { kind: "not-mine", effectKey: "k", worker, detail: {} } as const;
    await world.db.transaction().execute((trx) => openCase(trx, notMine, world.clock.now()));
    world.clock.advance(day);
    const open = await colleague.writes(noura);
    for (const close of buttons(open).flatMap((each) =>
      "data" in each && each.data.includes("case:closed") ? [each.data] : [],
    )) {
      await colleague.presses(close);
      await colleague.writes("The bank says 50001234 has it");
    }
    expect(text(await colleague.presses(history)).split("\n")).toEqual([
      "Cases of this household, the newest first:",
      expect.stringMatching(/^Case \d+: says that a worker is not theirs$/u),
      "• 22 Nov 2026: opened",
      "• 23 Nov 2026: closed by Member 3",
      "Note: The bank says ••••234 has it",
      expect.stringMatching(/^Case \d+: to be looked at by a person$/u),
      "• 22 Nov 2026: opened by Member 2",
      `Note: Ask the bank about ••••${maria.slice(-4)}`,
      "• 23 Nov 2026: closed by Member 3",
      "Note: The bank says ••••234 has it",
    ]);
    expect(await logged()).toEqual([
      "looked",
      "looked",
      "case-opened",
      "refused",
      "looked",
      "case-closed",
      "case-closed",
      "looked",
    ]);
  });

  it("is opened with a note, which colleagues read on the card and nobody else anywhere", async () => {
    const { world, agent, chat, events, logged, told } = await opened(database().db);
    const begin = starting(await agent.writes(noura), "desk:case:open");
    expect(text(await agent.presses(begin))).toContain("Write what is to be done");
    expect(text(await agent.writes("x".repeat(501)))).toContain("500 characters");
    expect(text(await agent.writes(`Ask the bank about ${maria}`))).toContain("The case is open");
    const colleague = await world.seat(3, "agent");
    const card = text(await colleague.writes(noura));
    expect(card).toMatch(/Open case 1, since 22 Nov 2026: opened by Member 2/u);
    expect(card).toContain(`Ask the bank about ••••${maria.slice(-4)}`);
    expect(card).not.toContain(maria);
    const [event] = await events();
    expect(event?.note_sealed?.toString()).not.toContain("bank");
    expect(event?.staff_id).not.toBeNull();
    expect(await logged()).toEqual(["looked", "case-opened", "looked"]);
    expect(await told(chat)).toEqual([]);
    const own = createOwnAccess(
      { db: world.db, vault: testVault, toStaff: world.renderView, firstLanguage: "en" },
      { fence: world.turn(chat).fence, now: world.clock.now() },
    );
    const { newest } = await own.list();
    expect(newest.map(({ what, reason }) => [what, reason])).toContainEqual(["case-opened", undefined]);
  });

  it("is closed with what was done, and stands on the card no more", async () => {
    const { agent, events, states, logged } = await opened(database().db);
    await agent.presses(starting(await agent.writes(noura), "desk:case:open"));
    await agent.writes("Call her back");
    const close = starting(await agent.writes(noura), "desk:case:closed");
    expect(text(await agent.presses(close))).toContain("Write what was done");
    expect(text(await agent.writes("Called her"))).toContain("The case is closed");
    expect(await states()).toEqual(["closed"]);
    const [, event] = await events();
    expect(event).toMatchObject({ event: "closed" });
    expect(testVault.seal.open(event?.note_sealed ?? Buffer.of(), "case_events.note_sealed")).toBe("Called her");
    expect(await logged()).toEqual(["looked", "case-opened", "looked", "case-closed"]);
    const card = await agent.writes(noura);
    expect(text(card)).not.toContain("Open case");
    expect(starting(card, "desk:case:closed")).toBe("");
    await agent.presses(close);
    expect(text(await agent.writes("Called her again"))).toContain("Nothing was changed");
    expect(await events()).toHaveLength(2);
  });

  it("with money owed back is closed by its refund alone, with the bank's reference, and the payer is told once", async () => {
    const of = await opened(database().db);
    const { world, agent, chat, events, states, told } = of;
    const renewal = await rejected(of);
    const { id } = await world.db.selectFrom("cases").select("id").executeTakeFirstOrThrow();
    const card = await agent.writes(noura);
    expect(text(card)).toContain("the Ministry did not take a renewal that was paid");
    expect(text(card)).toContain(`KD\u00a05.000 is owed back for …${maria.slice(-4)}`);
    expect(starting(card, "desk:case:closed")).toBe("");
    await agent.presses(`desk:case:closed:${id}`);
    expect(text(await agent.writes("Done 123456"))).toContain("money is owed back");
    expect([await stateOf(world, renewal), await states()]).toEqual(["refund-due", ["open"]]);
    const before = (await told(chat)).length;
    const refunded = starting(card, "desk:case:refunded");
    expect(text(await agent.presses(refunded))).toContain("only if the money has been given back");
    expect(text(await agent.writes("Given back"))).toContain("reference is missing");
    const sure = await agent.writes("Given back, FT221100");
    expect(text(sure)).toContain("Has the money been given back?");
    expect(await stateOf(world, renewal)).toBe("refund-due");
    expect(text(await agent.presses(starting(sure, "desk:sure")))).toContain("the payer is told");
    expect([await stateOf(world, renewal), await states()]).toEqual(["refunded", ["closed"]]);
    expect((await events()).map(({ event }) => event)).toEqual(["opened", "refunded"]);
    const said = (await told(chat)).slice(before);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain("KD\u00a05.000 has been given back");
    expect(said[0]).toContain(maria.slice(-4));
    expect(said[0]).not.toContain("221100");
    await agent.presses(refunded);
    const again = await agent.writes("Given back, FT221100");
    expect(text(await agent.presses(starting(again, "desk:sure")))).toContain("closed already");
    expect(await told(chat)).toHaveLength(before + 1);
    expect(text(await agent.writes(noura))).toContain("the amount was given back");
  });

  it.each([
    [
      "second-capture",
      {},
      "KD\u00a05.000 is owed back",
      "KD\u00a05.000 has been given back to you by Example Office: the second",
    ],
    [
      "period-taken",
      {},
      "KD\u00a05.000 is owed back",
      "KD\u00a05.000 has been given back to you by Example Office: the payment",
    ],
    ["wrong-amount", { fils: 4_999 }, "KD\u00a04.999 is owed back", "KD\u00a04.999 has been given back to you"],
    ["wrong-currency", { currency: "USD" }, "A payment in USD is owed back", "The payment in USD that could not"],
  ] as const)(
    "about money that came before any renewal (%s) is closed by its refund alone, and its payer is told once",
    async (kind, came, owed, words) => {
      const of = await opened(database().db);
      const { world, agent, chat, states, told } = of;
      const attempt = await uncounted(of, kind, came);
      const { id } = await world.db.selectFrom("cases").select("id").executeTakeFirstOrThrow();
      const stands = () => world.db.selectFrom("attempts").select("state").where("id", "=", attempt).executeTakeFirst();
      const card = await agent.writes(noura);
      expect(text(card)).toContain(owed);
      expect(text(card)).toContain("the team is");
      expect(text(card)).toContain("says: captured");
      await agent.presses(`desk:case:closed:${id}`);
      expect(text(await agent.writes("Done 123456"))).toContain("money is owed back");
      expect([await stands(), await states()]).toEqual([{ state: "conflicted" }, ["open"]]);
      const before = (await told(chat)).length;
      const refunded = starting(card, "desk:case:refunded");
      await agent.presses(refunded);
      await agent.presses(starting(await agent.writes("Given back, FT221100"), "desk:sure"));
      expect([await stands(), await states()]).toEqual([{ state: "refunded" }, ["closed"]]);
      const [said, ...more] = (await told(chat)).slice(before);
      expect(said).toContain(words);
      expect(said).not.toContain("221100");
      expect(more).toEqual([]);
      await agent.presses(refunded);
      expect(text(await agent.presses(starting(await agent.writes("Again, FT221100"), "desk:sure")))).toContain(
        "closed already",
      );
      expect(await told(chat)).toHaveLength(before + 1);
      const after = text(await agent.writes(noura));
      expect(after).toContain("has been given back");
      expect(after).not.toMatch(/owed back|the team is/u);
    },
  );

  it("changes what an agent says of the payment: owed back, then given back, also of one line among several", async () => {
    const of = await opened(database().db);
    const { world, agent } = of;
    await world.import(row({ worker_civil_id: joseph, policy_number: "HI-2" }));
    const renewal = await rejected(of);
    const { intent_id } = await world.db.selectFrom("intent_lines").select("intent_id").executeTakeFirstOrThrow();
    const workers = await world.db.selectFrom("workers").select("id").orderBy("id").execute();
    const other = await insertRenewal(world, "paid", { intent: intent_id, worker: workers[1]?.id ?? 0 });
    const owed = text(await agent.writes(noura));
    expect(owed).toContain("Paid, but KD\u00a05.000 of it is owed back");
    expect(owed).not.toContain("nothing more is to be paid");
    const becomes = (id: number, state: string) =>
      world.db.updateTable("renewals").set({ state }).where("id", "=", id).execute();
    await becomes(other, "refunded");
    const both = text(await agent.writes(noura));
    expect(both).toContain("Paid, but KD\u00a05.000 of it is owed back");
    expect(both).toContain("KD\u00a05.000 of what was paid has been given back");
    await becomes(renewal, "refunded");
    const given = text(await agent.writes(noura));
    expect(given).toContain("KD\u00a010.000 of what was paid has been given back");
    expect(given).not.toMatch(/owed back|nothing more/u);
  });

  it("is not refunded by a number typed for something else, nor by whoever is not sure", async () => {
    const of = await opened(database().db);
    const { world, agent } = of;
    const renewal = await rejected(of);
    await agent.presses(starting(await agent.writes(noura), "desk:case:refunded"));
    expect(text(await agent.writes(maria))).toContain("looks like a lookup");
    const asked = await agent.writes(`Given back for ${maria}`);
    expect(text(asked)).toContain("Has the money been given back?");
    expect(text(await agent.writes(noura))).toContain("is owed back");
    expect(text(await agent.presses(starting(asked, "desk:unsure")))).toContain("stays open");
    expect(await agent.presses(starting(asked, "desk:sure"))).toBeUndefined();
    expect(await stateOf(world, renewal)).toBe("refund-due");
  });

  it("has its note to itself: no other question that was left open takes it, and none of its own takes another's", async () => {
    const { world, agent, logged } = await opened(database().db);
    await world.seat(1, "supervisor");
    const card = await agent.writes(noura);
    await agent.presses(starting(card, "desk:consent:break"));
    await agent.presses(starting(card, "desk:case:open"));
    expect(text(await agent.writes("Ask the bank about it"))).toContain("The case is open");
    expect(text(await agent.writes(noura))).toContain("Open case 1");
    await agent.presses(starting(card, "desk:case:open"));
    await agent.presses(starting(card, "desk:consent:break"));
    await agent.writes("A hospital asks for her number");
    await agent.writes(noura);
    expect(await logged()).toEqual(["looked", "case-opened", "looked", "break-glass", "looked"]);
  });

  it("is done once under its key", async () => {
    const of = await opened(database().db);
    const { world, agent, chat, events, told, logged } = of;
    await rejected(of);
    await agent.writes(noura);
    const by = await world.desk.staff.of(agent.chat);
    const sponsor = await world.db.selectFrom("sponsors").select("id").executeTakeFirstOrThrow();
    const owed = await world.db.selectFrom("cases").select("id").executeTakeFirstOrThrow();
    if (by === undefined) throw new Error("nobody is there");
    const before = (await told(chat)).length;
    for (const _time of [1, 2]) {
      expect(await world.desk.cases.open(sponsor.id, "A note", by, "open")).toBe("opened");
      expect(await world.desk.cases.close(owed.id, "refunded", "Ref 1234", by, "close")).toBe("refunded");
    }
    expect((await events()).map(({ event }) => event)).toEqual(["opened", "opened", "refunded"]);
    expect(await told(chat)).toHaveLength(before + 1);
    expect((await logged()).slice(-3)).toEqual(["looked", "case-opened", "case-closed"]);
  });

  it("is neither opened nor closed by whoever has not looked at its household, or is suspended", async () => {
    const { world, agent, states, logged } = await opened(database().db);
    const another = civilId("1980-01-01", 4400);
    const theirs = civilId("1992-02-02", 5500);
    await world.import(row({ sponsor_civil_id: another, worker_civil_id: theirs, policy_number: "HI-9" }));
    const worker = await world.db.selectFrom("workers").select("id").orderBy("id", "desc").executeTakeFirstOrThrow();
    const now = world.clock.now();
    await world.db
      .transaction()
      .execute((trx) => openCase(trx, { kind: "not-mine", effectKey: "k", worker: worker.id, detail: {} }, now));
    const { id } = await world.db.selectFrom("cases").select("id").executeTakeFirstOrThrow();
    const card = await agent.writes(noura);
    await agent.presses(`desk:case:closed:${id}`);
    expect(text(await agent.writes("Done"))).toContain("Look the person up again");
    world.clock.advance(day);
    await agent.presses(starting(card, "desk:case:open"));
    expect(text(await agent.writes("A note"))).toContain("Look the person up again");
    const by = await world.desk.staff.of(agent.chat);
    const supervisor = await world.desk.staff.of((await world.seat(1, "supervisor")).chat);
    if (by === undefined || supervisor === undefined) throw new Error("nobody is there");
    await agent.writes(another);
    await world.desk.staff.change(by.id, "suspended", supervisor, "s");
    expect(await world.desk.cases.close(id, "closed", "Done", by, "late")).toBe("unseen");
    expect(await states()).toEqual(["open"]);
    expect(await logged()).toEqual(["looked", "refused", "refused", "looked"]);
  });
});

describeOnPostgres("a refund", (database) => {
  it("that two say at the same moment is told once", async () => {
    const of = await opened(database().db);
    const { world, agent, chat, told } = of;
    const renewal = await rejected(of);
    const second = await world.seat(3, "agent");
    const { id } = await world.db.selectFrom("cases").select("id").executeTakeFirstOrThrow();
    const before = (await told(chat)).length;
    const closing = [agent, second].map(async (member) => {
      await member.writes(noura);
      const by = await world.desk.staff.of(member.chat);
      if (by === undefined) throw new Error("nobody is there");
      return world.desk.cases.close(id, "refunded", "Ref 1234", by, `close:${by.id}`);
    });
    expect((await Promise.all(closing)).toSorted()).toEqual(["over", "refunded"]);
    expect(await stateOf(world, renewal)).toBe("refunded");
    expect(await told(chat)).toHaveLength(before + 1);
  });
});
