// What comes of a case while a chat waits or is talked in reaches the desk, and money that is owed is not forgotten with the chat.
import { expect, it } from "vitest";
import { closeCase, openCase } from "../../src/records/cases.js";
import { insertIntent, insertLine } from "../support/bought.js";
import { describeEachDatabase } from "../support/databases.js";
import { createHandoffWorld, type HandoffWorld } from "../support/handoff-world.js";
import { minute, row } from "../support/people-world.js";
import { asks, claims, only, talking, texts } from "../support/talking.js";

const day = 24 * 60 * minute;

/** A payment came that is not what was asked for. */
async function comesWrong(world: HandoffWorld, effectKey: string, refundFils: number): Promise<void> {
  const intent = await insertIntent(world, "open", world.person);
  await insertLine(world, intent);
  const detail = { refundFils, currency: "KWD" };
  const of = { kind: "wrong-amount", effectKey, intent, detail } as const;
  await world.db.transaction().execute((trx) => openCase(trx, of, world.clock.now()));
}
const inGroup = (world: HandoffWorld) => texts(world, world.groupKey);
async function passes(world: HandoffWorld): Promise<void> {
  await world.look();
  await world.send();
}

describeEachDatabase("a case that comes while a chat is at the desk", (database) => {
  async function start() {
    const world = await createHandoffWorld(database().db);
    await world.chat("700");
    await world.import(row());
    return world;
  }

  it("is told to whoever has the chat, once, with what is owed", async () => {
    const world = await start();
    await talking(world);
    const before = inGroup(world).length;
    await comesWrong(world, "k", 7_000);
    await passes(world);
    await passes(world);
    expect(inGroup(world).slice(before)).toEqual([
      expect.stringMatching(
        /Something more has come up in this chat: a wrong amount.*\n⚠️ .*KD\u00a07\.000 is owed back/u,
      ),
    ]);
  });

  it("is told also where the chat is closed in that moment", async () => {
    const world = await start();
    const { agent } = await talking(world);
    await comesWrong(world, "k", 7_000);
    await agent.pressesIn(world.group, `desk:handoff:closed:${await only(world)}:solved`);
    await passes(world);
    expect(inGroup(world).join("\n")).toContain("KD\u00a07.000 is owed back");
  });

  it("stands under the card of an earlier one, each once, and is not taken for the person's asking again", async () => {
    const world = await start();
    const agent = await world.seat(2, "agent");
    await comesWrong(world, "k1", 7_000);
    await passes(world);
    world.clock.advance(minute);
    await comesWrong(world, "k2", 9_000);
    await passes(world);
    await agent.pressesIn(world.group, await claims(world));
    await passes(world);
    const all = inGroup(world).join("\n");
    for (const owed of ["7.000 is owed", "9.000 is owed"]) expect(all.split(owed)).toHaveLength(2);
    expect(all).not.toContain("asked again");
  });

  it("stands on the card, and not under it, where the card comes after it", async () => {
    const world = await start();
    await asks(world);
    await comesWrong(world, "k", 7_000);
    world.clock.advance(1);
    await passes(world);
    await passes(world);
    expect(inGroup(world)).toEqual([expect.stringContaining("KD\u00a07.000 is owed back")]);
  });
});

describeEachDatabase("a chat that waits because of money", (database) => {
  it("is not closed after a day unclaimed as long as its case is open, and then as any other", async () => {
    const world = await createHandoffWorld(database().db);
    await world.chat("700");
    await world.import(row());
    await comesWrong(world, "k", 7_000);
    await passes(world);
    world.clock.advance(2 * day);
    await passes(world);
    expect(await world.desk.handoffs.list()).toHaveLength(1);
    await world.db.transaction().execute((trx) => closeCase(trx, "k", "refunded", world.clock.now()));
    await passes(world);
    expect(await world.desk.handoffs.list()).toEqual([]);
  });

  it("waits on after its case where the person wrote there, who was told that somebody would answer", async () => {
    const world = await createHandoffWorld(database().db);
    await world.chat("700");
    await world.import(row());
    await comesWrong(world, "k", 7_000);
    await passes(world);
    await world.says("My phone has changed as well, please call me");
    await world.db.transaction().execute((trx) => closeCase(trx, "k", "refunded", world.clock.now()));
    await passes(world);
    expect(await world.desk.handoffs.list()).toHaveLength(1);
    // Nobody has answered yet: time alone ends nothing.
    world.clock.advance(2 * day);
    await passes(world);
    expect(await world.desk.handoffs.list()).toMatchObject([{ state: "queue" }]);
  });
});
