// Whoever asks for a person is promised an answer, and is never told that a talk ended which never was.
import { expect, it } from "vitest";
import { defaultReminderRules } from "../../src/domain/reminder.js";
import { claimReminders } from "../../src/records/reminders/claim.js";
import { createReminderSending } from "../../src/records/reminders/sending.js";
import { describeEachDatabase, testReplan, testVault } from "../support/databases.js";
import { createHandoffWorld, type HandoffWorld } from "../support/handoff-world.js";
import { day, minute, nouraPhone, row } from "../support/people-world.js";
import { asks, claims, inTopic, only, talking, texts } from "../support/talking.js";

const hour = 60 * minute;
/** With spaces that may break. */
const read = (world: HandoffWorld) => texts(world).map((text) => text.replaceAll("\u00a0", " "));
const newest = (world: HandoffWorld) => read(world).at(-1) ?? "";
const ended = /ended|closed/u;

/** The loop looks every two seconds; so often is enough to see what it would do in between. */
async function passes(world: HandoffWorld, ms: number, everyMs = hour): Promise<void> {
  for (let left = ms; left > 0; left -= everyMs) {
    world.clock.advance(Math.min(left, everyMs));
    await world.look();
    await world.look();
    await world.send();
  }
}

describeEachDatabase("a person who waits for somebody", (database) => {
  it("has a number and a time, the same when they ask again", async () => {
    const world = await createHandoffWorld(database().db);
    await asks(world);
    const [promised = ""] = read(world);
    // Asked on Sunday 22 November 2026, at noon in Kuwait.
    expect(promised).toContain(`Your request ${await only(world)} is with`);
    expect(promised).toContain("Expected reply: today 1:00 pm at the latest.");
    world.clock.advance(30 * minute);
    await asks(world);
    expect(newest(world)).toContain("Expected reply: today 1:00 pm at the latest.");
  });

  it("reads an apology with a new time when the promised one has passed, then one a working day, and never that it ended", async () => {
    const world = await createHandoffWorld(database().db);
    await asks(world);
    await world.says("My worker's name is wrong");
    await world.look();
    await passes(world, hour + minute, 10 * minute);
    expect(newest(world)).toContain("We are late, and we apologise.");
    expect(newest(world)).toContain("Expected reply now: today 2:30 pm at the latest.");
    const buttons = world.phone(world.person).at(-1)?.message.buttons.flat();
    expect(buttons?.map((button) => "data" in button && button.data)).toEqual([
      expect.stringContaining("human"),
      expect.stringContaining(`cancel-request`),
    ]);
    const late = () => texts(world).filter((text) => text.includes("We are late"));
    await passes(world, 10 * hour, 2 * hour);
    expect(late()).toHaveLength(1);
    await passes(world, 12 * hour);
    expect(late()).toHaveLength(2);
    await passes(world, 10 * day, 6 * hour);
    expect(late()).toHaveLength(5);
    expect(late().at(-1)).toContain("We do not promise another time.");
    expect(texts(world).filter((text) => ended.test(text))).toEqual([]);
    expect(await world.desk.handoffs.list()).toMatchObject([{ state: "queue" }]);
  });

  it("is told an apology once, whichever process looks", async () => {
    const world = await createHandoffWorld(database().db);
    await asks(world);
    await world.look();
    world.clock.advance(5 * minute);
    await world.look();
    world.clock.advance(hour);
    const id = await only(world);
    await Promise.all([world.watch.apologise(id), world.watch.apologise(id)]);
    await world.watch.apologise(id);
    await world.send();
    expect(texts(world).filter((text) => text.includes("We are late"))).toHaveLength(1);
  });

  it("takes the request back by its button: nobody needs to come, and the group is told", async () => {
    const world = await createHandoffWorld(database().db);
    const agent = await world.seat(2, "agent");
    await asks(world);
    await world.look();
    const claim = await claims(world);
    for (const _time of [1, 2]) await world.cancels();
    expect(texts(world).slice(1)).toEqual([
      expect.stringContaining("is cancelled"),
      expect.stringContaining("is over already"),
    ]);
    await world.send();
    expect(texts(world, world.groupKey).at(-1)).toContain("The person cancelled the request.");
    await agent.pressesIn(world.group, claim);
    expect(await world.desk.handoffs.list()).toEqual([]);
    await passes(world, 2 * day, 6 * hour);
    expect(texts(world)).toHaveLength(3);
  });

  it("takes back no other chat's request, whose number is easily guessed", async () => {
    const world = await createHandoffWorld(database().db);
    await asks(world);
    const id = await only(world);
    world.become("800");
    await world.says({ kind: "command", command: "cancel-request", argument: `${id}` });
    expect(newest(world)).toContain("is over already");
    expect(await world.desk.handoffs.list()).toMatchObject([{ id, state: "queue" }]);
  });

  it("of whom a case made them wait is promised a time once they write", async () => {
    const world = await createHandoffWorld(database().db);
    await asks(world);
    await world.db.updateTable("handoffs").set({ promised_at: null }).execute();
    await world.says("Where is my money?");
    const kept = await world.db.selectFrom("handoffs").select("promised_at").executeTakeFirstOrThrow();
    expect(kept.promised_at).toEqual(new Date("2026-11-22T10:00:00Z"));
  });

  it("reads, when somebody closes the request unheard, that there was no conversation", async () => {
    const world = await createHandoffWorld(database().db);
    const agent = await world.seat(2, "agent");
    await asks(world);
    await world.look();
    await agent.pressesIn(world.group, `desk:handoff:closed:${await only(world)}:solved`);
    await world.send();
    expect(newest(world)).toContain("without a conversation here");
    expect(newest(world)).not.toContain("has ended");
  });
});

