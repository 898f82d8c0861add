// A handoff's card: one topic, whoever comes at once or dies in between, and a group that throttles or refuses is treated as it asks.
import { sql } from "kysely";
import { expect, it } from "vitest";
import { awaitCard, ensureCard, type OpenTopic } from "../../src/desk/cards.js";
import { createGuard, lookAfterHandoffs } from "../../src/desk/watch-handoffs.js";
import { runningTime } from "../../src/messages/pace.js";
import { describeEachDatabase } from "../support/databases.js";
import { createHandoffWorld, type HandoffWorld } from "../support/handoff-world.js";
import { keptLog, silentLog } from "../support/log.js";
import { only, talking } from "../support/talking.js";

const asks = (world: HandoffWorld) => world.says({ kind: "command", command: "human" });
async function newest(world: HandoffWorld): Promise<number> {
  return (await world.desk.handoffs.list()).at(-1)?.id ?? 0;
}
/** As long after as a process that died would have had. */
const leaseEnds = ({ db }: HandoffWorld) =>
  sql`update handoffs set topic_leased_until = topic_leased_until - interval '15 seconds'`.execute(db);
const pauseEnds = ({ db }: HandoffWorld) =>
  sql`update group_pace set paused_until = paused_until - interval '40 seconds'`.execute(db);
async function cardsIn(world: HandoffWorld) {
  await world.send();
  return world.phone(world.groupKey).filter(({ text }) => text.includes("asked for a person"));
}

describeEachDatabase("a card", (database) => {
  /** A channel that is slow to open topics, asked by as many processes as are wanted. */
  async function start(open?: OpenTopic) {
    const world = await createHandoffWorld(database().db);
    const opened: string[] = [];
    const openTopic: OpenTopic =
      open ??
      (async (_group, title) => {
        await new Promise((resolve) => setTimeout(resolve, 100));
        return { ok: true, thread: `${opened.push(title)}` };
      });
    await asks(world);
    const kept = keptLog();
    const parts = { cards: world.cards, openTopic, log: kept.log, time: runningTime };
    return { world, opened, parts, kept, id: await newest(world) };
  }

  it("has one topic, opened once, when eight come for it at once; who waits for it finds it there", async () => {
    const { world, opened, parts, id } = await start();
    const found = await Promise.all(Array.from({ length: 8 }, () => awaitCard(parts, id)));
    expect(found).toEqual(Array.from({ length: 8 }, () => true));
    expect(opened).toHaveLength(1);
    expect(await cardsIn(world)).toMatchObject([{ message: { thread: "1" } }]);
  });

  it("is posted by another when who would open its topic has died, and not before", async () => {
    const { world, opened, parts, id } = await start();
    expect(await world.cards.claimTopic(id)).toMatchObject({ kind: "mine", title: expect.stringContaining("Guest") });
    expect(await ensureCard(parts, id)).toBe("taken");
    expect(opened).toEqual([]);
    await leaseEnds(world);
    expect(await ensureCard(parts, id)).toBe("posted");
    expect(opened).toHaveLength(1);
    expect(await cardsIn(world)).toHaveLength(1);
  });

  it("is not asked for again while the group is throttled, by nobody and for no handoff", async () => {
    let calls = 0;
    const throttled: OpenTopic = async () => {
      calls += 1;
      return calls === 1 ? { ok: false, reason: "throttled", retryAfterMs: 40_000 } : { ok: true, thread: "5" };
    };
    const { world, parts, id } = await start(throttled);
    expect(await ensureCard(parts, id)).toBe("later");
    await leaseEnds(world);
    world.become("701");
    await asks(world);
    expect([await ensureCard(parts, id), await ensureCard(parts, await newest(world))]).toEqual(["later", "later"]);
    expect(calls).toBe(1);
    await pauseEnds(world);
    expect(await ensureCard(parts, id)).toBe("posted");
    expect(calls).toBe(2);
  });

  it("stands without a topic where the bot may open none: logged for each, and supervisors are told once a day", async () => {
    let calls = 0;
    const refused: OpenTopic = async () => {
      calls += 1;
      return { ok: false, reason: "refused" };
    };
    const { world, parts, kept, id } = await start(refused);
    await world.chat("1");
    expect(await ensureCard(parts, id)).toBe("posted");
    expect(await ensureCard(parts, id)).toBe("posted");
    world.become("701");
    await asks(world);
    const other = await newest(world);
    expect(await ensureCard(parts, other)).toBe("posted");
    expect(calls).toBe(2);
    expect(kept.lines()).toMatchObject([id, other].map((handoff) => ({ event: "topic-refused", handoff })));
    const cards = await cardsIn(world);
    expect(cards.map(({ message }) => message.thread)).toEqual([undefined, undefined]);
    const told = world.phone(world.member(1).chat).filter(({ text }) => text.includes("may not open topics"));
    expect(told).toHaveLength(1);
  });
});

describeEachDatabase("the watch over handoffs", (database) => {
  it("looks after the others when one cannot be seen to, and says once which it is", async () => {
    const world = await createHandoffWorld(database().db);
    await asks(world);
    const faulty = await newest(world);
    world.become("701");
    await asks(world);
    const whole = await newest(world);
    const kept = keptLog();
    const guard = createGuard(kept.log);
    const of = {
      cards: {
        ...world.cards,
        claimTopic: async (id: number) => {
          if (id === faulty) throw new Error("a fault of ours");
          return world.cards.claimTopic(id);
        },
      },
      openTopic: async () => ({ ok: true, thread: "9" }) as const,
      watch: {
        due: async () => [],
        remind: async () => undefined,
        apologise: async () => undefined,
        tellCaseNews: async () => undefined,
        seeToLost: async () => undefined,
        showFollowing: async () => undefined,
      },
      handoffs: world.desk.handoffs,
      muted: { toAsk: async () => undefined, mayWriteAgain: async () => undefined },
      mayWrite: async () => true,
      followed: { next: async () => [], follow: async () => undefined, notRenamed: async () => undefined },
      renameTopic: world.renameTopic,
      log: silentLog,
    };
    for (let look = 0; look < 3; look += 1) {
      await lookAfterHandoffs(of, guard);
      guard.endLook();
      await leaseEnds(world);
    }
    expect(await world.cards.withoutCard()).toEqual([faulty]);
    expect(await cardsIn(world)).toMatchObject([{ text: expect.stringContaining(`\u2068${whole}\u2069`) }]);
    expect(kept.lines()).toMatchObject([{ event: "handoff-not-seen-to", handoff: faulty }]);
  });

  it("stays away of a chat that is over, also where an old button is pressed once the team meets elsewhere", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const id = await only(world);
    await agent.pressesIn(world.group, `desk:handoff:closed:${id}:solved`);
    await world.send();
    world.moveTo({ id: -200, isForum: true });
    await world.member(1).writesIn(world.group, "/desk here");
    const before = world.topics.length;
    await agent.presses(`desk:handoff:claimed:${id}`);
    await world.look();
    expect(world.topics).toHaveLength(before);
  });
});
