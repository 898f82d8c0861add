// Filing in the staff's private chats: one at a time, full values for whoever is at it alone, and a number or a reason at the end.
import { expect, it } from "vitest";
import { takeBack } from "../../../../src/desk/take-back.js";
import { looksPerHour } from "../../../../src/domain/looking.js";
import type { Rendered } from "../../../../src/messages/channel.js";
import { createOutboxStore } from "../../../../src/records/outbox-store.js";
import { asAutomatic } from "../../../support/as-automatic.js";
import { insertIntent, insertReceipt, insertRenewal } from "../../../support/bought.js";
import { describeEachDatabase, testVault } from "../../../support/databases.js";
import { createDeskWorld, type DeskWorld, type Member, type Said } from "../../../support/desk-world.js";
import { silentLog } from "../../../support/log.js";
import { noReminders } from "../../../support/no-reminders.js";
import { day, joseph, maria, minute, noura, row, stranger } from "../../../support/people-world.js";

const text = (said: Said) => said?.map((each) => each.text.replace(/[\u2066-\u2069]/gu, "")).join("\n") ?? "";
const data = (said: Said) =>
  said?.flatMap(({ buttons }) => buttons.flat().flatMap((button) => ("data" in button ? [button.data] : []))) ?? [];

/** Maria's renewal is paid from a chat of Noura's. */
async function paid(world: DeskWorld) {
  await world.import(row());
  const payer = await world.chat("5100000777");
  const intent = await insertIntent(world, "paid", payer);
  await insertReceipt(world, intent, "TJ-2026-ABCDEFGH");
  const id = await insertRenewal(world, "paid", { intent });
  return { id, payer };
}

/** Confirms what was just written. */
const confirm = async (member: Member, written: string) => {
  const sure = data(await member.writes(written)).find((each) => each.startsWith("desk:sure")) ?? "";
  return text(await member.presses(sure));
};
const press = (member: Member, act: string, id: number) => member.presses(`desk:filing:${act}:${id}`);

async function filed(world: DeskWorld, agent: Member) {
  const renewal = await paid(world);
  await press(agent, "claim", renewal.id);
  await press(agent, "file", renewal.id);
  return renewal;
}

const told = async ({ db }: DeskWorld, chat: string) => {
  const rows = await db.selectFrom("outbox").select("message_sealed").where("chat", "=", chat).orderBy("id").execute();
  return rows.map(
    (each) => JSON.parse(testVault.seal.open(each.message_sealed, "outbox.message_sealed")).text as string | undefined,
  );
};
const renewal = ({ db }: DeskWorld, id: number) =>
  db.selectFrom("renewals").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

/** Sends what waits: the nth message has the id "m" and n. */
async function goesOut({ db, clock }: DeskWorld): Promise<readonly Rendered[]> {
  const store = createOutboxStore({ db, vault: testVault, clock, reminders: noReminders, asAutomatic });
  const went: Rendered[] = [];
  for (const { id } of await store.claim("telegram", 10, 10_000)) {
    const message = (await store.markSending([id])).get(id);
    if (message === undefined) continue;
    went.push(message);
    await store.record(id, { kind: "sent", messageId: `m${went.length}` });
  }
  return went;
}

/** What is removed now, by its ids. */
async function takenBack({ reveals }: DeskWorld): Promise<readonly string[]> {
  const removed: string[] = [];
  const remove = async (_chat: string, messageId: string) => {
    removed.push(messageId);
    return { ok: true, messageId } as const;
  };
  await takeBack({ reveals, channel: { remove }, log: silentLog });
  return removed;
}

