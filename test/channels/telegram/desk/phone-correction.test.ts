// A corrected phone decides who is proved: an import has the last word, its person is told, and nobody helps to correct their own.
import { expect, it } from "vitest";
import { describeEachDatabase, testVault } from "../../../support/databases.js";
import { createDeskWorld, type DeskWorld, type Said } from "../../../support/desk-world.js";
import { noura, phone, row } from "../../../support/people-world.js";

const plain = (text: string) => text.replace(/[\u2066-\u2069]/gu, "");
const text = (said: Said) => plain(said?.map((each) => each.text).join("\n") ?? "");

async function opened(db: DeskWorld["db"]) {
  const world = createDeskWorld(db);
  await world.import(row());
  const [agent, second] = [await world.seat(2, "agent"), await world.seat(3, "agent")];
  const chat = await world.chat("77");
  await world.register(chat);
  await agent.writes(noura);
  const { id: sponsor } = await db.selectFrom("sponsors").select("id").executeTakeFirstOrThrow();
  const asks = async (by = agent, number = "5555 0001") => {
    await by.presses(`desk:phone:correct:${sponsor}`);
    return text(await by.writes(number));
  };
  const confirms = (by = second) => answers("confirm", by);
  const refuses = (by = second) => answers("refuse", by);
  const answers = async (how: string, by: typeof second) => {
    const { id } = await db
      .selectFrom("phone_corrections")
      .select("id")
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow();
    return text(await by.presses(`desk:phone:${how}:${id}`));
  };
  const onRecord = async () => {
    const { phone_sealed } = await db.selectFrom("sponsors").select("phone_sealed").executeTakeFirstOrThrow();
    return testVault.seal.open(phone_sealed, "sponsors.phone_sealed");
  };
  const told = async (to: string) => {
    const rows = await db.selectFrom("outbox").selectAll().where("chat", "=", to).orderBy("id").execute();
    return rows.map((each) => plain(testVault.seal.open(each.message_sealed, "outbox.message_sealed")));
  };
  return { world, agent, second, chat, asks, confirms, refuses, onRecord, told };
}

describeEachDatabase("a phone on record", (database) => {
  it("is not corrected over an import that came after the question", async () => {
    const { world, asks, confirms, onRecord, told, chat } = await opened(database().db);
    await asks();
    await world.import(row({ sponsor_phone: phone("55550002") }));
    expect(await confirms()).toContain("has changed since");
    expect(await onRecord()).toBe("+96555550002");
    expect(await told(chat)).toEqual([]);
    expect(await confirms()).toContain("has changed since");
  });

  it("once corrected is told in the chat that the former one had verified, by its last digits, once", async () => {
    const { asks, confirms, onRecord, told, chat } = await opened(database().db);
    expect(await asks()).toContain("asked to confirm");
    expect(await told(chat)).toEqual([]);
    expect(await confirms()).toContain("is changed");
    expect(await onRecord()).toBe("+96555550001");
    const [said = "", ...more] = await told(chat);
    expect(more).toEqual([]);
    expect(said).toContain("ends in 001");
    expect(said).not.toContain("5555");
    expect(said).toContain("151");
    await confirms();
    expect(await told(chat)).toHaveLength(1);
  });

  it("once corrected is told to whoever asked for it, by whom and once", async () => {
    const { agent, asks, confirms, told } = await opened(database().db);
    await asks();
    expect(await told(agent.chat)).toEqual([]);
    await confirms();
    await confirms();
    const [said = "", ...more] = await told(agent.chat);
    expect(more).toEqual([]);
    expect(said).toContain("Member 3 has confirmed");
    expect(said).toContain(`…${noura.slice(-4)}`);
    expect(said).toContain("ends in 001");
  });

  it("stays as it is once a colleague refuses, which ends it and is told to whoever asked, and to nobody else", async () => {
    const { world, agent, chat, asks, confirms, refuses, onRecord, told } = await opened(database().db);
    await asks();
    expect(await refuses(agent)).toContain("Another one of the team");
    expect(await refuses()).toContain("Nothing was changed");
    expect(await refuses()).toContain("done already");
    expect(await confirms()).toContain("done already");
    expect(await onRecord()).toBe("+96550001234");
    const [said = "", ...more] = await told(agent.chat);
    expect(more).toEqual([]);
    expect(said).toContain("Member 3 has refused");
    expect(await told(chat)).toEqual([]);
    const log = await world.db.selectFrom("access_log").select("what").orderBy("id").execute();
    expect(log.map(({ what }) => what)).toEqual(["looked", "phone-asked", "refused", "phone-refused"]);
    expect(await asks()).toContain("asked to confirm");
    expect(await confirms()).toContain("is changed");
  });

  it("is neither asked for nor confirmed by whoever's own it is, and they are not asked to", async () => {
    const { world, agent, second, asks, confirms, onRecord, told } = await opened(database().db);
    await world.register(second.chat);
    await second.writes(noura);
    expect(await asks(second)).toContain("your own record");
    expect(await asks(agent)).toContain("Nobody else of the team");
    const third = await world.seat(4, "agent");
    expect(await asks(agent)).toContain("asked to confirm");
    expect((await told(second.chat)).filter((each) => each.includes("asks to change"))).toEqual([]);
    expect(await confirms(second)).toContain("your own record");
    expect(await onRecord()).toBe("+96550001234");
    expect(await confirms(third)).toContain("is changed");
  });
});
