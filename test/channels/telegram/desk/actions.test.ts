// What is done from a card: into the person's own chat and nowhere else, once, and noted.
import { expect, it } from "vitest";
import type { Rendered } from "../../../../src/messages/channel.js";
import { createReminders } from "../../../../src/records/reminders/reminders.js";
import { describeEachDatabase, testReplan, testVault } from "../../../support/databases.js";
import { createDeskWorld, type Said } from "../../../support/desk-world.js";
import { day, joseph, maria, minute, neverCovered, noura, row, stranger } from "../../../support/people-world.js";

const plain = (each: Rendered) => each.text.replace(/[\u2066-\u2069]/gu, "");
const text = (said: Said) => said?.map(plain).join("\n");
const starting = (said: Said, start: string) =>
  said
    ?.flatMap(({ buttons }) => buttons.flat().flatMap((button) => ("data" in button ? [button.data] : [])))
    .find((each) => each.startsWith(start)) ?? "";

describeEachDatabase("from a card", (database) => {
  async function opened({ verified = true } = {}) {
    const world = createDeskWorld(database().db);
    const { db } = world;
    await world.import(row({ cover_from: "2026-01-01", cover_until: "2026-12-01" }));
    const agent = await world.seat(2, "agent");
    const chat = await world.chat("77");
    if (verified) await world.register(chat);
    const told = async () => {
      const rows = await db.selectFrom("outbox").selectAll().where("chat", "=", chat).orderBy("id").execute();
      return rows.map(
        (each): Rendered => JSON.parse(testVault.seal.open(each.message_sealed, "outbox.message_sealed")),
      );
    };
    const logged = async () =>
      (await db.selectFrom("access_log").select("what").orderBy("id").execute()).map(({ what }) => what);
    const card = await agent.writes(noura);
    return { world, agent, chat, told, logged, card };
  }

  /** An intent for Maria that waits to be paid, opened in a chat. */
  async function owes({ world, chat }: Awaited<ReturnType<typeof opened>>, of: { readonly chat?: string } = {}) {
    const { db, clock } = world;
    const worker = await db.selectFrom("workers").select("id").executeTakeFirstOrThrow();
    const account = await db
      .selectFrom("chats")
      .select("account_id")
      .where("chat", "=", chat)
      .executeTakeFirstOrThrow();
    const intent = await db
      .insertInto("intents")
      .values({
        effect_key: `intent:${of.chat ?? chat}`,
        state: "open",
        payer: of.chat === undefined ? "account" : "quick",
        chat: of.chat ?? chat,
        account_id: of.chat === undefined ? account.account_id : null,
        language: "en",
        total_fils: 5000,
        fee_schedule: "kd5",
        quote_digest: "d",
        terms_version: "1",
        accepted_at: clock.now(),
        opened_at: clock.now(),
        expires_at: new Date(clock.now().getTime() + day),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await db
      .insertInto("intent_lines")
      .values({
        intent_id: intent.id,
        worker_id: worker.id,
        from_day: "2026-12-02",
        until_day: "2027-12-01",
        years: 1,
        fils: 5000,
        rule: "domestic-worker",
        source: "x",
        certainty: "A",
      })
      .execute();
  }

  it("the pay link goes into the person's own chat, and never to the agent", async () => {
    const world = await opened();
    await owes(world);
    const said = text(await world.agent.presses(starting(world.card, "desk:act:link"))) ?? "";
    expect(said).toContain("on its way");
    expect(said).not.toContain("pay.test");
    const [link] = await world.told();
    expect(link && plain(link).split("\n")).toEqual([
      "As you asked our team, here is the pay link again.",
      expect.stringMatching(/^💳 Pay link, good until tomorrow/u),
      expect.stringMatching(/^https:\/\/pay\.test\/p\/[\w-]{22}$/u),
      `Maria Santos …${maria.slice(-4)}: 2 Dec 2026 to 1 Dec 2027, KD\u00a05.000`,
      expect.stringMatching(/^KD\u00a05\.000 to Example Office\. This service is not part of the Ministry/u),
      "Card details are typed on the payment gateway's page and nowhere else. We never ask for them here.",
    ]);
    expect(await world.logged()).toEqual(["looked", "link-sent"]);
    const url = /https:\S+/u.exec((link && plain(link)) ?? "")?.[0] ?? "";
    const card = text(await world.agent.writes(url));
    expect(card).toContain("Not paid. The link is still good.");
  });

  it("the link goes again once a minute, however often it is pressed", async () => {
    const world = await opened();
    const press = starting(world.card, "desk:act:link");
    await world.agent.presses(press);
    for (let time = 0; time < 30; time += 1)
      expect(text(await world.agent.presses(press))).toContain("less than a minute ago");
    expect(await world.told()).toHaveLength(1);
    world.world.clock.advance(minute);
    expect(text(await world.agent.presses(press))).not.toContain("less than a minute ago");
    expect(await world.told()).toHaveLength(2);
  });

  it("somebody else's link for the same worker is not sent; the way to renew is", async () => {
    const world = await opened();
    await owes(world, { chat: await world.world.chat("78") });
    expect(text(await world.agent.presses(starting(world.card, "desk:act:link")))).toContain("Nothing waits");
    const [renewal] = await world.told();
    expect(starting(renewal && [renewal], "/renew")).toBe("/renew");
  });

  it("nothing is sent where nobody is verified", async () => {
    const world = await opened({ verified: false });
    for (const what of ["link", "stop"])
      expect(text(await world.agent.presses(starting(world.card, `desk:act:${what}`)))).toContain(
        "verified in no chat",
      );
    expect(await world.told()).toEqual([]);
    expect(await world.logged()).toEqual(["looked"]);
  });

  /** For whom reminders are still planned, by the last digits. */
  async function planned({ world }: Awaited<ReturnType<typeof opened>>) {
    const rows = await world.db
      .selectFrom("reminders")
      .select("worker")
      .where("state", "=", "planned")
      .distinct()
      .orderBy("worker")
      .execute();
    return rows.map(({ worker }) => worker);
  }

  it("reminders stop for all workers, and the person is told so", async () => {
    const world = await opened();
    expect((await planned(world)).length).toBeGreaterThan(0);
    const choice = await world.agent.presses(starting(world.card, "desk:act:stop"));
    expect(text(choice)).toContain("For whom");
    expect((await planned(world)).length).toBeGreaterThan(0);
    const all = choice?.flatMap(({ buttons }) => buttons.flat()).at(-1);
    expect(all?.label).toBe("For all workers");
    expect(text(await world.agent.presses(all && "data" in all ? all.data : ""))).toContain("Reminders are stopped");
    expect(await planned(world)).toEqual([]);
    expect((await world.told()).map(plain).join()).toContain("reminders are stopped");
    expect(text(await world.agent.writes(maria))).toContain("Reminders are switched off.");
    expect(await world.logged()).toEqual(["looked", "looked", "reminders-stopped", "looked"]);
  });

  it("reminders stop for one worker alone, and the person is told which, masked, and takes it back with one press", async () => {
    const world = await opened();
    const { db } = world.world;
    await world.world.import(row({ worker_civil_id: joseph, policy_number: "HI-2", cover_until: "2026-12-15" }));
    const both = await planned(world);
    expect(both).toHaveLength(2);
    const choice = await world.agent.presses(starting(world.card, "desk:act:stop"));
    expect(text(choice)).not.toContain("Joseph");
    const one = choice?.flatMap(({ buttons }) => buttons.flat()).find(({ label }) => label.includes(joseph.slice(-4)));
    const press = one && "data" in one ? one.data : "";
    expect(text(await world.agent.presses(press))).toContain("stopped for this worker");
    expect(await planned(world)).toEqual(both.slice(0, 1));
    const [told] = await world.told();
    expect(told && plain(told)).toContain(joseph.slice(-4));
    expect(told && plain(told)).not.toContain("Joseph");
    expect(starting(told && [told], "/undo")).toBe(`/undo ${both[1]}`);
    const stopped = text(await world.agent.writes(noura));
    expect(stopped).toContain(
      `Stopped on 22 Nov 2026 by Member 2 of the team, on their call: no more reminders of …${joseph.slice(-4)}`,
    );
    expect(stopped).not.toContain("Answered on");
    expect(await world.logged()).toEqual(["looked", "looked", "reminders-stopped", "looked"]);
    const { fence } = world.world.turn(world.chat);
    await createReminders({ db, replan: testReplan }, { fence, now: world.world.clock.now() }).answer(
      "undo",
      both[1] ?? "",
      undefined,
    );
    expect(await planned(world)).toEqual(both);
  });

  it("reminders are stopped once under a key, and never for somebody else's worker", async () => {
    const { world, agent, told, logged } = await opened();
    const another = row({ sponsor_civil_id: stranger, worker_civil_id: joseph, policy_number: "HI-2" });
    await world.import(another);
    const workers = await world.db.selectFrom("workers").select(["id", "sponsor_id"]).orderBy("id").execute();
    const [own, other] = workers;
    const by = await world.desk.staff.of(agent.chat);
    if (own === undefined || other === undefined || by === undefined) throw new Error("they are there");
    const { actions } = world.desk;
    expect(await actions.stopReminders(own.sponsor_id, other.id, by, "other")).toBe("gone");
    for (const _time of [1, 2])
      expect(await actions.stopReminders(own.sponsor_id, own.id, by, "own")).toBe("stopped-one");
    expect(await told()).toHaveLength(1);
    expect(await logged()).toEqual(["looked", "reminders-stopped"]);
    expect(await world.db.selectFrom("reminder_answers").select("id").execute()).toHaveLength(1);
  });

  it("a quote is read out in both languages, with its reasons, of masked workers, for as many years as are asked", async () => {
    const world = await opened();
    const choice = await world.agent.presses(starting(world.card, "desk:act:quote"));
    expect(choice?.flatMap(({ buttons }) => buttons.flat()).map(({ label }) => label)).toHaveLength(3);
    for (const [years, english, arabic] of [
      [1, "KD\u00a05.000", "5.000\u00a0د.ك"],
      [2, "KD\u00a010.000", "10.000\u00a0د.ك"],
      [3, "KD\u00a015.000", "15.000\u00a0د.ك"],
    ] as const) {
      const said = await world.agent.presses(starting(choice, "desk:quote").replace(/1$/u, String(years)));
      expect(said?.map(({ language }) => language)).toEqual(["ar", "en"]);
      expect(text(said)).toContain(english);
      expect(text(said)).toContain(arabic);
      expect(text(said)).toContain("Residency fees are not included");
      expect(text(said)).not.toContain("Maria");
    }
    expect(await world.logged()).toEqual(["looked", "quoted", "quoted", "quoted"]);
  });

  it("a quote that is read out says for each worker from which day to which", async () => {
    const world = await opened();
    const choice = await world.agent.presses(starting(world.card, "desk:act:quote"));
    const one = await world.agent.presses(starting(choice, "desk:quote"));
    expect(text(one)).toContain("From 2 Dec 2026 to 1 Dec 2027.");
    expect(text(one)).toContain("من 2 ديسمبر 2026 إلى 1 ديسمبر 2027.");
    await world.world.import(row({ worker_civil_id: joseph, ...neverCovered }));
    const both = text(await world.agent.presses(starting(choice, "desk:quote")));
    expect(both).toMatch(new RegExp(`…${maria.slice(-4)}: 1 year, .* from 2 Dec 2026 to 1 Dec 2027`, "u"));
    expect(both).toMatch(new RegExp(`…${joseph.slice(-4)}: 1 year, .* from 22 Nov 2026 to 21 Nov 2027`, "u"));
  });

  it("a worker outside Kuwait is quoted for the one year that is allowed, and that is said", async () => {
    const world = await opened();
    await world.world.import(row({ worker_civil_id: joseph, in_kuwait: "no", ...neverCovered }));
    const choice = await world.agent.presses(starting(world.card, "desk:act:quote"));
    const said = text(await world.agent.presses(starting(choice, "desk:quote").replace(/1$/u, "3"))) ?? "";
    expect(said).toContain("outside Kuwait: 1 year is the longest");
    expect(said).toContain("KD\u00a020.000");
  });

  it("a phone is corrected by two of the staff, and whoever was proved by the former one is so no more", async () => {
    const { world, agent, card, logged } = await opened();
    const supervisor = await world.seat(1, "supervisor");
    const second = await world.seat(3, "agent");
    const begin = starting(card, "desk:phone:correct");
    expect(text(await agent.presses(begin))).toContain("new Kuwaiti mobile number");
    expect(text(await agent.writes("123"))).toContain("eight digits");
    expect(text(await agent.writes("5555 6666"))).toContain("asked to confirm");
    const asked = await world.db.selectFrom("outbox").select("chat").where("kind", "=", "desk").orderBy("id").execute();
    expect(asked.map((each) => each.chat).toSorted()).toEqual([supervisor.chat, second.chat].toSorted());
    const { id } = await world.db.selectFrom("phone_corrections").select("id").executeTakeFirstOrThrow();
    const confirm = `desk:phone:confirm:${id}`;
    expect(text(await agent.presses(confirm))).toContain("Another one of the team");
    expect(text(await agent.writes("55556666"))).toContain("Nothing on record");
    expect(text(await second.presses(confirm))).toContain("is changed");
    expect(text(await second.presses(confirm))).toContain("done already");
    const changed = text(await agent.writes("55556666"));
    expect(changed).toContain(noura.slice(-4));
    expect(changed).toContain("Not verified in any chat");
    expect(changed).toContain("corrected at the desk on 22 Nov 2026");
    world.clock.advance(day);
    await world.import(row({ sponsor_phone: "55556666" }));
    const imported = text(await agent.writes("55556666"));
    expect(imported).toContain("on record as imported on 23 Nov 2026");
    expect(imported).not.toContain("corrected");
    expect(await logged()).toEqual([
      "looked",
      "phone-asked",
      "refused",
      "no-match",
      "phone-corrected",
      "looked",
      "looked",
    ]);
  });

  it("a phone is not corrected where nobody else could confirm it, nor a day later", async () => {
    const { world, agent, card } = await opened();
    const begin = starting(card, "desk:phone:correct");
    await agent.presses(begin);
    expect(text(await agent.writes("55556666"))).toContain("Nobody else");
    const second = await world.seat(3, "agent");
    await agent.presses(begin);
    await agent.writes("55556666");
    const { id } = await world.db.selectFrom("phone_corrections").select("id").executeTakeFirstOrThrow();
    world.clock.advance(day);
    expect(text(await second.presses(`desk:phone:confirm:${id}`))).toContain("too long ago");
  });

  it("nothing is done by whoever has not looked", async () => {
    const world = await opened();
    const another = await world.world.seat(3, "agent");
    const sponsor = starting(world.card, "desk:act:stop").split(":").at(-1);
    for (const press of ["act:link:$", "act:stop:$", "stop:$:all", "stop:$:1", "quote:$:1"])
      expect(text(await another.presses(`desk:${press.replace("$", sponsor ?? "")}`))).toContain(
        "Look the person up again",
      );
    expect(await world.told()).toEqual([]);
  });
});