describeEachDatabase("filings at the desk", (database) => {
  it("that is done long since is seen by a forged button as by any other look: with its limit, and in the log", async () => {
    const world = createDeskWorld(database().db);
    await world.import(row());
    const agent = await world.seat(2, "agent");
    const id = await insertRenewal(world, "issued");
    let shown = 0;
    for (let n = 0; n < 2 * looksPerHour; n += 1)
      if (text(await press(agent, "claim", id))?.includes(maria.slice(-4)) === true) shown += 1;
    expect(shown).toBe(looksPerHour);
    expect(text(await press(agent, "claim", id))).toContain("as many people as is allowed");
    const looked = world.db.selectFrom("access_log").select("id").where("what", "=", "looked");
    expect(await looked.execute()).toHaveLength(looksPerHour);
  });

  it("are a queue, oldest first, with what is overdue, and without a name or a civil ID", async () => {
    const world = createDeskWorld(database().db);
    const agent = await world.seat(1, "agent");
    expect(text(await agent.writes("/filings"))).toContain("Nothing is waiting");
    await paid(world);
    const said = text(await agent.writes("/filings"));
    expect(said).toContain("1 renewal");
    expect(said).toContain(`…${maria.slice(-4)}`);
    expect(said).not.toContain("Maria");
    expect(said).not.toContain(maria);
    expect(said).not.toContain("overdue");
    world.clock.advance(3 * day);
    expect(text(await agent.writes("/filings"))).toContain("overdue");
  });

  it("come in pages of five", async () => {
    const world = createDeskWorld(database().db);
    const agent = await world.seat(1, "agent");
    await world.import(row(), row({ worker_civil_id: joseph, policy_number: "HI-2" }));
    const workers = await world.db.selectFrom("workers").select("id").orderBy("id").execute();
    for (const [n, worker] of [0, 1, 0, 1, 0, 1].entries()) {
      const id = await insertRenewal(world, "refund-due", { worker: workers[worker]?.id ?? 0 });
      await world.db
        .updateTable("renewals")
        .set({ state: "paid", from_day: `203${n}-01-01`, until_day: `203${n}-12-31` })
        .where("id", "=", id)
        .execute();
      world.clock.advance(minute);
    }
    const first = await agent.writes("/filings");
    expect(data(first).filter((each) => each.includes(":see:"))).toHaveLength(5);
    expect(data(first)).toContain("desk:filing:page:1");
    const second = await agent.presses("desk:filing:page:1");
    expect(text(second)).toContain("6. ");
    expect(data(second).filter((each) => each.includes(":see:"))).toHaveLength(1);
    expect(data(second)).toContain("desk:filing:page:0");
  });

  it("are for one person at a time, until an hour has passed or they are of the staff no more", async () => {
    const world = createDeskWorld(database().db);
    const [supervisor, first, second] = [
      await world.seat(1, "supervisor"),
      await world.seat(2, "agent"),
      await world.seat(3, "agent"),
    ];
    const { id } = await paid(world);
    expect(text(await press(first, "claim", id))).toContain("yours now");
    expect(text(await press(second, "claim", id))).toContain("Member 2 is at it");
    expect(text(await press(second, "file", id))).toContain("Member 2 is at it");
    expect((await renewal(world, id)).state).toBe("paid");
    world.clock.advance(60 * minute);
    expect(data(await press(second, "see", id))).toContain(`desk:filing:claim:${id}`);
    expect(text(await press(second, "claim", id))).toContain("yours now");
    expect(text(await press(first, "file", id))).toContain("Member 3 is at it");
    const third = await world.desk.staff.of(second.chat);
    await supervisor.presses(`desk:staff:suspended:${third?.id}`);
    expect(await press(second, "file", id)).toBeUndefined();
    expect(text(await press(first, "claim", id))).toContain("yours now");
  });

  it("show the Ministry's form to whoever is at it, protected, for ten minutes, and written down", async () => {
    const world = createDeskWorld(database().db);
    const [first, second] = [await world.seat(1, "agent"), await world.seat(2, "agent")];
    const { id } = await paid(world);
    expect(text(await press(first, "form", id))).toContain("claim it first");
    await press(first, "claim", id);
    expect(text(await press(second, "form", id))).not.toContain(maria);
    const forms = world.db
      .selectFrom("access_log")
      .select(["what", "staff_id", "sponsor_id"])
      .where("what", "=", "filing");
    expect(await forms.execute()).toEqual([]);
    expect(text(await press(first, "form", id))).toContain("goes after 10 minutes");
    const [form] = await goesOut(world);
    expect(form?.isProtected).toBe(true);
    for (const value of [
      "Maria Santos",
      "ماريا سانتوس",
      "Noura Al-Mutairi",
      maria,
      noura,
      "20",
      "TJ-2026-ABCDEFGH",
      "KD\u00a05.000",
      "31 Dec 2027",
    ])
      expect(text(form && [form])).toContain(value);
    const sponsor = await world.db.selectFrom("sponsors").select("id").executeTakeFirstOrThrow();
    const agent = await world.desk.staff.of(first.chat);
    expect(await forms.execute()).toEqual([{ what: "filing", staff_id: agent?.id, sponsor_id: sponsor.id }]);
    world.clock.advance(9 * minute);
    expect(await takenBack(world)).toEqual([]);
    world.clock.advance(minute);
    expect(await takenBack(world)).toEqual(["m1"]);
    expect((await told(world, first.chat)).filter((each) => each?.includes(maria))).toEqual([]);
  });

  it("show no more forms than the limit of looking, and supervisors are told", async () => {
    const world = createDeskWorld(database().db);
    const [, agent] = [await world.seat(1, "supervisor"), await world.seat(2, "agent")];
    const { id } = await paid(world);
    await press(agent, "claim", id);
    for (let n = 0; n < looksPerHour; n += 1) expect(text(await press(agent, "form", id))).toContain("goes after");
    expect(text(await press(agent, "form", id))).toContain("as many people as is allowed");
    expect(world.reported).toEqual(["limit"]);
    expect(await world.db.selectFrom("reveals").select("id").execute()).toHaveLength(looksPerHour);
    expect(text(await agent.writes(noura))).toContain("as many people as is allowed");
    world.clock.advance(61 * minute);
    expect(text(await press(agent, "form", id))).toContain("goes after");
  });

  it("take the form back at once from whoever is of the staff no more, and never send it to them", async () => {
    const world = createDeskWorld(database().db);
    const [supervisor, agent] = [await world.seat(1, "supervisor"), await world.seat(2, "agent")];
    const { id } = await paid(world);
    await press(agent, "claim", id);
    await press(agent, "form", id);
    await goesOut(world);
    await press(agent, "form", id);
    await supervisor.presses(`desk:staff:suspended:${(await world.desk.staff.of(agent.chat))?.id}`);
    expect(await takenBack(world)).toEqual(["m1"]);
    expect(await goesOut(world)).toEqual([]);
  });

  it("end with a policy number: cover, and the payer is told it", async () => {
    const world = createDeskWorld(database().db);
    const agent = await world.seat(1, "agent");
    const { id, payer } = await filed(world, agent);
    expect(text(await press(agent, "number", id))).toContain("Write the policy number");
    expect(text(await agent.writes("?"))).toContain("no policy number");
    expect(await confirm(agent, "HI-1")).toContain("Another cover has this");
    expect(await confirm(agent, " HI-٢٠٢٧ ")).toContain("Issued");
    expect(await renewal(world, id)).toMatchObject({ state: "issued", policy_number: "HI-2027" });
    const cover = await world.db.selectFrom("covers").selectAll().where("policy_number", "=", "HI-2027").execute();
    expect(cover).toMatchObject([{ source: "issued", from_day: "2027-01-01", until_day: "2027-12-31" }]);
    const [filedSaid, said, ...more] = await told(world, payer);
    expect(filedSaid).toContain("registered with the Ministry");
    expect(said).toContain("HI-2027");
    expect(more).toEqual([]);
    expect(text(await agent.writes("/filings"))).toContain("Nothing is waiting");
    // What is typed now is no answer any more: it is looked up.
    expect(text(await agent.writes("HI-2028"))).toBe("Nothing on record fits that.");
  });

  it("end with a reason: the money is owed back with its case, and the payer reads why", async () => {
    const world = createDeskWorld(database().db);
    const agent = await world.seat(1, "agent");
    const { id, payer } = await filed(world, agent);
    expect(text(await press(agent, "reject", id))).toContain("payer reads these words");
    expect(text(await agent.writes("x".repeat(301)))).toContain("300 characters");
    expect(await confirm(agent, "Residency has ended")).toContain("Rejected");
    expect((await renewal(world, id)).state).toBe("refund-due");
    const cases = await world.db
      .selectFrom("cases")
      .innerJoin("case_events", "case_events.case_id", "cases.id")
      .selectAll()
      .execute();
    expect(cases).toMatchObject([{ kind: "filing-rejected", renewal_id: id, detail: { refundFils: 5000 } }]);
    const [, said = ""] = await told(world, payer);
    expect(said).toContain("Residency has ended");
    expect(said).toContain("KD\u00a05.000");
    expect(JSON.stringify(await world.db.selectFrom("filing_events").selectAll().execute())).not.toContain("Residency");
  });

  it("give no number whole to the payer, nor keep one, in the reason of a rejection", async () => {
    const world = createDeskWorld(database().db);
    const agent = await world.seat(1, "agent");
    const { id, payer } = await filed(world, agent);
    await press(agent, "reject", id);
    expect(await confirm(agent, `Registered for ${stranger}`)).toContain("Rejected");
    const [, said = ""] = await told(world, payer);
    expect(said).toContain(`Registered for ••••${stranger.slice(-4)}`);
    const [event] = await world.db.selectFrom("filing_events").selectAll().where("event", "=", "rejected").execute();
    if (event?.reason_sealed == null) throw new Error("the reason was not kept");
    expect(testVault.seal.open(event.reason_sealed, "filing_events.reason_sealed")).not.toContain(stranger);
  });

  it("owe the money back where other cover holds the period", async () => {
    const world = createDeskWorld(database().db);
    const agent = await world.seat(1, "agent");
    const { id, payer } = await filed(world, agent);
    const { worker_id } = await renewal(world, id);
    await world.db
      .insertInto("covers")
      .values({
        worker_id,
        from_day: "2027-06-01",
        until_day: "2028-05-31",
        source: "imported",
        known_at: world.clock.now(),
      })
      .execute();
    await press(agent, "number", id);
    expect(await confirm(agent, "HI-2027")).toContain("Other cover holds");
    expect((await renewal(world, id)).state).toBe("refund-due");
    expect(await world.db.selectFrom("cases").select("kind").execute()).toEqual([{ kind: "period-taken" }]);
    expect((await told(world, payer))[1]).toContain("another policy");
  });

  it("leave the queue when an import knows the cover; a press that comes too late learns how it stands", async () => {
    const world = createDeskWorld(database().db);
    const agent = await world.seat(1, "agent");
    const { id } = await filed(world, agent);
    await press(agent, "number", id);
    await world.import(row({ policy_number: "HI-9", cover_from: "2027-01-01", cover_until: "2027-12-31" }));
    const late = await confirm(agent, "HI-2027");
    expect(late).toContain("stands otherwise");
    expect(late).toContain("HI-9");
    expect(text(await agent.writes("/filings"))).toContain("Nothing is waiting");
    for (const act of ["claim", "file", "number", "reject", "form"])
      expect(text(await press(agent, act, id))).toContain("stands otherwise");
    expect(await world.db.selectFrom("cases").select("id").execute()).toEqual([]);
  });

  it("take one step once, though its update comes twice", async () => {
    const world = createDeskWorld(database().db);
    const agent = await world.seat(1, "agent");
    const { id } = await paid(world);
    const by = await world.desk.staff.of(agent.chat);
    const { filings } = world.desk;
    if (by === undefined || filings === undefined) throw new Error("the desk is not there");
    for (const step of ["claim", "file"] as const)
      for (const _time of [1, 2]) expect(await filings.take(id, { kind: step }, by, step)).toMatchObject({ ok: true });
    for (const _time of [1, 2])
      expect(await filings.take(id, { kind: "reject", reason: "Why" }, by, "reject")).toMatchObject({ ok: true });
    expect(await world.db.selectFrom("filing_events").select("event").orderBy("id").execute()).toEqual([
      { event: "claimed" },
      { event: "filed" },
      { event: "rejected" },
    ]);
    expect(await world.db.selectFrom("cases").select("id").execute()).toHaveLength(1);
  });

  it("are left by any command, and by going back", async () => {
    const world = createDeskWorld(database().db);
    const agent = await world.seat(1, "agent");
    const { id } = await filed(world, agent);
    await press(agent, "number", id);
    const left = text(await agent.writes("/filings"));
    expect(left).toContain("set aside");
    expect(left).toContain("1 renewal");
    expect(text(await agent.writes("HI-2027"))).toBe("Nothing on record fits that.");
    await press(agent, "reject", id);
    expect(text(await press(agent, "see", id))).toContain("Filed.");
    expect(await agent.writes("Why")).toBeUndefined();
    expect((await renewal(world, id)).state).toBe("filed");
  });

  it("are nobody's where these records are the registry, and nothing for anybody else", async () => {
    const own = createDeskWorld(database().db, { filings: undefined });
    const agent = await own.seat(1, "agent");
    expect(text(await agent.writes("/filings"))).toContain("Nothing is filed from here");
    const { id } = await paid(own);
    expect(await press(agent, "claim", id)).toBeUndefined();
    const world = createDeskWorld(database().db);
    for (const act of ["see", "claim", "form"]) expect(await press(world.member(9), act, id)).toBeUndefined();
  });

  it("are offered where somebody files, and nowhere else", async () => {
    for (const [more, isOffered] of [
      [{}, true],
      [{ filings: undefined }, false],
    ] as const) {
      const agent = await createDeskWorld(database().db, more).seat(isOffered ? 1 : 2, "agent");
      const said = await agent.writes("/help");
      expect(text(said).includes("/filings")).toBe(isOffered);
      expect(JSON.stringify(said).includes("desk:menu:filings")).toBe(isOffered);
    }
  });

  it("speak Arabic as well", async () => {
    const world = createDeskWorld(database().db);
    await world.seat(1, "agent");
    const agent = world.member(1, "ar");
    const { id } = await filed(world, agent);
    expect(text(await agent.writes("/filings"))).toContain("معاملة واحدة");
    expect(text(await press(agent, "form", id))).toContain("تُحذف بعد 10 دقائق");
    expect(text(await press(agent, "number", id))).toContain("اكتب رقم الوثيقة");
    expect(await confirm(agent, "HI-2027")).toContain("صدرت");
  });
});
