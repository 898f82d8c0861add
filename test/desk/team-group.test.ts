// The desk acts in one group, the team's: what is said in another stays there, and when the team moves, open chats move with it.
import { expect, it } from "vitest";
import { describeEachDatabase } from "../support/databases.js";
import { createHandoffWorld } from "../support/handoff-world.js";
import { asks, claims, inTopic, only, plain, talking, textOf, texts } from "../support/talking.js";

const elsewhere = { id: -555, isForum: true };

describeEachDatabase("the team's group", (database) => {
  it("is the one group in which words reach a person: not a topic, nor an answer, with the same number in another", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const before = texts(world);
    const [card] = world.phone(world.groupKey);
    await agent.writesIn(world.group, "hello", { ...inTopic, message_id: 50 });
    const answering = (id: unknown) => ({ reply_to_message: { message_id: Number(id) } });
    for (const where of [inTopic, answering(card?.id), answering(50)]) {
      expect(await agent.writesIn(elsewhere, "Dinner at eight", where)).toBeUndefined();
      for (const command of ["/give", "/close", "/answers", "/note no", "/withdraw"])
        expect(await agent.writesIn(elsewhere, command, where)).toBeUndefined();
    }
    expect(await agent.pressesIn(elsewhere, `desk:handoff:put-back:${await only(world)}`)).toBeUndefined();
    await world.send();
    expect(texts(world)).toEqual([...before, "hello"]);
    expect((await world.desk.handoffs.list()).map(({ state }) => state)).toEqual(["agent"]);
  });

  it("named anew has a new card and topic for what is open, and everything goes on there; the other supervisors know", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const other = await world.seat(4, "supervisor");
    await world.says("first", { content: { message: "41", text: "first", isEdited: false } });
    await agent.writesIn(world.group, "to be withdrawn?", { ...inTopic, message_id: 60 });
    await world.send();
    await world.says("on its way");
    const oldGroup = texts(world, world.groupKey);
    const newGroup = { id: -200, isForum: true };
    world.moveTo(newGroup);
    expect(textOf(await world.member(1).writesIn(newGroup, "/desk here"))).toContain("team's group");
    await world.look();
    await world.says("second");
    await world.says("x", { content: { message: "41", text: "first, changed", isEdited: true } });
    await world.send();
    await world.look();
    await world.send();
    const shown = world.phone(world.groupKey);
    expect(shown.map(({ text, message }) => [plain(text).split("\n")[0], message.thread])).toEqual([
      [expect.stringContaining("asked for a person"), "2"],
      ["on its way", "2"],
      ["second", "2"],
      ["(The person changed it to:)", "2"],
    ]);
    expect(world.phone(world.oldGroupKey).map(({ text }) => plain(text))).toEqual(oldGroup);
    // The same message id in the new group is another message.
    expect(textOf(await agent.writesIn(newGroup, "/withdraw", { reply_to_message: { message_id: 60 } }))).toContain(
      "no message of yours",
    );
    const there = { message_thread_id: 2, is_topic_message: true };
    expect(await agent.writesIn(newGroup, "and here", there)).toEqual([]);
    await world.send();
    expect(texts(world).slice(-2)).toEqual(["to be withdrawn?", "and here"]);
    expect(texts(world, other.chat).at(-1)).toContain("Member 1 made “Team” the team's group");
    expect(texts(world, world.member(1).chat)).toEqual([]);
    const events = await world.db
      .selectFrom("staff_events")
      .select("event")
      .where("event", "=", "group-named")
      .execute();
    expect(events).toHaveLength(2);
  });

  it("named again where it is changes nothing that is open", async () => {
    const world = await createHandoffWorld(database().db);
    await talking(world);
    const before = await world.db.selectFrom("handoffs").select(["thread", "card_outbox"]).execute();
    await world.member(1).writesIn(world.group, "/desk here");
    expect(await world.db.selectFrom("handoffs").select(["thread", "card_outbox"]).execute()).toEqual(before);
  });

  it("keeps its chats when the platform makes another group of it, however often that is told", async () => {
    const world = await createHandoffWorld(database().db, false);
    const { agent } = await talking(world);
    await world.says("before");
    await world.desk.groups.follow("-999", "-998");
    for (const _ of [1, 2]) await world.desk.groups.follow("-100", "-300");
    world.moveTo({ id: -300 });
    await world.look();
    await world.send();
    const [card, word] = world.phone(world.groupKey);
    expect([card, word].map((each) => plain(each?.text ?? ""))).toEqual([
      expect.stringContaining("asked for a person"),
      "before",
    ]);
    const reply = { reply_to_message: { message_id: Number(card?.id) } };
    expect(await agent.writesIn({ id: -300 }, "here", reply)).toEqual([]);
    expect(texts(world, world.member(1).chat).filter((text) => text.includes("supergroup"))).toHaveLength(1);
  });

  it("tells an anonymous admin that nothing reached the person, where it would have, and how to name a group", async () => {
    const world = await createHandoffWorld(database().db);
    await talking(world);
    const nobody = world.member(1087968824);
    const as = (group: { id: number }) => ({ sender_chat: { id: group.id } });
    const said = await nobody.writesIn(world.group, "hello", { ...inTopic, ...as(world.group) });
    expect(textOf(said)).toContain("anonymous admin");
    expect(await nobody.writesIn(world.group, "among ourselves", as(world.group))).toBeUndefined();
    expect(await nobody.writesIn(elsewhere, "hello", { ...inTopic, ...as(elsewhere) })).toBeUndefined();
    expect(textOf(await nobody.writesIn(elsewhere, "/desk here", as(elsewhere)))).toContain("/desk here again");
  });

  it("lets nobody have their own chat, and gives it to somebody else", async () => {
    const world = await createHandoffWorld(database().db);
    const own = await world.seat(700, "agent");
    const agent = await world.seat(2, "agent");
    await asks(world);
    await world.look();
    expect(textOf(await own.pressesIn(world.group, await claims(world)))).toContain("Nobody can have");
    await agent.pressesIn(world.group, await claims(world));
    const person = (await world.desk.staff.of(own.chat))?.id;
    const given = await agent.pressesIn(world.group, `desk:handoff:to:${await only(world)}:${person}`);
    expect(textOf(given)).toContain("Nobody can have");
    expect((await world.desk.handoffs.list()).map(({ owner }) => owner?.name)).toEqual(["Member 2"]);
  });
});
