// The timer that takes full values away again: in time, also after a failure in between, and not after it was stopped.
import { expect, it, onTestFinished } from "vitest";
import { startTakingBack, takeBack } from "../../src/desk/take-back.js";
import type { Channel, Rendered, Sent } from "../../src/messages/channel.js";
import { showFor } from "../../src/records/desk/reveals.js";
import { countStanding } from "../../src/records/desk/standing-reveals.js";
import { sweepErased } from "../../src/records/erase.js";
import { createOutboxStore } from "../../src/records/outbox-store.js";
import { line } from "../../src/words/line.js";
import { asAutomatic } from "../support/as-automatic.js";
import { describeEachDatabase, testVault } from "../support/databases.js";
import { createDeskWorld } from "../support/desk-world.js";
import { eventually } from "../support/eventually.js";
import { keptLog } from "../support/log.js";
import { noReminders } from "../support/no-reminders.js";
import { minute, row, toStaff } from "../support/people-world.js";

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describeEachDatabase("full values that stand in a chat", (database) => {
  /** Each that is shown stands there, under "m1", "m2" …; `answers` say how its removal ends, well when they are used up. */
  async function shown() {
    const { db } = database();
    const world = createDeskWorld(db);
    const agent = await world.seat(2, "agent");
    const by = await world.desk.staff.of(agent.chat);
    if (by === undefined) throw new Error("nobody is at work");
    const records = { db, vault: testVault, clock: world.clock };
    const store = createOutboxStore({ ...records, reminders: noReminders, asAutomatic });
    const { reveals } = world;
    await world.import(row());
    const { id: sponsor } = await db.selectFrom("sponsors").select("id").executeTakeFirstOrThrow();
    const log = keptLog();
    const removed: string[] = [];
    const answers: (Sent | Error | Promise<Sent>)[] = [];
    const standing = { storeFails: 0 };
    const channel: Pick<Channel, "remove"> = {
      async remove(_chat, messageId) {
        removed.push(messageId);
        const answer = answers.shift() ?? { ok: true, messageId };
        if (answer instanceof Error) throw answer;
        return answer;
      },
    };
    let messages = 0;
    const start = () => {
      const taking = startTakingBack({
        reveals: {
          ...reveals,
          async over() {
            standing.storeFails -= 1;
            if (standing.storeFails >= 0) throw new Error("connection lost");
            return reveals.over();
          },
        },
        channel,
        log: log.log,
      });
      onTestFinished(() => taking.stop());
      return taking;
    };
    const left = async () =>
      (await db.selectFrom("reveals").select("id").where("deleted_at", "is", null).execute()).length;
    const told = async () => {
      const rows = await db.selectFrom("outbox").selectAll().where("effect_key", "like", "reveal-kept:%").execute();
      return rows.map(({ message_sealed }) => {
        const message: Rendered = JSON.parse(testVault.seal.open(message_sealed, "outbox.message_sealed"));
        return message.text;
      });
    };
    return {
      world,
      agent,
      told,
      /** Once over what is due. */
      async look() {
        await takeBack({ reveals, channel, log: log.log });
        return countStanding(db, world.clock.now());
      },
      log,
      removed,
      answers,
      standing,
      start,
      left,
      async show(ms: number) {
        messages += 1;
        const view = { lines: [line("desk-handoff-queue-empty")] };
        const deps = { vault: testVault, toStaff, firstLanguage: "en" } as const;
        const of = { view, sponsor, ms, by, key: `shown ${messages}`, now: world.clock.now() };
        await db.transaction().execute((trx) => showFor(trx, deps, of));
        for (const { id } of await store.claim("telegram", 5, minute)) {
          await store.markSending([id]);
          await store.record(id, { kind: "sent", messageId: `m${messages}` });
        }
      },
    };
  }

  it("go when their time is over, and no other", { timeout: 20_000 }, async () => {
    const { world, show, start, removed, left } = await shown();
    await show(minute);
    await show(10 * minute);
    start();
    await sleep(1_500);
    expect(removed).toEqual([]);
    world.clock.advance(minute);
    await eventually(async () => expect(await left()).toBe(1));
    await sleep(1_500);
    expect(removed).toEqual(["m1"]);
    world.clock.advance(9 * minute);
    await eventually(async () => expect(await left()).toBe(0));
    expect(removed).toEqual(["m1", "m2"]);
  });

  it("go also after the store, the channel or its adapter has failed in between", { timeout: 30_000 }, async () => {
    const { world, show, start, removed, answers, standing, left, log } = await shown();
    await show(minute);
    standing.storeFails = 1;
    answers.push(new Error("bug"), { ok: false, reason: "down" });
    world.clock.advance(minute);
    start();
    await eventually(async () => expect(await left()).toBe(0), 15_000);
    expect(removed).toEqual(["m1", "m1", "m1"]);
    expect(log.lines().map(({ event }) => event)).toEqual([
      "take-back-failed",
      "take-back-failed",
      "reveal-not-removed",
    ]);
  });

  const blocked = { ok: false, reason: "unreachable" } as const;

  it("stay known while their reader has blocked the bot; supervisors are told once who has them", async () => {
    const { world, show, look, removed, answers, left, told } = await shown();
    const supervisor = await world.seat(1, "supervisor");
    await show(minute);
    world.clock.advance(minute);
    answers.push(blocked, blocked);
    expect(await look()).toEqual({ tried: 1, "given-up": 0 });
    await look();
    expect(removed).toEqual(["m1"]);
    world.clock.advance(minute / 2);
    await look();
    world.clock.advance(minute / 2);
    await look();
    expect(removed).toEqual(["m1", "m1"]);
    expect(await told()).toEqual([expect.stringContaining("Member 2")]);
    const to = await world.db.selectFrom("outbox").select("chat").where("kind", "=", "desk").execute();
    expect(to).toEqual([{ chat: supervisor.chat }]);
    world.clock.advance(minute / 2);
    expect(await look()).toEqual({ tried: 0, "given-up": 0 });
    expect(removed).toEqual(["m1", "m1", "m1"]);
    expect(await left()).toBe(0);
  });

  it("go at once when their reader is in reach again", async () => {
    const { world, agent, show, look, removed, answers, left } = await shown();
    await show(minute);
    world.clock.advance(minute);
    answers.push(blocked);
    await look();
    expect((await world.chats.read(agent.chat))?.isUnreachable).toBe(true);
    await look();
    expect(removed).toEqual(["m1"]);
    await world.chats.markReachable(agent.chat, world.clock.now());
    await look();
    expect(removed).toEqual(["m1", "m1"]);
    expect(await left()).toBe(0);
  });

  it("are tried for two days, ever more rarely, and then said to be lost", { timeout: 60_000 }, async () => {
    const { world, show, look, removed, answers, told, log } = await shown();
    await world.seat(1, "supervisor");
    await show(minute);
    const refused = { ok: false, reason: "refused" } as const;
    answers.push(...Array.from({ length: 1_000 }, () => refused));
    for (let minutes = 0; minutes < 47 * 60; minutes += 10) {
      world.clock.advance(10 * minute);
      expect(await look()).toEqual({ tried: 1, "given-up": 0 });
    }
    // Every half hour but for the first.
    expect(removed.length).toBeGreaterThan(90);
    expect(removed.length).toBeLessThan(100);
    world.clock.advance(60 * minute);
    expect(await look()).toEqual({ tried: 0, "given-up": 1 });
    const tries = removed.length;
    world.clock.advance(60 * minute);
    await look();
    expect(removed).toHaveLength(tries);
    expect(await told()).toHaveLength(1);
    expect(log.lines().at(-1)).toMatchObject({ event: "reveal-not-taken-back", why: "too-late" });
  });

  it("go also when their reader erases their own data first", async () => {
    const { world, agent, show, look, removed, left } = await shown();
    await show(minute);
    expect(await world.turn(agent.chat).people.erase("leaves")).toEqual({ keptUntilClosed: true });
    world.clock.advance(minute);
    await look();
    expect(removed).toEqual(["m1"]);
    expect(await left()).toBe(0);
    expect(await sweepErased(world.db)).toBe(1);
  });

  it("are finished with before it stops, and none is begun after", { timeout: 20_000 }, async () => {
    const { world, show, start, removed, answers, left } = await shown();
    await show(minute);
    world.clock.advance(minute);
    let answer = (_: Sent): void => undefined;
    answers.push(
      new Promise<Sent>((resolve) => {
        answer = resolve;
      }),
    );
    const taking = start();
    await eventually(() => expect(removed).toEqual(["m1"]));
    let isStopped = false;
    const stopping = taking.stop().then(() => {
      isStopped = true;
    });
    await sleep(100);
    expect(isStopped).toBe(false);
    answer({ ok: true, messageId: "m1" });
    await stopping;
    expect(await left()).toBe(0);
    await show(0);
    await sleep(1_500);
    expect(removed).toEqual(["m1"]);
  });
});
