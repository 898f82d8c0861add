// Supervisors see what each of the team looked at, masked, and who opened full values without consent; that they do is noted as well.
import { expect, it } from "vitest";
import { describeEachDatabase } from "../support/databases.js";
import { createDeskWorld, type Said } from "../support/desk-world.js";
import { maria, minute, noura, row, stranger } from "../support/people-world.js";

const text = (said: Said) => (said ?? []).map((each) => each.text.replace(/[\u2066-\u2069]/gu, "")).join("\n");
const data = (said: Said) =>
  said?.flatMap(({ buttons }) => buttons.flat().flatMap((button) => ("data" in button ? [button.data] : []))) ?? [];
const day = 24 * 60 * minute;

describeEachDatabase("the team's access log", (database) => {
  async function start() {
    const world = createDeskWorld(database().db);
    await world.import(row());
    const [supervisor, agent, other] = [
      await world.seat(1, "supervisor"),
      await world.seat(2, "agent"),
      await world.seat(3, "agent"),
    ];
    const { id: sponsor } = await world.db.selectFrom("sponsors").select("id").executeTakeFirstOrThrow();
    const idOf = async (member: typeof agent) => (await world.desk.staff.of(member.chat))?.id ?? 0;
    const breaks = async (member: typeof agent, reason: string) => {
      await member.writes(noura);
      await member.presses(`desk:consent:break:${sponsor}`);
      await member.writes(reason);
    };
    const [log, otherLog] = [`desk:log:${await idOf(agent)}:0`, `desk:log:${await idOf(other)}:0`];
    return { world, supervisor, agent, other, sponsor, log, otherLog, breaks };
  }

  it("shows a member's looks with when, what, whom and why, the newest first, and no full value", async () => {
    const { world, supervisor, agent, log, breaks } = await start();
    await agent.writes(maria);
    await agent.writes(stranger);
    world.clock.advance(minute);
    await breaks(agent, `A hospital asks for ${noura}`);
    const shown = text(await supervisor.presses(log));
    const rows = shown.split("\n").filter((each) => each.startsWith("•"));
    const person = `, person …${noura.slice(-4)}`;
    expect(rows.map((each) => each.replace(/^• .*?\d\d:\d\d: /u, ""))).toEqual([
      `opened full values without consent${person}`,
      `looked up by civil ID${person}`,
      "looked up, and found nobody",
      `looked up by civil ID${person}`,
    ]);
    expect(shown).toContain("Reason given: A hospital asks for ");
    for (const full of [noura, maria, stranger, "Noura", "Maria"]) expect(shown).not.toContain(full);
  });

  it("shows in one list who opened full values without consent in the last seven days", async () => {
    const { world, supervisor, agent, other, breaks } = await start();
    await breaks(agent, "Long before this week began");
    world.clock.advance(7 * day);
    expect(text(await supervisor.presses("desk:log:glass:0"))).toContain("Nobody has opened full values");
    await breaks(other, "A hospital asks for her");
    const shown = text(await supervisor.presses("desk:log:glass:0"));
    expect(shown).toMatch(/Member 3, person …\d{4}\nReason given: A hospital asks for her/u);
    expect(shown).not.toContain("Member 2");
  });

  it("is read in pages to its end", async () => {
    const { supervisor, agent, log, otherLog } = await start();
    for (let n = 0; n < 25; n += 1) await agent.writes(n % 2 === 0 ? noura : maria);
    const lengths: number[] = [];
    for (let next: string | undefined = log; next !== undefined; ) {
      const shown: Said = await supervisor.presses(next);
      lengths.push(
        text(shown)
          .split("\n")
          .filter((each) => each.startsWith("•")).length,
      );
      next = data(shown).find((each) => each.startsWith("desk:log:"));
    }
    expect(lengths).toEqual([10, 10, 5]);
    expect(text(await supervisor.presses(otherLog))).toContain("Nothing stands in the access log of Member 3");
  });

  it("leaves nothing out where two who write at once differ in their instants", async () => {
    const { world, supervisor, agent, log } = await start();
    for (let n = 0; n < 3; n += 1) await agent.writes(noura);
    const at = world.clock.now();
    world.clock.advance(1_000);
    await agent.writes(maria);
    const staff_id = (await world.desk.staff.of(agent.chat))?.id ?? 0;
    await world.db.insertInto("access_log").values({ at, staff_id, what: "no-match", effect_key: "late" }).execute();
    for (let n = 0; n < 9; n += 1) await agent.writes(noura);
    let seen = 0;
    for (let next: string | undefined = log; next !== undefined; ) {
      const shown: Said = await supervisor.presses(next);
      seen += text(shown)
        .split("\n")
        .filter((each) => each.startsWith("•")).length;
      next = data(shown).find((each) => each.startsWith("desk:log:"));
    }
    expect(seen).toBe(14);
  });

  it("stays for supervisors once its member was removed, who is found on a list of their own", async () => {
    const { world, supervisor, agent, log } = await start();
    await agent.writes(noura);
    expect(data(await supervisor.writes("/desk"))).not.toContain("desk:removed:0");
    const id = (await world.desk.staff.of(agent.chat))?.id;
    expect(data(await supervisor.presses(`desk:staff:removed:${id}`))).toContain("desk:removed:0");
    const removed = await supervisor.presses("desk:removed:0");
    expect(text(removed)).toContain("Member 2");
    const member = await supervisor.presses(`desk:member:${id}`);
    expect(data(member)).toEqual([log, "desk:removed:0"]);
    expect(data(await supervisor.presses(`desk:dismiss:${id}`))).toEqual(data(member));
    expect(text(await supervisor.presses(log))).toContain("looked up by civil ID");
    expect(data(removed)).toEqual([`desk:member:${id}`, "desk:team:0"]);
  });

  it("shows a chat that was taken over by its number, and that the log itself was read", async () => {
    const { world, supervisor, log } = await start();
    await supervisor.presses(log);
    const own = (await world.desk.staff.of(supervisor.chat))?.id;
    expect(text(await supervisor.presses(`desk:log:${own}:0`))).toContain("read the team's access log");
  });

  it("is for supervisors at work alone: nothing is shown or noted otherwise", async () => {
    const { world, supervisor, agent, log } = await start();
    expect(await agent.presses(log)).toBeUndefined();
    expect(await world.member(9).presses("desk:log:glass:0")).toBeUndefined();
    const by = await world.desk.staff.of(agent.chat);
    if (by === undefined) throw new Error("they are of the staff");
    expect(await world.desk.teamLog.read({ whose: by.id }, by, "by hand")).toBeUndefined();
    const gone = { ...by, id: 999_999, role: "supervisor" } as const;
    expect(await world.desk.teamLog.read({ whose: by.id }, gone, "by hand")).toBeUndefined();
    expect(text(await supervisor.presses("desk:log:999999:0"))).toContain("no longer of the team");
    expect(await world.db.selectFrom("access_log").select("id").execute()).toEqual([]);
  });
});