describeEachDatabase("a person whom an agent left without an answer", (database) => {
  it("waits again after a day, with a new time, and reads of no end", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    await agent.writesIn(world.group, "hello", inTopic);
    world.clock.advance(minute);
    await world.says("I paid, and nothing came");
    await passes(world, day);
    expect(newest(world)).toContain("A colleague will go on here. We apologise for the wait.");
    expect(newest(world)).toContain("Expected reply: today");
    expect(texts(world).filter((text) => ended.test(text))).toEqual([]);
    expect(texts(world, world.groupKey).join("\n")).toContain("has waited here for an answer for a day");
    expect(await world.desk.handoffs.list()).toMatchObject([{ state: "queue" }]);
  });

  it("though it was claimed, and not a word was said, is not told that a conversation ended", async () => {
    const world = await createHandoffWorld(database().db);
    await talking(world);
    await passes(world, 3 * day, 6 * hour);
    expect(texts(world).filter((text) => ended.test(text))).toEqual([]);
  });
});

describeEachDatabase("a chat that waits for somebody", (database) => {
  /** Noura's chat, whose worker's cover ends on Sunday 29 November. */
  async function ends(world: HandoffWorld) {
    await world.import(row({ cover_from: "2025-11-30", cover_until: "2026-11-29" }));
    await world.chat("700");
    await world.register(world.person, { phone: nouraPhone });
    const reminders = async () => {
      await claimReminders(world.db, world.clock.now(), 50);
      await world.send();
      return texts(world).filter((text) => text === "a reminder");
    };
    return { reminders };
  }
  const worldWithReminders = () =>
    createHandoffWorld(
      database().db,
      true,
      createReminderSending({
        vault: testVault,
        rules: defaultReminderRules,
        replan: testReplan,
        say: () => ({ text: "a reminder", language: "en", code: [], buttons: [] }),
        report: () => undefined,
      }),
    );

  it("gets its reminders, receipts and what comes by itself; they rest only while an agent has it", async () => {
    const world = await worldWithReminders();
    const { reminders } = await ends(world);
    const agent = await world.seat(2, "agent");
    await asks(world);
    await world.look();
    world.clock.advance(8 * hour - minute);
    expect(await reminders()).toHaveLength(1);
    await world.tells("payment", "a receipt");
    await world.send();
    expect(texts(world)).toContain("a receipt");
    // Three days before the end somebody has the chat; the day after it waits again.
    world.clock.advance(4 * day);
    await agent.pressesIn(world.group, await claims(world));
    expect(await reminders()).toHaveLength(1);
    await agent.pressesIn(world.group, `desk:handoff:put-back:${await only(world)}`);
    await world.send();
    world.clock.advance(day);
    expect(await reminders()).toHaveLength(2);
  });

  it("is answered by the bot as usual, and the team sees what is meant for it", async () => {
    const world = await createHandoffWorld(database().db);
    await asks(world);
    await world.look();
    await world.says({ kind: "command", command: "quote" });
    const before = texts(world).length;
    await world.says("what is it about?");
    expect(texts(world).length).toBeGreaterThan(before);
  });
});
