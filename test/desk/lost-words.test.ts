// Words between a person and the desk that do not arrive: nobody is left to believe that they did, and none of a person's is lost unseen.
import { expect, it } from "vitest";
import type { Outcome } from "../../src/messages/outbox.js";
import { describeEachDatabase } from "../support/databases.js";
import type { Member } from "../support/desk-world.js";
import { createHandoffWorld, type HandoffWorld } from "../support/handoff-world.js";

const plain = (text: string) => text.replace(/[\u2066-\u2069]/gu, "");
const inGroup = (world: HandoffWorld) => world.phone(world.groupKey).map(({ text }) => plain(text));
const privately = (world: HandoffWorld, member: Member) => world.phone(member.chat).map(({ text }) => plain(text));
const inTopic = { message_thread_id: 1, is_topic_message: true };
const only = async (world: HandoffWorld) =>
  (await world.db.selectFrom("handoffs").select("id").executeTakeFirstOrThrow()).id;

describeEachDatabase("words that did not arrive", (database) => {
  /** Agent 2 has the chat, and all said so far is delivered. */
  async function talking(hasTopics = true) {
    const world = await createHandoffWorld(database().db, hasTopics);
    await world.chat("1");
    const agent = await world.seat(2, "agent");
    await world.says({ kind: "command", command: "human" });
    await world.look();
    await agent.pressesIn(world.group, `desk:handoff:claimed:${await only(world)}`);
    await world.send();
    /** What ends so, and what is sent and seen to until nothing is left to do. */
    const ending = async (fate: HandoffWorld["fate"]) => {
      world.fate = fate;
      for (let round = 0; round < 6; round += 1) {
        await world.send();
        await world.look();
      }
    };
    const atPerson =
      (kind: Exclude<Outcome["kind"], "sent" | "later">): HandoffWorld["fate"] =>
      (chat) =>
        chat === world.person ? { kind } : undefined;
    const atGroup =
      (kind: Exclude<Outcome["kind"], "sent" | "later">, when: (text: string) => boolean): HandoffWorld["fate"] =>
      (chat, { text }) =>
        chat === world.groupKey && when(text) ? { kind } : undefined;
    return { world, agent, supervisor: world.member(1), ending, atPerson, atGroup };
  }

  it.each([
    ["unreachable", "blocked the bot"],
    ["failed", "not taken"],
    ["unknown", "Ask the person whether it arrived"],
  ] as const)("of an agent's to a person (%s) are told under them, once, with what to do", async (kind, said) => {
    const { world, agent, ending, atPerson } = await talking();
    await agent.writesIn(world.group, "hello", { ...inTopic, message_id: 50 });
    await ending(atPerson(kind));
    const told = world.phone(world.groupKey).filter(({ text }) => text.includes("⚠️"));
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining(said)]);
    expect(told[0]?.message).toMatchObject({ thread: "1", replyTo: "50" });
  });

  it("are told as well when their sender died with them", async () => {
    const { world, agent, ending } = await talking();
    await agent.writesIn(world.group, "hello", { ...inTopic, message_id: 50 });
    const [item] = await world.store.claim("telegram", 1, 60_000);
    await world.store.markSending([item?.id ?? ""]);
    await world.db
      .updateTable("outbox")
      .set({ leased_until: new Date(0) })
      .where("state", "=", "sending")
      .execute();
    await world.store.recoverCrashed();
    await ending(() => undefined);
    expect(inGroup(world).filter((text) => text.includes("Perhaps not delivered"))).toHaveLength(1);
    expect(world.phone(world.person).map(({ text }) => text)).not.toContain("hello");
  });

  it("stand as an answer to the agent's words where there are no topics", async () => {
    const { world, agent, ending, atPerson } = await talking(false);
    const [card] = world.phone(world.groupKey);
    await agent.writesIn(world.group, "hello", { message_id: 51, reply_to_message: { message_id: Number(card?.id) } });
    await ending(atPerson("failed"));
    expect(world.phone(world.groupKey).at(-1)?.message.replyTo).toBe("51");
  });

  it("of a change and of a withdrawal are told, too; not of the withdrawal of what never arrived", async () => {
    const { world, agent, ending, atPerson } = await talking();
    const writes = (text: string, id: number, more = {}) =>
      agent.writesIn(world.group, text, { ...inTopic, message_id: id, ...more });
    const withdraws = (id: number) =>
      agent.writesIn(world.group, "/withdraw", { ...inTopic, reply_to_message: { message_id: id } });
    await writes("helo", 60);
    await world.send();
    await writes("hello", 60, { edits: true });
    await withdraws(60);
    await ending(atPerson("failed"));
    expect(inGroup(world).filter((text) => text.includes("⚠️"))).toEqual([
      expect.stringContaining("Your change may not"),
      expect.stringContaining("Not withdrawn for certain"),
    ]);
    await writes("never there", 61);
    await withdraws(61);
    await ending(atPerson("failed"));
    expect(inGroup(world).filter((text) => text.includes("⚠️"))).toHaveLength(2);
  });

  it("of a person's are shown once more in the group when nobody knows whether they were", async () => {
    const { world, ending, atGroup } = await talking();
    await world.says("my policy is late");
    await ending(atGroup("unknown", (text) => text === "my policy is late"));
    expect(inGroup(world).filter((text) => text.includes("my policy is late"))).toEqual([
      "(Perhaps shown here before:)\nmy policy is late",
    ]);
  });

  it("of a person's follow into a new topic, in order and under a new card, when theirs is gone", async () => {
    const { world, agent, ending } = await talking();
    for (const word of ["first", "second"]) await world.says(word);
    await ending((chat, { thread }) => (chat === world.groupKey && thread === "1" ? { kind: "misplaced" } : undefined));
    expect(world.topics).toHaveLength(2);
    const there = world.phone(world.groupKey).filter(({ message }) => message.thread === "2");
    expect(there.map(({ text }) => plain(text))).toEqual([
      expect.stringContaining("asked for a person"),
      "first",
      "second",
    ]);
    await agent.writesIn(world.group, "I see both", { message_thread_id: 2, is_topic_message: true });
    await world.send();
    expect(world.phone(world.person).at(-1)?.text).toBe("I see both");
  });

  it("of a person's that cannot be shown at all are asked for again; of ours, supervisors look after the group", async () => {
    const { world, supervisor, ending, atGroup } = await talking();
    await world.says("odd");
    await ending(atGroup("failed", (text) => text === "odd"));
    expect(inGroup(world).filter((text) => text.includes("⚠️"))).toEqual([
      expect.stringContaining("could not be shown here"),
    ]);
    await world.says("anything");
    await ending(atGroup("failed", () => true));
    expect(privately(world, supervisor)).toEqual([expect.stringContaining("cannot be shown in the team's group")]);
  });

  it("of a person's wait while the bot may not write in the group; supervisors are told why, once, and words come when it may", async () => {
    const { world, agent, supervisor, ending } = await talking();
    const muted: HandoffWorld["fate"] = (chat) =>
      chat === world.groupKey ? { kind: "unreachable", isMuted: true } : undefined;
    world.mayWrite = false;
    for (const word of ["one", "two"]) {
      await world.says(word);
      await ending(muted);
      world.clock.advance(60_000);
      // What is said in the group tells nothing of the bot's right to answer.
      await world.chats.markReachable(world.groupKey, world.clock.now());
    }
    expect(privately(world, supervisor)).toEqual([expect.stringContaining("may not write there")]);
    await agent.writesIn(world.group, "I cannot see you", { ...inTopic, message_id: 80 });
    await ending(muted);
    expect(world.phone(world.person).at(-1)?.text).toBe("I cannot see you");
    world.mayWrite = true;
    world.clock.advance(60_000);
    await world.look();
    // It was a moment only: nothing is lost by it, and nobody is told again.
    await ending(muted);
    world.clock.advance(60_000);
    await ending(() => undefined);
    expect(inGroup(world).slice(-2)).toEqual(["one", "two"]);
    expect(privately(world, supervisor)).toHaveLength(1);
    const group = await world.db.selectFrom("chats").select("muted_at").where("chat", "=", world.groupKey).execute();
    expect(group).toEqual([{ muted_at: null }]);
  });

  it("of a person's wait while the bot is out of the group, of which supervisors are told once, and then are shown", async () => {
    const { world, supervisor, ending, atGroup } = await talking();
    await world.says("one");
    await ending(atGroup("unreachable", () => true));
    await world.says("two");
    await ending(atGroup("unreachable", () => true));
    expect(privately(world, supervisor)).toEqual([expect.stringContaining("cannot write in the team's group")]);
    expect(inGroup(world)).not.toContain("one");
    await world.chats.markReachable(world.groupKey, world.clock.now());
    await ending(() => undefined);
    expect(inGroup(world).slice(-2)).toEqual(["one", "two"]);
  });
});
