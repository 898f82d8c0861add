// Who belongs to the desk: invited once, seen by supervisors alone, gone at once; and for everybody else it does not exist.
import { expect, it } from "vitest";
import { describeEachDatabase, describeOnPostgres } from "../../../support/databases.js";
import { createDeskWorld, type DeskWorld, type Member, type Said } from "../../../support/desk-world.js";

const text = (said: Said) => said?.map((each) => each.text).join("\n");
const data = (said: Said) =>
  said?.flatMap(({ buttons }) => buttons.flat().flatMap((button) => ("data" in button ? [button.data] : []))) ?? [];

describeEachDatabase("the desk's staff", (database) => {
  it("comes in by an invitation that works once, within a day", async () => {
    const world = createDeskWorld(database().db);
    const token = await world.desk.staff.invite("agent", undefined);
    const [first, second] = [world.member(1), world.member(2)];
    expect(text(await first.writes(`/start staff_${token}`))).toContain("agent");
    expect(await second.writes(`/start staff_${token}`)).toBeUndefined();
    const late = await world.desk.staff.invite("agent", undefined);
    world.clock.advance(24 * 60 * 60_000 + 1);
    expect(await second.writes(`/start staff_${late}`)).toBeUndefined();
    expect((await world.desk.staff.list()).map(({ role, state }) => [role, state])).toEqual([["agent", "active"]]);
  });

  it("is seated once by an update that comes twice", async () => {
    const world = createDeskWorld(database().db);
    const member = world.member(1);
    const token = await world.desk.staff.invite("agent", undefined);
    await member.writes(`/start staff_${token}`);
    expect(text(await member.writes(`/start staff_${token}`))).toContain("agent");
    expect(await world.desk.staff.list()).toHaveLength(1);
  });

  it("is invited by a supervisor, and by nobody else", async () => {
    const world = createDeskWorld(database().db);
    const supervisor = await world.seat(1, "supervisor");
    const agent = await world.seat(2, "agent");
    const link = text(await supervisor.writes("/invite agent"))?.match(/start=(\S+)/u)?.[1];
    expect(text(await world.member(3).writes(`/start ${link}`))).toContain("agent");
    expect(await agent.writes("/invite agent")).toBeUndefined();
    expect(await world.member(4).writes("/invite supervisor")).toBeUndefined();
  });

  it("is suspended, restored and removed by a supervisor, with who did it; nobody does it to themselves", async () => {
    const world = createDeskWorld(database().db);
    const supervisor = await world.seat(1, "supervisor");
    const agent = await world.seat(2, "agent");
    const shown = await supervisor.writes("/desk");
    expect(text(shown)).toContain("Member 2");
    const [see = ""] = data(shown).slice(1);
    const [, suspend = "", dismiss = ""] = data(await supervisor.presses(see));
    expect(text(await supervisor.presses(suspend))).toContain("suspended");
    expect(await agent.writes("/help")).toBeUndefined();
    expect(await world.desk.staff.of(agent.chat)).toBeUndefined();
    const [, restore = ""] = data(await supervisor.presses(see));
    await supervisor.presses(restore);
    expect(text(await agent.writes("/help"))).toContain("agent");
    const asked = await supervisor.presses(dismiss);
    expect(text(asked)).toContain("need a new invitation");
    expect(await world.desk.staff.of(agent.chat)).toBeDefined();
    const [remove = ""] = data(asked);
    await supervisor.presses(remove);
    expect(data(await supervisor.presses(dismiss)).some((each) => each.startsWith("desk:staff"))).toBe(false);
    expect(await world.desk.staff.of(agent.chat)).toBeUndefined();
    expect(await agent.presses(remove)).toBeUndefined();
    const own = await world.desk.staff.of(supervisor.chat);
    expect(text(await supervisor.presses(`desk:staff:removed:${own?.id}`))).toContain("Nothing was changed");
    const events = await world.db.selectFrom("staff_events").select(["event", "by_staff"]).orderBy("id").execute();
    expect(events.map(({ event }) => event)).toEqual([
      "seated-supervisor",
      "seated-agent",
      "suspended",
      "restored",
      "removed",
    ]);
    expect(events.slice(2).every(({ by_staff }) => by_staff === own?.id)).toBe(true);
  });

  it("is shown in pages, however large it is, and to supervisors alone; nobody finds themselves to be changed", async () => {
    const world = createDeskWorld(database().db);
    const [supervisor, agent] = [await world.seat(1, "supervisor"), await world.seat(2, "agent")];
    for (let n = 3; n <= 23; n += 1) await world.seat(n, "agent");
    const seen: string[] = [];
    for (let page = 0; page < 3; page += 1) {
      const shown = await supervisor.presses(`desk:team:${page}`);
      expect(text(shown)).toMatch(/23\S? people/u);
      seen.push(...(text(shown)?.match(/Member \d+/gu) ?? []));
      expect(data(shown).filter((each) => each.startsWith("desk:team:"))).toHaveLength(page === 1 ? 2 : 1);
    }
    expect(seen).toEqual(Array.from({ length: 23 }, (_, at) => `Member ${at + 1}`));
    const [own = ""] = data(await supervisor.writes("/desk"));
    expect(data(await supervisor.presses(own)).filter((each) => /staff|dismiss/u.test(each))).toEqual([]);
    for (const press of ["desk:team:0", own, own.replace("member", "dismiss")])
      expect(await agent.presses(press)).toBeUndefined();
  });

  it("is taken out of the group, too, and whoever sends them away is told so", async () => {
    const world = createDeskWorld(database().db);
    const [supervisor, agent] = [await world.seat(1, "supervisor"), await world.seat(2, "agent")];
    const id = (await world.desk.staff.of(agent.chat))?.id;
    const press = async (change: string) => text(await supervisor.presses(`desk:staff:${change}:${id}`));
    expect(await press("suspended")).not.toContain("team's group");
    await supervisor.writesIn({ id: -100 }, "/desk here");
    expect(await press("restored")).not.toContain("team's group");
    expect(await press("suspended")).toMatch(/The bot takes .*Member 2.* out of the team's group/u);
    expect(await press("removed")).toContain("out of the team's group");
    expect(await press("removed")).not.toContain("out of the team's group");
  });

  it("is brought back neither by their own link nor by one from before they went", async () => {
    const world = createDeskWorld(database().db);
    const [supervisor, other] = [await world.seat(1, "supervisor"), await world.seat(2, "supervisor")];
    for (const change of ["suspended", "removed"] as const) {
      const [own, before] = [await linkBy(other), await linkBy(supervisor)];
      const operators = await world.desk.staff.invite("agent", undefined);
      world.clock.advance(1);
      await changes(supervisor, other, change, world);
      world.clock.advance(1);
      for (const link of [own, before, `staff_${operators}`])
        expect(await other.writes(`/start ${link}`)).toBeUndefined();
      // Nor by a friend whom they bring in.
      expect(await world.member(9).writes(`/start ${own}`)).toBeUndefined();
      expect(await world.desk.staff.of(other.chat)).toBeUndefined();
      expect(text(await other.writes(`/start ${await linkBy(supervisor)}`))).toContain("supervisor");
      expect(await world.member(9).writes(`/start ${own}`)).toBeUndefined();
    }
  });

  it("is told so where they are of the team already; a link makes nobody less, and stays good", async () => {
    const world = createDeskWorld(database().db);
    const [supervisor, agent] = [await world.seat(1, "supervisor"), await world.seat(2, "agent")];
    const link = await linkBy(supervisor, "agent");
    for (const member of [supervisor, agent]) expect(text(await member.writes(`/start ${link}`))).toContain("already");
    expect((await world.desk.staff.list()).map(({ role }) => role)).toEqual(["supervisor", "agent"]);
    expect(text(await world.member(3).writes(`/start ${link}`))).toContain("You are now an agent");
    const raising = await linkBy(supervisor);
    expect(text(await agent.writes(`/start ${raising}`))).toContain("You are now a supervisor");
  });

  it("has a group that a supervisor names, with topics or without", async () => {
    const world = createDeskWorld(database().db);
    const supervisor = await world.seat(1, "supervisor");
    const agent = await world.seat(2, "agent");
    expect(await agent.writesIn({ id: -100 }, "/desk here")).toBeUndefined();
    expect(await world.desk.staff.group()).toBeUndefined();
    expect(text(await supervisor.writesIn({ id: -100 }, "/desk here"))).toContain("no topics");
    expect(await supervisor.writesIn({ id: -200, isForum: true }, "/desk here")).toHaveLength(1);
    expect(await world.desk.staff.group()).toMatchObject({ hasTopics: true });
  });

  it("does not exist for anybody else", async () => {
    const world = createDeskWorld(database().db);
    const stranger = world.member(9);
    for (const word of [
      "/desk",
      "/invite agent",
      "/lookup 1",
      "/queue",
      "/filings",
      "/stats",
      "/help",
      "/start staff_x",
    ])
      expect(await stranger.writes(word)).toBeUndefined();
    expect(await stranger.presses("desk:staff:removed:1")).toBeUndefined();
  });
});

describeOnPostgres("two supervisors who send each other away at once", (database) => {
  it("leave one of them at work", async () => {
    for (let round = 0; round < 10; round += 1) {
      const world = createDeskWorld(database().db);
      const [first, second] = [
        await world.seat(100 + round, "supervisor"),
        await world.seat(200 + round, "supervisor"),
      ];
      const change = round % 2 === 0 ? "removed" : "suspended";
      const [one, other] = await Promise.all([first, second].map(({ chat }) => world.desk.staff.of(chat)));
      if (one === undefined || other === undefined) throw new Error("they are of the staff");
      await Promise.all([
        world.desk.staff.change(other.id, change, one, `one:${round}`),
        world.desk.staff.change(one.id, change, other, `other:${round}`),
      ]);
      const left = [await world.desk.staff.of(first.chat), await world.desk.staff.of(second.chat)];
      expect(left.filter((each) => each !== undefined)).toHaveLength(1);
    }
  });
});

async function linkBy(member: Member, role = "supervisor"): Promise<string> {
  return text(await member.writes(`/invite ${role}`))?.match(/start=(\S+)/u)?.[1] ?? "";
}

async function changes(by: Member, member: Member, change: "suspended" | "removed", world: DeskWorld): Promise<void> {
  const [who, supervisor] = [await world.desk.staff.of(member.chat), await world.desk.staff.of(by.chat)];
  if (who === undefined || supervisor === undefined) throw new Error("they are of the staff");
  await world.desk.staff.change(who.id, change, supervisor, `${change}:${by.id}:${world.clock.now().getTime()}`);
}
