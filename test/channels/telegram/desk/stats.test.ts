// "/stats" for the staff, in private and in their group: a table in words and figures, with its chart.
import { expect, it } from "vitest";
import { describeEachDatabase } from "../../../support/databases.js";
import { createDeskWorld, type DeskWorld, type Said } from "../../../support/desk-world.js";
import { createHandoffWorld } from "../../../support/handoff-world.js";
import { day, minute } from "../../../support/people-world.js";

const text = (said: Said) =>
  said?.map((each) => each.text.replace(/[\u2066-\u2069]/gu, "").replaceAll("\u00a0", " ")).join("\n") ?? "";

async function helped(
  world: DeskWorld,
  staff: number | null,
  more: { answered?: number; closed?: number; helped?: boolean } = {},
) {
  const opened = world.clock.now();
  const after = (minutes: number | undefined) =>
    minutes === undefined ? null : new Date(opened.getTime() + minutes * minute);
  await world.db
    .insertInto("handoffs")
    .values({
      chat: `tg:${Math.random()}`,
      state: more.closed === undefined ? (staff === null ? "queue" : "agent") : "bot",
      staff_id: staff,
      reason: "asked",
      language: "en",
      opened_at: opened,
      first_answer_at: after(more.answered),
      first_answer_by: more.answered === undefined ? null : staff,
      closed_at: after(more.closed),
      helped: more.helped ?? null,
      effect_key: `${Math.random()}`,
    })
    .execute();
}

describeEachDatabase("the desk's statistics", (database) => {
  it("are a table that explains itself, with a chart", async () => {
    const world = createDeskWorld(database().db);
    const agent = await world.seat(1, "agent");
    const { id = 0 } = (await world.desk.staff.of(agent.chat)) ?? {};
    await helped(world, null);
    await helped(world, id, { answered: 1, closed: 10, helped: true });
    world.clock.advance(day);
    await helped(world, id, { answered: 7, closed: 90, helped: false });
    await helped(world, id, { answered: 3 });
    const said = await agent.writes("/stats");
    const shown = text(said);
    expect(shown).toContain("Waiting now: 1. With somebody of the team: 1.");
    expect(shown).toContain("4 people asked for somebody.");
    expect(shown).toContain("First answer: half of them within 3 min, nine in ten within 7 min.");
    expect(shown).toContain("Done: half of them within 10 min, nine in ten within 1 h 30 min.");
    expect(shown).toContain("Did it help? Yes, said 1 of 2.");
    expect(shown).toContain("• Member 1: 3, 3 min, –");
    expect(said).toHaveLength(1);
    expect(said?.[0]?.file).toMatchObject({ name: "desk-2026-11-23.png", mediaType: "image/png" });
  });

  it("count the first answer for whoever gave it, after the chat was handed over", async () => {
    const world = await createHandoffWorld(database().db);
    const [first, second] = [await world.seat(2, "agent"), await world.seat(3, "agent")];
    await world.says({ kind: "command", command: "human" });
    await world.look();
    const { id } = await world.db.selectFrom("handoffs").select("id").executeTakeFirstOrThrow();
    const { id: to } = (await world.desk.staff.of(second.chat)) ?? {};
    const inTopic = { message_thread_id: 1, is_topic_message: true };
    await first.pressesIn(world.group, `desk:handoff:claimed:${id}`);
    world.clock.advance(2 * minute);
    await first.writesIn(world.group, "How can I help?", inTopic);
    await first.pressesIn(world.group, `desk:handoff:to:${id}:${to}`);
    world.clock.advance(3 * minute);
    await second.writesIn(world.group, "I go on.", inTopic);
    await second.pressesIn(world.group, `desk:handoff:closed:${id}:solved`);
    const shown = text(await second.writes("/stats"));
    expect(shown).toContain("• Member 2: 1, 2 min, –");
    expect(shown).toContain("• Member 3: 1, –, 5 min");
  });

  it("leave out what is older than fourteen days, but not who still waits", async () => {
    const world = createDeskWorld(database().db);
    const agent = await world.seat(1, "agent");
    await helped(world, null);
    await helped(world, null, { closed: 5 });
    world.clock.advance(14 * day);
    const said = await agent.writes("/stats");
    expect(text(said)).toContain("Waiting now: 1.");
    expect(text(said)).toContain("Nobody asked for a person in the last 14 days");
    expect(said?.[0]?.file).toBeUndefined();
  });

  it("are told in the staff's own group, in no other, and to nobody else", async () => {
    const world = createDeskWorld(database().db);
    const supervisor = await world.seat(1, "supervisor");
    expect(await supervisor.writesIn({ id: -100 }, "/stats")).toBeUndefined();
    await supervisor.writesIn({ id: -100 }, "/desk here");
    expect(text(await supervisor.writesIn({ id: -100 }, "/stats"))).toContain("Waiting now");
    expect(await supervisor.writesIn({ id: -200 }, "/stats")).toBeUndefined();
    expect(await world.member(9).writesIn({ id: -100 }, "/stats")).toBeUndefined();
    expect(await world.member(9).writes("/stats")).toBeUndefined();
  });

  it("speak Arabic as well", async () => {
    const world = createDeskWorld(database().db);
    await world.seat(1, "agent");
    await helped(world, null, { answered: 2, closed: 5 });
    const shown = text(await world.member(1, "ar").writes("/stats"));
    expect(shown).toContain("في الانتظار الآن: 0");
    expect(shown).toContain("أول رد: نصف الطلبات خلال دقيقتين، و9 من كل 10 خلال دقيقتين.");
  });
});
