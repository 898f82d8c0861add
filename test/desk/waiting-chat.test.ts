// A chat that waits for a person shows the desk what it is about and loses nothing; it holds up nobody who is being talked to.
import { expect, it } from "vitest";
import { pauseGroup } from "../../src/records/group-pace.js";
import { describeEachDatabase } from "../support/databases.js";
import { createHandoffWorld, type HandoffWorld } from "../support/handoff-world.js";
import { asks, only, talking, texts, untimed } from "../support/talking.js";

const numbered = (n: number) => Array.from({ length: n }, (_, place) => `spam ${place}`);

/** Somebody without an account asks for a person, and writes so much; then those who are being helped are the ones who write. */
async function floods(world: HandoffWorld, words: readonly string[]): Promise<number> {
  world.become("800");
  await asks(world);
  await world.look();
  for (const text of words) await world.says(text);
  const { id } = await world.db
    .selectFrom("handoffs")
    .select("id")
    .where("chat", "=", world.person)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  world.become("700");
  return id;
}
/** Until nothing follows. @returns how much came with each look */
async function follows(world: HandoffWorld): Promise<readonly number[]> {
  const came: number[] = [];
  while (came.at(-1) !== 0) {
    const before = world.phone(world.groupKey).length;
    await world.look();
    await world.send();
    came.push(world.phone(world.groupKey).length - before);
  }
  return came;
}
const inGroup = (world: HandoffWorld, thread: string) =>
  world
    .phone(world.groupKey)
    .filter(({ message }) => message.thread === thread)
    .map(({ text, message }) => ({ text: untimed(text), isTheirs: message.mark !== undefined }));

