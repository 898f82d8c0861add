// The staff's group and who is in it: out at once with a role, in again with it, whatever fails in between; and nobody is told twice.
import { sql } from "kysely";
import { expect, it } from "vitest";
import { type GroupDoor, seeToDoor } from "../../src/desk/group-door.js";
import type { Rendered, Sent } from "../../src/messages/channel.js";
import { createGroupBars } from "../../src/records/desk/group-bars.js";
import { describeEachDatabase, describeOnPostgres, type TestDb, testVault } from "../support/databases.js";
import { createDeskWorld, type Member, type Said } from "../support/desk-world.js";
import { eventually } from "../support/eventually.js";
import { keptLog } from "../support/log.js";
import { minute } from "../support/people-world.js";

type Failure = Extract<Sent, { readonly ok: false }>;
/** How a call ends; one that is a function is under way while that is done, and ends well unless it gives a failure. */
type Ending = Failure | (() => Promise<unknown>);
const isFailure = (ended: unknown): ended is Failure => typeof ended === "object" && ended !== null;

const text = (said: Said) => said?.map((each) => each.text).join("\n") ?? "";
const plain = (said: string) => said.replace(/[\u2066-\u2069]/gu, "");
const refused: Failure = { ok: false, reason: "refused" };
const byHand = "⚠️ The bot could not take Member 2 out of the team's group.";

/** Supervisor 1 and agent 2, and what Telegram is asked; `endings` say how the next calls end, well when they are used up. */
async function team({ db }: TestDb) {
  const world = createDeskWorld(db);
  const [supervisor, agent] = [await world.seat(1, "supervisor"), await world.seat(2, "agent")];
  const calls: string[] = [];
  const endings: Ending[] = [];
  const called = (what: string) => async (group: string, user: string) => {
    calls.push(`${what} ${user} ${group}`);
    const ending = endings.shift();
    const ended = typeof ending === "function" ? await ending() : ending;
    return isFailure(ended) ? ended : ({ ok: true } as const);
  };
  const door: GroupDoor = { bar: called("bar"), admit: called("admit") };
  const bars = createGroupBars({
    db,
    vault: testVault,
    clock: world.clock,
    renderView: world.renderView,
    firstLanguage: "en",
    wakeSenders: () => undefined,
  });
  const log = keptLog();
  return {
    world,
    supervisor,
    agent,
    calls,
    endings,
    door,
    bars,
    events: () => log.lines().map(({ event, reason }) => [event, reason]),
    look: () => seeToDoor({ bars, door, log: log.log }),
    name: (id = -100) => supervisor.writesIn({ id }, "/desk here"),
    async press(change: "suspended" | "restored" | "removed", of: Member = agent) {
      const who = await db.selectFrom("staff").select("id").where("chat", "=", of.chat).executeTakeFirstOrThrow();
      return plain(text(await supervisor.presses(`desk:staff:${change}:${who.id}`)));
    },
    /** What supervisors were told of the door. */
    async told() {
      const rows = await db
        .selectFrom("outbox")
        .selectAll()
        .where("effect_key", "like", "group-door:%")
        .orderBy("id")
        .execute();
      return rows.map(({ message_sealed }) => {
        const message: Rendered = JSON.parse(testVault.seal.open(message_sealed, "outbox.message_sealed"));
        return plain(message.text);
      });
    },
    /** As if a process had died in the middle of its call, long ago. */
    leasesEnd: () => sql`update group_bars set leased_until = clock_timestamp() - interval '1 second'`.execute(db),
  };
}

