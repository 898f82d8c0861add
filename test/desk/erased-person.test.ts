// Somebody who erases their data is nobody's case any more, wherever the desk was with them.
import { expect, it } from "vitest";
import { eraseEverywhere } from "../../src/compose/leaving.js";
import { createPeople } from "../../src/records/people.js";
import type { ChatKey } from "../../src/turns/session-store.js";
import { describeEachDatabase, testReplan, testVault } from "../support/databases.js";
import { createHandoffWorld, type HandoffWorld } from "../support/handoff-world.js";
import { minute, row, toStaff } from "../support/people-world.js";

const plain = (text: string) => text.replace(/[\u2066-\u2069]/gu, "");
const inGroup = (world: HandoffWorld) => world.phone(world.groupKey).map(({ text }) => plain(text));
const standsInGroup = (world: HandoffWorld) =>
  world.phone(world.groupKey).flatMap(({ text, isRemoved }) => (isRemoved ? [] : [plain(text)]));
const inTopic = { message_thread_id: 1, is_topic_message: true };
const ended = "The person erased their data; this case is closed.";

describeEachDatabase("a person who leaves while the desk is with them", (database) => {
  /** The person is on record, has asked for somebody, and has another chat from which they can leave. */
  async function asked() {
    const world = await createHandoffWorld(database().db);
    await world.import(row());
    await world.chat("700");
    await world.register(world.person);
    const other = await world.chat("701");
    await world.register(other);
    const agent = await world.seat(2, "agent");
    await world.says({ kind: "command", command: "human" });
    await world.look();
    const { id } = await world.db.selectFrom("handoffs").select("id").executeTakeFirstOrThrow();
    return { world, agent, other, id };
  }
  /** In a turn of that chat. */
  async function leaves({ db, sessions, clock }: HandoffWorld, chat: ChatKey) {
    const opened = await sessions.open(chat, `leaves ${crypto.randomUUID()}`, { ms: minute });
    if (opened.kind !== "open") throw new Error(`the chat is ${opened.kind}`);
    const fence = { chat, token: opened.token };
    const parts = { db, vault: testVault, replan: testReplan, toStaff, baseUrl: "" };
    const erased = await eraseEverywhere(sessions, createPeople(parts, { fence, now: clock.now() }), "e");
    await sessions.release(fence);
    return erased;
  }
  const standing = (world: HandoffWorld) =>
    world.db.selectFrom("handoffs").select(["state", "close_reason", "closed_at"]).executeTakeFirstOrThrow();
  /** All that the outbox keeps, open. */
  const kept = async ({ db }: HandoffWorld) =>
    (await db.selectFrom("outbox").select("message_sealed").execute())
      .map(({ message_sealed }) => testVault.seal.open(message_sealed, "outbox.message_sealed"))
      .join("\n");

  it("has their chat back with the bot, and the group is told that it is over, without a name", async () => {
    const { world, agent, other, id } = await asked();
    await agent.pressesIn(world.group, `desk:handoff:claimed:${id}`);
    await world.says("my maid is called Grace");
    await agent.writesIn(world.group, "I see, Noura", inTopic);
    await agent.writesIn(world.group, "// Noura sounds upset", inTopic);
    await world.send();
    await world.says("this has not gone out");
    const [card] = world.phone(world.groupKey);
    expect(plain(card?.text ?? "")).toContain("civil ID ends in");
    await leaves(world, other);
    expect(await standing(world)).toEqual({ state: "bot", close_reason: "erased", closed_at: world.clock.now() });
    expect(await world.desk.handoffs.list()).toEqual([]);
    await world.send();
    await world.look();
    await world.send();
    expect(inGroup(world).filter((text) => text === ended)).toHaveLength(2);
    expect(plain(card?.text ?? "")).toBe(ended);
    expect(world.phone(world.groupKey).at(-1)?.message).toMatchObject({ thread: "1", buttons: [] });
    expect(inGroup(world)).not.toContain("this has not gone out");
    expect(standsInGroup(world).some((text) => text.includes("Grace"))).toBe(false);
    expect(await kept(world)).not.toMatch(/Grace|Noura|not gone out/u);
    const notes = await world.db.selectFrom("handoff_events").select("note_sealed").execute();
    expect(notes.every(({ note_sealed }) => note_sealed === null)).toBe(true);
    const about = await world.db.selectFrom("handoffs").select("about_sealed").execute();
    expect(about).toEqual([{ about_sealed: null }]);
    await world.says("hello");
    expect(world.phone(world.person).at(-1)).toMatchObject({
      by: "reply",
      text: expect.stringContaining("did not understand"),
    });
    const said = await agent.writesIn(world.group, "are you there?", inTopic);
    expect(said?.map(({ text }) => text)).toEqual([expect.stringContaining("Not sent")]);
  });

  it("does not wait for anybody any more, once", async () => {
    const { world } = await asked();
    await world.send();
    expect(await leaves(world, world.person)).toEqual({ keptUntilClosed: false });
    expect(await leaves(world, world.person)).toEqual({ keptUntilClosed: false });
    expect(await standing(world)).toMatchObject({ state: "bot", close_reason: "erased" });
    await world.send();
    expect(inGroup(world).filter((text) => text === ended)).toHaveLength(2);
  });

  it("leaves nothing of an earlier case behind, of which nobody is told again", async () => {
    const { world, agent, id } = await asked();
    await agent.pressesIn(world.group, `desk:handoff:claimed:${id}`);
    await world.says("my maid is called Grace");
    await agent.pressesIn(world.group, `desk:handoff:closed:${id}:solved`);
    await world.send();
    expect(standsInGroup(world)).toContain("my maid is called Grace");
    await leaves(world, world.person);
    await world.send();
    expect(await standing(world)).toMatchObject({ close_reason: "solved" });
    // The card alone, which told who it was.
    expect(inGroup(world).filter((text) => text === ended)).toEqual([
      plain(world.phone(world.groupKey)[0]?.text ?? ""),
    ]);
    expect(standsInGroup(world)).not.toContain("my maid is called Grace");
    expect(await kept(world)).not.toContain("Grace");
  });
});
