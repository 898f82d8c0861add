import { expect, it } from "vitest";
import { spent, sweepTallies, tally } from "../../src/records/tallies.js";
import { describeEachDatabase } from "../support/databases.js";

const hour = 60 * 60 * 1000;
const began = new Date("2026-11-22T09:00:00Z");
const after = (hours: number) => new Date(began.getTime() + hours * hour);
const civilId = { what: "refusal-civil-id", of: Buffer.from("an index") } as const;

describeEachDatabase("a sweep of what was counted", (database) => {
  it("forgets a day later what no limit looks at any more, and nothing sooner", async () => {
    const { db } = database();
    for (let n = 0; n < 20; n += 1) await db.transaction().execute((trx) => tally(trx, [civilId], began, true));
    const kept = async () => (await db.selectFrom("tallies").selectAll().execute()).length;

    await sweepTallies(db, after(23));
    expect(await db.transaction().execute((trx) => spent(trx, [civilId], after(23)))).toEqual([true]);
    expect(await kept()).toBe(20);

    await sweepTallies(db, after(25));
    expect(await kept()).toBe(0);
  });
});
