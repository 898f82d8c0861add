// What a member of the staff was allowed, has seen or asked for ends with their seat, also when they are back; and consent is asked, given and gone without within bounds.
import { expect, it } from "vitest";
import { createOwnAccess } from "../../src/records/desk/own-access.js";
import { describeEachDatabase, testVault } from "../support/databases.js";
import type { Member } from "../support/desk-world.js";
import { createHandoffWorld } from "../support/handoff-world.js";
import { minute, noura, row } from "../support/people-world.js";
import { inTopic, talking, textOf } from "../support/talking.js";

describeEachDatabase("a member of the staff", (database) => {
  /** Two agents, and a sponsor on record who is proved in the chat 700. */
  async function household() {
    const world = await createHandoffWorld(database().db);
    await world.import(row());
    await world.chat("700");
    await world.register(world.person);
    const [agent, other] = [await world.seat(2, "agent"), await world.seat(3, "agent")];
    const { id: sponsor } = await world.db.selectFrom("sponsors").select("id").executeTakeFirstOrThrow();
    const supervisor = await world.desk.staff.of(world.member(1).chat);
    if (supervisor === undefined) throw new Error("nobody supervises");
    const removes = async ({ chat }: Member) => {
      const { id } = await world.db.selectFrom("staff").select("id").where("chat", "=", chat).executeTakeFirstOrThrow();
      await world.desk.staff.change(id, "removed", supervisor, "removes");
      world.clock.advance(minute);
    };
    const comesBack = async (member: Member) =>
      member.writes(`/start staff_${await world.desk.staff.invite("agent", undefined)}`);
    const answers = async (allowed: boolean) => {
      const deps = { db: world.db, vault: testVault, toStaff: world.renderView, firstLanguage: "en" } as const;
      const { id } = await world.db.selectFrom("consents").select("id").orderBy("id", "desc").executeTakeFirstOrThrow();
      const of = { fence: world.turn(world.person).fence, now: world.clock.now() };
      return createOwnAccess(deps, of).answer(id, allowed);
    };
    const reveals = () => world.db.selectFrom("reveals").select("id").execute();
    return { world, agent, other, sponsor, removes, comesBack, answers, reveals };
  }

  it("whose seat was lost has no consent any more that was given before", async () => {
    const { agent, sponsor, removes, comesBack, answers, reveals } = await household();
    await agent.writes(noura);
    await agent.presses(`desk:consent:ask:${sponsor}`);
    expect(await answers(true)).toBe("taken");
    await removes(agent);
    await comesBack(agent);
    await agent.presses(`desk:consent:show:${sponsor}`);
    expect(await reveals()).toEqual([]);
  });

  it("whose seat was lost acts on no look of before", async () => {
    const { agent, sponsor, removes, comesBack, reveals } = await household();
    await agent.writes(noura);
    await removes(agent);
    await comesBack(agent);
    await agent.presses(`desk:consent:break:${sponsor}`);
    expect(textOf(await agent.writes("A hospital asks for her number"))).toContain("Look the person up again");
    expect(await reveals()).toEqual([]);
  });

  it("whose seat was lost has asked for no phone that a colleague could still confirm", async () => {
    const { world, agent, other, sponsor, removes } = await household();
    await agent.writes(noura);
    await agent.presses(`desk:phone:correct:${sponsor}`);
    await agent.writes("5555 0001");
    await removes(agent);
    const { id } = await world.db.selectFrom("phone_corrections").select("id").executeTakeFirstOrThrow();
    await other.presses(`desk:phone:confirm:${id}`);
    const { phone_sealed } = await world.db.selectFrom("sponsors").select("phone_sealed").executeTakeFirstOrThrow();
    expect(testVault.seal.open(phone_sealed, "sponsors.phone_sealed")).toBe("+96550001234");
  });

  it("names no group in the turn in which they lost their seat, and a naming that comes again names none anew", async () => {
    const { world } = await household();
    const late = await world.seat(5, "supervisor");
    const [by, first] = [await world.desk.staff.of(late.chat), await world.desk.staff.of(world.member(1).chat)];
    if (by === undefined || first === undefined) throw new Error("both supervise");
    const group = async (id: string) =>
      ({ chat: await world.chat(id), hasTopics: true, language: "en", id, title: id }) as const;
    const [one, two] = [await group("-201"), await group("-202")];
    await world.desk.groups.name(one, first, "k1");
    await world.desk.groups.name(two, first, "k2");
    await world.desk.groups.name(one, first, "k1");
    await world.desk.staff.change(by.id, "suspended", first, "suspends");
    await world.desk.groups.name(one, by, "k3");
    expect((await world.desk.staff.group())?.chat).toBe(two.chat);
  });

  it("asks nobody again who has just refused, until a quarter of an hour is over", async () => {
    const { world, agent, sponsor, answers } = await household();
    await agent.writes(noura);
    await agent.presses(`desk:consent:ask:${sponsor}`);
    await answers(false);
    expect(textOf(await agent.presses(`desk:consent:ask:${sponsor}`))).toContain("has just refused");
    world.clock.advance(16 * minute);
    expect(textOf(await agent.presses(`desk:consent:ask:${sponsor}`))).toContain("is asked in their own chat");
  });

  it("holds a consent for a quarter of an hour from its answer, not from its question", async () => {
    const { world, agent, sponsor, answers, reveals } = await household();
    await agent.writes(noura);
    await agent.presses(`desk:consent:ask:${sponsor}`);
    world.clock.advance(14 * minute);
    await answers(true);
    world.clock.advance(14 * minute);
    await agent.presses(`desk:consent:show:${sponsor}`);
    expect(await reveals()).toHaveLength(1);
    world.clock.advance(2 * minute);
    await agent.presses(`desk:consent:show:${sponsor}`);
    expect(await reveals()).toHaveLength(1);
  });

  it("breaks no glass where no supervisor would read why", async () => {
    const { world, agent, sponsor, reveals } = await household();
    await agent.writes(noura);
    await world.db.updateTable("staff").set({ state: "suspended" }).where("role", "=", "supervisor").execute();
    await agent.presses(`desk:consent:break:${sponsor}`);
    expect(textOf(await agent.writes("A hospital asks for her number"))).toContain("Nothing is shown");
    expect(await reveals()).toEqual([]);
    const log = await world.db.selectFrom("access_log").select("what").orderBy("id").execute();
    expect(log.map(({ what }) => what)).toEqual(["looked", "refused"]);
  });
});

describeEachDatabase("a talk into which a colleague sends something on the person's call", (database) => {
  it("hears it marked, as all that comes by itself", async () => {
    const world = await createHandoffWorld(database().db);
    await world.import(row());
    await world.chat("700");
    await world.register(world.person);
    const { agent, other } = await talking(world);
    await other.writes(noura);
    const { id } = await world.db.selectFrom("sponsors").select("id").executeTakeFirstOrThrow();
    const before = world.phone(world.person).length;
    await other.presses(`desk:act:link:${id}`);
    await agent.writesIn(world.group, "There it is", inTopic);
    await world.send();
    const came = world
      .phone(world.person)
      .slice(before)
      .map(({ text }) => text);
    expect(came).toEqual([expect.stringMatching(/^\(automatic\) /u), "There it is"]);
  });
});
