// Operators see how the desk stands: who waits, who has been waiting too long, and what is late or lost.
import { expect, it } from "vitest";
import { countDesk } from "../../../src/records/desk/count-desk.js";
import { describeEachDatabase } from "../../support/databases.js";
import { createHandoffWorld } from "../../support/handoff-world.js";
import { minute } from "../../support/people-world.js";

describeEachDatabase("the desk's figures", (database) => {
  it("tell who waits, who has somebody, who has waited for five minutes, and who has no card", async () => {
    const world = await createHandoffWorld(database().db);
    const agent = await world.seat(2, "agent");
    const standing = async () => Object.fromEntries(await countDesk(world.db, world.clock.now()));
    await world.says({ kind: "command", command: "human" });
    expect(await standing()).toMatchObject({ "handoffs-waiting": 1, "handoffs-without-card": 1, "handoffs-owned": 0 });
    await world.look();
    expect(await standing()).toMatchObject({ "handoffs-without-card": 0, "handoffs-unclaimed": 0 });
    world.clock.advance(5 * minute);
    expect(await standing()).toMatchObject({ "handoffs-waiting": 1, "handoffs-unclaimed": 1 });
    const [handoff] = await world.desk.handoffs.list();
    await agent.pressesIn(world.group, `desk:handoff:claimed:${handoff?.id}`);
    expect(await standing()).toMatchObject({ "handoffs-waiting": 0, "handoffs-unclaimed": 0, "handoffs-owned": 1 });
  });

  it("tell what was lost until the desk is told of it", async () => {
    const world = await createHandoffWorld(database().db);
    const { db, clock } = world;
    const agent = await world.seat(2, "agent");
    await world.says({ kind: "command", command: "human" });
    await world.look();
    const [handoff] = await world.desk.handoffs.list();
    await agent.pressesIn(world.group, `desk:handoff:claimed:${handoff?.id}`);
    await world.send();
    await agent.writesIn(world.group, "lost", { message_thread_id: 1, is_topic_message: true });
    world.fate = (chat) => (chat === world.person ? { kind: "unknown" } : undefined);
    await world.send();
    const standing = async (what: string) => (await countDesk(db, clock.now())).get(what);
    expect(await standing("words-lost")).toBe(1);
    await world.look();
    expect(await standing("words-lost")).toBe(0);
  });
});