describeEachDatabase("a chat that waits", (database) => {
  it("is told that its words are with the team, and not that nobody understood them", async () => {
    const world = await createHandoffWorld(database().db);
    await asks(world);
    await world.says("my maid's renewal went wrong");
    await world.send();
    expect(texts(world).at(-1)).toBe("Your message is with Example Office's team. They answer here.");
    expect(texts(world, world.groupKey).at(-1)).toBe("my maid's renewal went wrong");
  });

  it("is told so also while its card is still to come, for which its words are kept", { timeout: 20_000 }, async () => {
    const world = await createHandoffWorld(database().db);
    await asks(world);
    // Another process has just died while it opened the topic.
    await world.cards.claimTopic(await only(world));
    await world.says("is anybody there");
    await world.send();
    expect(texts(world).at(-1)).toContain("is with Example Office");
    expect(
      await world.db.selectFrom("relays").select("id").where("held_sealed", "is not", null).execute(),
    ).toHaveLength(1);
  });

  it("shows five of its messages, says that more are kept, and shows them in order when it is taken", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const id = await floods(world, numbered(60));
    await world.send();
    const [, ...before] = inGroup(world, "2");
    expect(before.map(({ text }) => text)).toEqual([...numbered(5), expect.stringContaining("goes on writing")]);
    await agent.pressesIn(world.group, `desk:handoff:claimed:${id}`);
    await world.send();
    await follows(world);
    const after = inGroup(world, "2").slice(7);
    expect(after).toEqual([
      { text: expect.stringContaining("Member 2 has this chat"), isTheirs: false },
      { text: numbered(60).slice(5).join("\n"), isTheirs: true },
    ]);
  });

  it("keeps files apart and follows what is changed meanwhile, and once it was shown among others", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const id = await floods(world, numbered(5));
    world.become("800");
    const writes = (message: string, text: string, more: object = {}) =>
      world.says("x", { content: { message, text, isEdited: false, ...more } });
    await writes("a", "helo");
    await writes("a", "hello", { isEdited: true });
    await writes("b", "see", { media: { kind: "photo", fileId: "f1" } });
    await writes("c", "one");
    await writes("d", "two");
    await agent.pressesIn(world.group, `desk:handoff:claimed:${id}`);
    await writes("b", "see this", { isEdited: true, media: { kind: "photo", fileId: "f1" } });
    await follows(world);
    await writes("c", "one, changed", { isEdited: true });
    await writes("b", "see that", { isEdited: true, media: { kind: "photo", fileId: "f1" } });
    await world.send();
    expect(
      inGroup(world, "2")
        .slice(-4)
        .map(({ text }) => text),
    ).toEqual(["hello", "see that", "one\ntwo", "(The person changed it to:)\none, changed"]);
  });

  it("loses nothing when it is closed untaken, and shows nothing twice when an update comes again", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const id = await floods(world, numbered(5));
    world.become("800");
    await world.says("the sixth", { update: "again" });
    await agent.pressesIn(world.group, `desk:handoff:closed:${id}:solved`);
    await world.says("the sixth", { update: "again" });
    await follows(world);
    expect(texts(world, world.groupKey).filter((text) => text.includes("the sixth"))).toHaveLength(1);
  });

  it("is overtaken in the group, but for its card, by a chat that somebody has, whose words keep their order", async () => {
    const world = await createHandoffWorld(database().db);
    await talking(world);
    await floods(world, numbered(60));
    await world.says("My payment is gone");
    await world.says("Help");
    await world.send(3);
    const [card, ...said] = texts(world, world.groupKey).slice(-3);
    expect(card).toContain("asked for a person");
    expect(said).toEqual(["My payment is gone", "Help"]);
    const waiting = world.db.selectFrom("outbox").select("id").where("state", "=", "waiting");
    // Five of its words, the word that more is kept, and the card of the chat that somebody has, which nobody can take any more.
    expect(await waiting.where("chat", "=", world.groupKey).execute()).toHaveLength(7);
  });

  it("keeps its own order when it is taken before all of it was shown", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const id = await floods(world, numbered(3));
    await agent.pressesIn(world.group, `desk:handoff:claimed:${id}`);
    world.become("800");
    await world.says("last");
    await follows(world);
    const [, ...shown] = inGroup(world, "2").map(({ text }) => text);
    expect(shown).toEqual([...numbered(3), expect.stringContaining("has this chat"), "last"]);
  });

  it("that somebody has fills the group's minute for nobody else: few of its messages are under way, and the rest follows in order", async () => {
    const world = await createHandoffWorld(database().db);
    const { other } = await talking(world);
    const id = await floods(world, []);
    await other.pressesIn(world.group, `desk:handoff:claimed:${id}`);
    await world.send();
    world.become("800");
    for (const text of numbered(30)) await world.says(text);
    await world.says({ kind: "command", command: "help" });
    const photo = (message: string) =>
      ({ message, text: "", media: { kind: "photo", fileId: message }, isEdited: false }) as const;
    for (const message of ["a", "b", "c", "d", "e", "f"]) await world.says("x", { content: photo(message) });
    world.become("700");
    await world.says("Help");
    const place = () => texts(world, world.groupKey).indexOf("Help");
    const before = texts(world, world.groupKey).length;
    await world.send();
    expect(place()).toBe(before + 4);
    expect(await follows(world)).toEqual([4, 4, 0]);
    const theirs = world
      .phone(world.groupKey)
      .filter(({ message }) => message.thread === "2")
      .slice(2);
    expect(theirs.map(({ text, message }) => message.media?.fileId ?? untimed(text))).toEqual([
      ...numbered(4),
      numbered(30).slice(4).join("\n"),
      expect.stringContaining("pressed a button"),
      ..."abcdef",
    ]);
    expect(theirs.map(({ message }) => message.mark !== undefined)).toEqual(theirs.map((_, at) => at !== 5));
  });

  it("keeps what came too late for one agent for the next, before anything later, also once it is over", async () => {
    const world = await createHandoffWorld(database().db);
    const { other } = await talking(world);
    const id = await floods(world, []);
    const claim = `desk:handoff:claimed:${id}`;
    await other.pressesIn(world.group, claim);
    world.become("800");
    for (const text of numbered(6)) await world.says(text);
    await other.pressesIn(world.group, `desk:handoff:put-back:${id}`);
    await world.says("while it waits");
    await other.pressesIn(world.group, claim);
    await world.says("at last");
    await other.pressesIn(world.group, `desk:handoff:closed:${id}:solved`);
    await follows(world);
    const theirs = world.phone(world.groupKey).filter(({ message }) => message.thread === "2" && message.mark);
    expect(theirs.flatMap(({ text }) => untimed(text).split("\n"))).toEqual([
      ...numbered(6),
      "while it waits",
      "at last",
    ]);
  });

  it("loses nothing of what is written while its card cannot be posted, which follows it", async () => {
    const world = await createHandoffWorld(database().db);
    await world.chat("700");
    await pauseGroup(world.db, world.groupKey, 60_000);
    await asks(world);
    await world.says("first");
    await world.says("second");
    await world.look();
    await world.send();
    expect(world.phone(world.groupKey)).toEqual([]);
    await world.db.deleteFrom("group_pace").execute();
    await world.look();
    await world.says("third");
    await world.send();
    expect(texts(world, world.groupKey)).toEqual([
      expect.stringContaining("asked for a person"),
      expect.stringMatching(/^(\d\d:\d\d) · first\n\1 · second$/u),
      "third",
    ]);
  });

  it("that is over before its card could be posted shows what was written in it all the same, and says so", async () => {
    const world = await createHandoffWorld(database().db);
    await world.chat("700");
    await pauseGroup(world.db, world.groupKey, 60_000);
    await asks(world);
    await world.says("first");
    await world.cancels();
    await world.look();
    await world.db.deleteFrom("group_pace").execute();
    await follows(world);
    const [card, ...said] = texts(world, world.groupKey);
    expect(card).toContain("This chat was over before its card could be put here.");
    expect(said.map(untimed)).toEqual(["first"]);
  });

  it("that is over, and of which nobody wrote anything, is nothing for the group", async () => {
    const world = await createHandoffWorld(database().db);
    await world.chat("700");
    await pauseGroup(world.db, world.groupKey, 60_000);
    await asks(world);
    await world.cancels();
    await world.db.deleteFrom("group_pace").execute();
    await follows(world);
    expect(world.phone(world.groupKey)).toEqual([]);
  });

  it("does not overtake, once it is taken, what the same person wrote before another had ended", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const id = await floods(world, ["first"]);
    await agent.pressesIn(world.group, `desk:handoff:closed:${id}:solved`);
    const next = await floods(world, ["second"]);
    await agent.pressesIn(world.group, `desk:handoff:claimed:${next}`);
    await world.send();
    const shown = texts(world, world.groupKey).filter((text) => text === "first" || text === "second");
    expect(shown).toEqual(["first", "second"]);
  });
});