describeEachDatabase("the door of the staff's group", (database) => {
  it("closes behind whoever loses their role, and whoever sends them away reads so", async () => {
    const { press, name, look, calls, told } = await team(database());
    await name();
    await look();
    expect(calls).toEqual([]);
    expect(await press("suspended")).toContain("The bot takes Member 2 out of the team's group");
    await look();
    await look();
    expect(calls).toEqual(["bar 2 -100"]);
    expect(await press("removed")).toContain("out of the team's group");
    await look();
    expect(calls).toEqual(["bar 2 -100"]);
    expect(await told()).toEqual([]);
  });

  it("opens again for who is restored, which is said where they were out, and for who is invited anew", async () => {
    const { world, agent, supervisor, press, name, look, calls } = await team(database());
    await name();
    await press("suspended");
    expect(await press("restored")).not.toContain("group is open");
    await press("suspended");
    await look();
    expect(await press("restored")).toContain("The team's group is open to Member 2 again");
    await look();
    await look();
    expect(calls).toEqual(["bar 2 -100", "admit 2 -100"]);
    await press("removed");
    await look();
    world.clock.advance(minute);
    const link = text(await supervisor.writes("/invite agent")).match(/start=(\S+)/u)?.[1];
    await agent.writes(`/start ${link}`);
    await look();
    expect(calls.slice(2)).toEqual(["bar 2 -100", "admit 2 -100"]);
  });

  it("is not touched for who was suspended and is back before anybody looked", async () => {
    const { press, name, look, calls } = await team(database());
    await name();
    await press("suspended");
    await press("restored");
    await look();
    expect(calls).toEqual([]);
  });

  it("follows what was decided while a call was under way", async () => {
    const { press, name, look, calls, endings } = await team(database());
    await name();
    await press("suspended");
    endings.push(
      () => press("restored"),
      () => press("suspended"),
    );
    await look();
    expect(calls).toEqual(["bar 2 -100", "admit 2 -100", "bar 2 -100"]);
    await look();
    expect(calls).toHaveLength(3);
  });

  it("is that of whichever group is named, also later, or gets another id; each opens again", async () => {
    const { world, press, name, look, calls } = await team(database());
    expect(await press("suspended")).not.toContain("group");
    await look();
    expect(calls).toEqual([]);
    await name(-100);
    await look();
    await world.desk.groups.follow("-100", "-1001");
    await look();
    await name(-200);
    await look();
    await look();
    expect(calls).toEqual(["bar 2 -100", "bar 2 -1001", "bar 2 -200"]);
    await press("restored");
    await look();
    await look();
    expect(calls.slice(3).toSorted()).toEqual(["admit 2 -100", "admit 2 -1001", "admit 2 -200"]);
  });

  it("closes again behind whoever is added there by hand, and behind nobody who may be in", async () => {
    const { world, press, name, look, calls } = await team(database());
    await name();
    await press("suspended");
    await look();
    await world.desk.groups.cameIn("-200", ["2"]);
    await world.desk.groups.cameIn("-100", ["1", "9"]);
    await look();
    expect(calls).toEqual(["bar 2 -100"]);
    await world.desk.groups.cameIn("-100", ["9", "2"]);
    await look();
    expect(calls).toEqual(["bar 2 -100", "bar 2 -100"]);
    await press("restored");
    await look();
    await world.desk.groups.cameIn("-100", ["2"]);
    await look();
    expect(calls.slice(2)).toEqual(["admit 2 -100"]);
  });

  it("is the supervisors' where the bot may not close it: told once, with what to do, and tried ever more rarely", async () => {
    const { world, press, name, look, calls, endings, told, events } = await team(database());
    await name();
    await press("suspended");
    endings.push(...Array.from({ length: 40 }, () => refused));
    await look();
    await look();
    expect(calls).toHaveLength(1);
    expect(await told()).toEqual([expect.stringContaining(byHand)]);
    expect((await told())[0]).toContain("the right to ban users");
    expect(events()).toEqual([["staff-not-kept-out", "refused"]]);
    for (let minutes = 0; minutes < 24 * 60; minutes += 1) {
      world.clock.advance(minute);
      await look();
    }
    // Six of them in the first hour, then one an hour.
    expect(calls.length).toBeGreaterThan(25);
    expect(calls.length).toBeLessThan(32);
    expect(await told()).toHaveLength(1);
    endings.length = 0;
    world.clock.advance(60 * minute);
    await look();
    const tries = calls.length;
    world.clock.advance(60 * minute);
    await look();
    expect(calls).toHaveLength(tries);
  }, 60_000);

  it("was never closed where that was refused: nothing is opened, and the next time it is told and tried at once", async () => {
    const { press, name, look, calls, endings, told } = await team(database());
    await name();
    await press("suspended");
    endings.push(refused);
    await look();
    expect(await press("restored")).not.toContain("group is open");
    await look();
    expect(calls).toHaveLength(1);
    await press("suspended");
    endings.push({ ok: false, reason: "unreachable" });
    await look();
    expect(calls).toHaveLength(2);
    expect(await told()).toHaveLength(2);
  });

  it("is the supervisors' to open where the bot may not", async () => {
    const { press, name, look, endings, told, events } = await team(database());
    await name();
    await press("suspended");
    await look();
    await press("restored");
    endings.push(refused);
    await look();
    expect(await told()).toEqual([expect.stringContaining("could not open the team's group to Member 2")]);
    expect(events()).toEqual([["staff-not-let-in", "refused"]]);
  });

  it("tells nobody what was refused when it is wanted no more", async () => {
    const { press, name, look, calls, endings, told } = await team(database());
    await name();
    await press("suspended");
    endings.push(async () => {
      await press("restored");
      return refused;
    });
    await look();
    expect(calls).toEqual(["bar 2 -100"]);
    expect(await told()).toEqual([]);
  });

  it("waits for the end of an outage without a word, and asks for nobody else meanwhile", async () => {
    const { world, press, name, look, calls, endings, told } = await team(database());
    const other = await world.seat(3, "agent");
    await name();
    await press("suspended");
    await press("suspended", other);
    endings.push({ ok: false, reason: "down" }, { ok: false, reason: "unknown" });
    await look();
    await look();
    await look();
    expect(calls).toEqual(["bar 2 -100", "bar 3 -100"]);
    world.clock.advance(10_000);
    await look();
    expect(calls.slice(2)).toEqual(["bar 2 -100", "bar 3 -100"]);
    expect(await told()).toEqual([]);
  });

  it("keeps to the group's pause when it is throttled", async () => {
    const { world, press, name, look, calls, endings, told } = await team(database());
    const other = await world.seat(3, "agent");
    await name();
    await press("suspended");
    await press("suspended", other);
    endings.push({ ok: false, reason: "throttled", retryAfterMs: 30_000 });
    await look();
    world.clock.advance(60 * minute);
    await look();
    expect(calls).toEqual(["bar 2 -100"]);
    await sql`update group_pace set paused_until = clock_timestamp()`.execute(world.db);
    await look();
    expect(calls.slice(1)).toEqual(["bar 2 -100", "bar 3 -100"]);
    expect(await told()).toEqual([]);
  });

  it("is closed by hand to whom nobody knows any more, and by the bot once they write to it", async () => {
    const { world, agent, press, name, look, calls, told, events } = await team(database());
    await name();
    await world.db.deleteFrom("chats").where("chat", "=", agent.chat).execute();
    await press("suspended");
    await look();
    world.clock.advance(24 * 60 * minute);
    await look();
    expect(calls).toEqual([]);
    expect(await told()).toEqual([expect.stringContaining(byHand)]);
    expect((await told())[0]).not.toContain("tries again");
    expect(events()).toEqual([["staff-not-kept-out", "user-unknown"]]);
    await world.chat("2");
    await look();
    expect(calls).toEqual(["bar 2 -100"]);
  });

  it("is seen to anew where a process died in the middle of a call, as is wanted by then", async () => {
    const { press, name, look, calls, endings, leasesEnd } = await team(database());
    const die = () => Promise.reject(new Error("died"));
    await name();
    for (const [dies, then, says] of [
      ["suspended", "suspended", "bar"],
      ["restored", "suspended", "bar"],
      ["restored", "restored", "admit"],
      ["suspended", "restored", "admit"],
    ] as const) {
      await press(dies);
      endings.push(die);
      await expect(look(), `${dies}, ${then}`).rejects.toThrow("died");
      await press(then);
      const before = calls.length;
      await look();
      expect(calls).toHaveLength(before);
      await leasesEnd();
      await look();
      await look();
      expect(calls.slice(before), `${dies}, ${then}`).toEqual([`${says} 2 -100`]);
    }
  });

  it("holds nobody up behind a call that another process is making", async () => {
    const { world, press, name, look, calls, bars } = await team(database());
    const other = await world.seat(3, "agent");
    await name();
    await press("suspended");
    await press("suspended", other);
    expect(await bars.next()).toMatchObject({ what: "bar", user: "2" });
    await look();
    expect(calls).toEqual(["bar 3 -100"]);
  });

  it("believes nobody who comes back after another call was begun: what is wanted is done again", async () => {
    const { press, name, look, calls, bars, told, leasesEnd } = await team(database());
    await name();
    await press("suspended");
    const late = async (come: "done" | "failed") => {
      const passage = await bars.next();
      if (passage === undefined) throw new Error("there is a call to be made");
      await leasesEnd();
      await look();
      await (come === "done" ? bars.done(passage) : bars.failed(passage, refused));
    };
    await late("done");
    expect(calls).toHaveLength(1);
    await late("failed");
    expect(calls).toHaveLength(2);
    await look();
    await look();
    expect(calls).toHaveLength(3);
    expect(await told()).toEqual([]);
  });
});

