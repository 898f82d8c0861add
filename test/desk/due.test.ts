// What it was time for when it was looked at is done only if it is time for it still: somebody may have come between.
import { expect, it } from "vitest";
import { describeEachDatabase } from "../support/databases.js";
import { createHandoffWorld } from "../support/handoff-world.js";
import { minute } from "../support/people-world.js";
import { asks, claims, inTopic, only, talking, textOf, texts } from "../support/talking.js";

describeEachDatabase("a look at what is due", (database) => {
  it("tells nobody of a chat that waits, which was taken since", async () => {
    const world = await createHandoffWorld(database().db);
    const agent = await world.seat(2, "agent");
    await asks(world);
    await world.look();
    world.clock.advance(5 * minute);
    expect(await world.watch.due()).toEqual([{ id: await only(world), what: "tell-supervisors" }]);
    await agent.pressesIn(world.group, await claims(world));
    await world.watch.remind(await only(world), "tell-supervisors");
    await world.send();
    expect(texts(world, world.member(1).chat).join("\n")).not.toContain("Nobody has taken");
  });

  it("ends no talk after a day in which a word came since", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    await agent.writesIn(world.group, "Is there anything else?", inTopic);
    world.clock.advance(24 * 60 * minute);
    expect(await world.watch.due()).toMatchObject([{ what: "close" }]);
    await world.says("I am still here");
    const closed = { event: "closed", reason: "day-over" } as const;
    expect(await world.desk.handoffs.move(await only(world), closed, undefined, "k")).toMatchObject({ reason: "gone" });
    expect(await world.desk.handoffs.list()).toMatchObject([{ state: "agent" }]);
  });

  it("takes no chat from a colleague who was given it since its agent left", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent, other } = await talking(world);
    const { staff, handoffs } = world.desk;
    const [boss, left, next] = [
      await staff.of(world.member(1).chat),
      await staff.of(agent.chat),
      await staff.of(other.chat),
    ];
    if (boss === undefined || left === undefined || next === undefined) throw new Error("they are of the staff");
    await staff.change(left.id, "suspended", boss, "s");
    expect(await world.watch.due()).toMatchObject([{ what: "owner-left" }]);
    const id = await only(world);
    expect(await handoffs.move(id, { event: "handed-over", to: next.id }, boss, "g")).toMatchObject({ ok: true });
    await handoffs.move(id, { event: "put-back" }, undefined, "k");
    expect(await handoffs.list()).toMatchObject([{ state: "agent", owner: { id: next.id } }]);
  });
});

describeEachDatabase("a step that was refused", (database) => {
  /** A claim of what a colleague has, who puts it back then; `claims` is the same update again. */
  async function refusedOnce() {
    const world = await createHandoffWorld(database().db);
    const { agent, other } = await talking(world);
    const { staff, handoffs } = world.desk;
    const [owner, by] = [await staff.of(agent.chat), await staff.of(other.chat)];
    const id = await only(world);
    const claims = () => handoffs.move(id, { event: "claimed" }, by, "u");
    expect(await claims()).toMatchObject({ ok: false, reason: "owned" });
    await handoffs.move(id, { event: "put-back" }, owner, "back");
    return { world, claims };
  }

  it("is not done later by the same update while a turn of the person's is under way", async () => {
    const { world, claims } = await refusedOnce();
    await world.sessions.open(world.person, "a turn", { ms: 20_000 });
    expect(await claims()).toEqual({ ok: false, reason: "busy" });
  });

  it("leaves its key free: tried again, it is done once it can be", async () => {
    const { claims } = await refusedOnce();
    for (const _time of [1, 2]) expect(await claims()).toMatchObject({ ok: true });
  });

  it("says of a chat that was put back that nobody has it", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent, other } = await talking(world);
    const id = await only(world);
    await agent.pressesIn(world.group, `desk:handoff:put-back:${id}`);
    const to = (await world.desk.staff.of(other.chat))?.id;
    expect(textOf(await agent.pressesIn(world.group, `desk:handoff:to:${id}:${to}`))).toContain("take it first");
  });
});
