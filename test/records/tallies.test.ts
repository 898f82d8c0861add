import { expect, it } from "vitest";
import { type Subject, spent, tally } from "../../src/records/tallies.js";
import { describeEachDatabase } from "../support/databases.js";
import { createPeopleWorld, joseph, noura, row } from "../support/people-world.js";

const now = new Date("2026-11-22T09:00:00Z");
const civilId = (of: string): Subject => ({ what: "refusal-civil-id", of: Buffer.from(of) });

describeEachDatabase("a limit", (database) => {
  it("is exact for chats that come at once: the last of it is given once", async () => {
    const { db } = database();
    const counted = [civilId("a"), civilId("b")];
    const attempts = Array.from({ length: 30 }, (_, n) =>
      db.transaction().execute(async (trx) => {
        // Named in either order: nobody waits for somebody who waits for them.
        const subjects = n % 2 === 0 ? counted : counted.toReversed();
        const isSpent = (await spent(trx, subjects, now)).includes(true);
        await tally(trx, subjects, now, !isSpent);
        return isSpent;
      }),
    );
    expect((await Promise.all(attempts)).filter((isSpent) => !isSpent)).toHaveLength(20);
    expect(await db.selectFrom("tallies").selectAll().execute()).toHaveLength(40);
  });

  it("of a civil ID counts every guess of forty chats at once until it is reached, and none after", async () => {
    const world = createPeopleWorld(database().db);
    await world.import(row());
    const chats = await Promise.all(Array.from({ length: 40 }, (_, n) => world.chat(`guesser ${n}`)));
    await Promise.all(chats.map((chat) => world.turn(chat).workers.pair(noura, joseph)));
    const rows = await world.db.selectFrom("tallies").select("what").where("what", "=", "refusal-chat").execute();
    expect(rows).toHaveLength(20);
  });
});