describeOnPostgres("two processes at the door", (database) => {
  it("do not call again where the other's whole call came between looking and writing", async () => {
    const { world, press, name, bars } = await team(database());
    const { db } = world;
    await name();
    await press("suspended");
    const { id: staff_id } = await db
      .selectFrom("staff")
      .select("id")
      .where("role", "=", "agent")
      .executeTakeFirstOrThrow();
    const { chat = "" } = (await world.desk.staff.group()) ?? {};
    const try_at = new Date(world.clock.now().getTime() + minute);
    const late = await db.transaction().execute(async (trx) => {
      const row = { staff_id, chat, standing: "free", sitting: 1, tries: 1, try_at } as const;
      await trx.insertInto("group_bars").values(row).execute();
      const looking = bars.next();
      await eventually(async () => {
        const { rows } = await sql`select from pg_locks where not granted`.execute(trx);
        expect(rows).not.toEqual([]);
      });
      return { looking };
    });
    expect(await late.looking).toBeUndefined();
  });

  it("call once for each, and tell once of each", async () => {
    const first = await team(database());
    const { world, press, name, calls, endings, told, bars, door } = first;
    const others = [await world.seat(3, "agent"), await world.seat(4, "agent")];
    await name();
    for (const each of [first.agent, ...others]) await press("suspended", each);
    endings.push(refused, refused, refused);
    const looks = [0, 1, 2, 3].map(() => seeToDoor({ bars, door, log: keptLog().log }));
    await Promise.all(looks);
    await first.look();
    expect(calls.toSorted()).toEqual(["bar 2 -100", "bar 3 -100", "bar 4 -100"]);
    expect(await told()).toHaveLength(3);
  });
});
