// A topic of the team's group is closed once its talk is over and all that belongs there has come; never another one.
import { expect, it } from "vitest";
import { type CloseTopic, closeNext, noteMs } from "../../src/desk/close-topics.js";
import { createOverTopics } from "../../src/records/desk/over-topics.js";
import { pauseGroup } from "../../src/records/group-pace.js";
import { describeEachDatabase, testVault } from "../support/databases.js";
import { createHandoffWorld } from "../support/handoff-world.js";
import { keptLog } from "../support/log.js";
import { inTopic, only, talking, texts } from "../support/talking.js";

type Ending = Awaited<ReturnType<CloseTopic>>;

describeEachDatabase("a topic whose talk is over", (database) => {
  async function over() {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const log = keptLog();
    const calls: string[] = [];
    const endings: Ending[] = [];
    const topics = createOverTopics({ db: world.db, vault: testVault, clock: world.clock });
    const closeTopic: CloseTopic = async (group, thread) => {
      calls.push(`${group} ${thread}`);
      return endings.shift() ?? { ok: true };
    };
    const look = () => closeNext({ topics, closeTopic, log: log.log });
    const ends = async () => agent.pressesIn(world.group, `desk:handoff:closed:${await only(world)}:solved`);
    return { world, agent, log, calls, endings, look, ends };
  }

  it("is closed five minutes after its end, once, and not while somebody has it", async () => {
    const { world, calls, look, ends } = await over();
    world.clock.advance(2 * noteMs);
    await look();
    await ends();
    await world.send();
    world.clock.advance(noteMs - 1);
    await look();
    expect(calls).toEqual([]);
    world.clock.advance(1);
    await look();
    await look();
    expect(calls).toEqual(["-100 1"]);
  });

  it("stays open while anything of it is kept, on its way there, or the group is left in peace", async () => {
    const { world, calls, look, ends } = await over();
    for (let n = 1; n <= 6; n += 1) await world.says(`word ${n}`);
    await ends();
    world.clock.advance(2 * noteMs);
    await look();
    await world.send();
    await look();
    expect(calls).toEqual([]);
    await world.look();
    await world.send();
    expect(texts(world, world.groupKey).at(-1)).toMatch(/^\d\d:\d\d · word 5\n\d\d:\d\d · word 6$/u);
    await pauseGroup(world.db, world.groupKey, 60_000);
    await look();
    expect(calls).toEqual([]);
    await world.db.deleteFrom("group_pace").execute();
    await look();
    expect(calls).toEqual(["-100 1"]);
  });

  it("is tried again after an outage or a throttle, and left as it is where the bot may not or somebody was quicker", async () => {
    const { world, log, calls, endings, look, ends } = await over();
    await ends();
    await world.send();
    world.clock.advance(noteMs);
    endings.push({ ok: false, reason: "down" }, { ok: false, reason: "throttled", retryAfterMs: 60_000 });
    await look();
    await look();
    await look();
    expect(calls).toHaveLength(2);
    await world.db.deleteFrom("group_pace").execute();
    endings.push({ ok: false, reason: "refused" });
    await look();
    await look();
    expect(calls).toHaveLength(3);
    expect(log.lines().map(({ event }) => event)).toEqual(["topic-not-closed"]);
  });

  it("is nobody's once the team meets elsewhere, and hears of no note that comes before", async () => {
    const { world, agent, calls, look, ends } = await over();
    await ends();
    await agent.writesIn(world.group, "// done well", inTopic);
    await world.send();
    const elsewhere = { id: -200, isForum: true };
    await world.member(1).writesIn(elsewhere, "/desk here");
    world.clock.advance(noteMs);
    await look();
    expect(calls).toEqual([]);
  });
});
