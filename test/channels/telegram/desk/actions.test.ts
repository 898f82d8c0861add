// What is done from a card: into the person's own chat and nowhere else, once, and noted.
import { expect, it } from "vitest";
import type { Rendered } from "../../../../src/messages/channel.js";
import { describeEachDatabase, testVault } from "../../../support/databases.js";
import { createDeskWorld, type Said } from "../../../support/desk-world.js";
import { day, maria, noura, row } from "../../../support/people-world.js";

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
    expect(link && plain(link)).toContain("https://pay.test/p/");
    expect(link && plain(link)).toContain("KD 5.000");
    expect(await world.logged()).toEqual(["looked", "link-sent"]);
    const url = /https:\S+/u.exec((link && plain(link)) ?? "")?.[0] ?? "";
    const card = text(await world.agent.writes(url));
    expect(card).toContain("Not paid. The link is still good.");
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

  it("reminders stop, and the person is told so", async () => {
    const world = await opened();
    const planned = () => world.world.db.selectFrom("reminders").select("id").where("state", "=", "planned").execute();
    expect((await planned()).length).toBeGreaterThan(0);
    expect(text(await world.agent.presses(starting(world.card, "desk:act:stop")))).toContain("Reminders are stopped");
    expect(await planned()).toEqual([]);
    expect((await world.told()).map(plain).join()).toContain("reminders are stopped");
    expect(text(await world.agent.writes(maria))).toContain("Reminders are switched off.");
  });

  it("a quote is read out in both languages, with its reasons, of masked workers", async () => {
    const world = await opened();
    const said = await world.agent.presses(starting(world.card, "desk:act:quote"));
    expect(said).toHaveLength(2);
    expect(said?.map(({ language }) => language)).toEqual(["ar", "en"]);
    expect(text(said)).toContain("KD 5.000");
    expect(text(said)).toContain("5.000 د.ك");
    expect(text(said)).not.toContain("Maria");
    expect(await world.logged()).toEqual(["looked", "quoted"]);
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
    expect(await logged()).toEqual(["looked", "phone-asked", "no-match", "phone-corrected", "looked"]);
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
    for (const what of ["link", "stop", "quote"])
      expect(text(await another.presses(starting(world.card, `desk:act:${what}`)))).toContain(
        "Look the person up again",
      );
    expect(await world.told()).toEqual([]);
  });
});
