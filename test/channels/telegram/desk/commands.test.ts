// The desk's commands: a slash, a button or its word, for those who may and where they may; for everybody else they are not there.
import { expect, it } from "vitest";
import type { StaffRole } from "../../../../src/domain/access.js";
import { describeEachDatabase } from "../../../support/databases.js";
import { createDeskWorld, type Said } from "../../../support/desk-world.js";

const text = (said: Said) => said?.map((each) => each.text).join("\n");
const buttonsOf = (said: Said) =>
  said?.flatMap(({ buttons }) => buttons.flat().flatMap((button) => ("data" in button ? [button] : []))) ?? [];
const commandOf = (data: string) => data.replace("desk:menu:", "/");

const menus: readonly (readonly [StaffRole, readonly string[]])[] = [
  ["agent", ["/lookup", "/queue", "/filings", "/stats"]],
  ["supervisor", ["/lookup", "/queue", "/filings", "/stats", "/invite", "/desk"]],
];

describeEachDatabase("the desk's commands", (database) => {
  it.each(menus)("are the buttons of the help of each role: %s", async (role, commands) => {
    const member = await createDeskWorld(database().db).seat(1, role);
    const menu = buttonsOf(await member.writes("/help"));
    expect(menu.map(({ data }) => commandOf(data))).toEqual(commands);
  });

  it.each(["en", "ar"] as const)("say the same by a slash, a press and the button's word, in %s", async (language) => {
    const world = createDeskWorld(database().db);
    await world.seat(1, "supervisor");
    const member = world.member(1, language);
    const menu = buttonsOf(await member.writes("/help"));
    expect(menu).toHaveLength(6);
    for (const { label, data } of menu) {
      const said = text(await member.writes(commandOf(data)));
      expect(said).toBeTruthy();
      expect(text(await member.presses(data))).toBe(said);
      expect(text(await member.writes(label))).toBe(said);
      expect([...label].length).toBeLessThanOrEqual(20);
    }
  });

  it("are not there for whoever has no role, and a supervisor's are not there for an agent", async () => {
    const world = createDeskWorld(database().db);
    const [agent, stranger] = [await world.seat(1, "agent"), world.member(2)];
    for (const command of ["lookup", "queue", "filings", "stats", "invite", "desk"]) {
      expect(await stranger.writes(`/${command}`)).toBeUndefined();
      expect(await stranger.presses(`desk:menu:${command}`)).toBeUndefined();
    }
    expect(await agent.presses("desk:menu:invite")).toBeUndefined();
    expect(await agent.presses("desk:invite:supervisor")).toBeUndefined();
    expect(await agent.writes("The team")).toBeUndefined();
  });

  it("are heard in the team's group and in no other", async () => {
    const world = createDeskWorld(database().db);
    const supervisor = await world.seat(1, "supervisor");
    await supervisor.writesIn({ id: -100 }, "/desk here");
    for (const command of ["/queue", "/stats"]) {
      expect(await supervisor.writesIn({ id: -100 }, command)).toHaveLength(1);
      expect(await supervisor.writesIn({ id: -300 }, command)).toBeUndefined();
    }
  });

  it("ask whom to invite, and a press gives the link", async () => {
    const world = createDeskWorld(database().db);
    const supervisor = await world.seat(1, "supervisor");
    const [agent] = buttonsOf(await supervisor.writes("/invite"));
    const link = text(await supervisor.presses(agent?.data ?? ""))?.match(/start=(\S+)/u)?.[1];
    const welcome = await world.member(3).writes(`/start ${link}`);
    expect(buttonsOf(welcome).map(({ data }) => commandOf(data))).toContain("/queue");
  });

  it("end the dialogue that they come into, however they are given", async () => {
    const world = createDeskWorld(database().db);
    const agent = await world.seat(1, "agent");
    for (const command of ["/queue", "Figures"]) {
      await agent.presses("desk:consent:break:1");
      expect(text(await agent.writes(command))).toContain("set aside");
      expect(text(await agent.writes(command))).not.toContain("set aside");
    }
  });

  it("know no button whose number was made by hand and is longer than an id", async () => {
    const world = createDeskWorld(database().db);
    const supervisor = await world.seat(1, "supervisor");
    const long = "9".repeat(25);
    await supervisor.writesIn({ id: -100 }, "/desk here");
    for (const data of [
      ...["act:link", "act:stop", "act:quote", "look:again", "case:open", "case:closed", "case:refunded", "stop:1"],
      ...[
        "phone:correct",
        "phone:confirm",
        "consent:ask",
        "consent:show",
        "consent:break",
        "filing:see",
        "filing:page",
      ],
      ...["staff:suspended", "staff:restored", "staff:removed"],
    ])
      expect(await supervisor.presses(`desk:${data}:${long}`), data).toBeUndefined();
    for (const data of [
      "claimed:$",
      "put-back:$",
      "closed:$:solved",
      "to:1:$",
      "to:$:1",
      "close:$",
      "answer:$:greeting",
    ])
      expect(await supervisor.pressesIn({ id: -100 }, `desk:handoff:${data.replace("$", long)}`), data).toBeUndefined();
    expect(await supervisor.pressesIn({ id: -100 }, `desk:handoff:withdraw:${long}`)).toBeUndefined();
    // The longest one that is taken names nobody, and is no fault.
    for (const data of ["act:link", "look:again", "staff:removed", "filing:page", "phone:confirm"])
      expect(await supervisor.presses(`desk:${data}:${"9".repeat(15)}`), data).toBeDefined();
  });
});
