// What the program does without anybody's asking is begun with it: filings are watched, full values taken back, what is over swept.
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kuwaitDate } from "../../src/domain/iso-date.js";
import { isWorkingDay } from "../../src/domain/working-days.js";
import type { Db } from "../../src/records/database.js";
import { readStaffGroup } from "../../src/records/desk/staff-group.js";
import { openPglite } from "../../src/records/pglite.js";
import { insertRenewal } from "../support/bought.js";
import { eventually } from "../support/eventually.js";
import { type Program, program } from "../support/program.js";

const dayMs = 24 * 60 * 60 * 1000;

describe("the demo, where filings are the desk's", () => {
  let demo: Program;
  beforeAll(async () => {
    demo = await program({ FILING: "manual", REMINDER_HOURS: "00:00-23:59" });
    await demo.start();
  }, 120_000);
  afterAll(async () => demo?.end());

  /** The embedded database is one process's alone: the program is not running meanwhile. */
  async function inDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const database = await openPglite(demo.dir);
    return work(database.db).finally(() => database.close());
  }
  const post = async (path: string, body: object) => {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${demo.origin}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    expect(answer.ok).toBe(true);
  };

  it("tells of overdue filings, takes back what was shown, sweeps, and counts its own words in the team's group", async () => {
    await demo.stop();
    const before = new Date();
    await inDatabase(async (db) => {
      await insertRenewal({ db, clock: { now: () => before } }, "paid");
      const { id: staff_id } = await db.selectFrom("staff").select("id").executeTakeFirstOrThrow();
      await db.insertInto("reveals").values({ staff_id, chat: "c", delete_at: before }).execute();
      const tally = {
        what: "refusal-chat" as const,
        subject: Buffer.from("x"),
        at: new Date(before.getTime() - 3 * dayMs),
      };
      await db.insertInto("tallies").values(tally).execute();
      await db.updateTable("chats").set({ unreachable_at: before }).execute();
    });
    await demo.start();
    let advanced = 14;
    while (!isWorkingDay(kuwaitDate(new Date(before.getTime() + advanced * dayMs)), new Set())) advanced += 1;
    await post("/demo/clock", { advance: `${advanced}d` });
    await post("/demo/desk", { staff: "agent", lang: "en", where: "group", act: "say", text: "/queue" });
    const metrics = async () => (await fetch(`${demo.origin}/metrics`)).text();
    await eventually(async () => expect(await metrics()).toMatch(/^tajdeed_filings_overdue [1-9]/mu));
    // A look of the slowest of them, and some more.
    await new Promise((resolve) => setTimeout(resolve, 7_000));
    await demo.stop();
    await inDatabase(async (db) => {
      const cases = await db.selectFrom("cases").select("kind").execute();
      expect(cases.map(({ kind }) => kind)).toContain("filing-overdue");
      const [reveal] = await db.selectFrom("reveals").select("deleted_at").execute();
      expect(reveal?.deleted_at).not.toBeNull();
      expect(await db.selectFrom("tallies").selectAll().where("subject", "=", Buffer.from("x")).execute()).toEqual([]);
      const group = await readStaffGroup(db);
      const { rows } = await sql`select chat, cardinality(posted_at) as posted from group_pace`.execute(db);
      expect(rows).toEqual([{ chat: group?.chat, posted: 1 }]);
      const standing = db
        .selectFrom("chats")
        .select("unreachable_at")
        .where("chat", "=", group?.chat ?? "");
      expect((await standing.executeTakeFirstOrThrow()).unreachable_at).toBeNull();
    });
  }, 120_000);
});
