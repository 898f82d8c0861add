import { sql } from "kysely";
import { expect, it } from "vitest";
import { checkDatabase, claimDatabase } from "../../src/records/claim.js";
import type { Db } from "../../src/records/database.js";
import { migrate, standingOf } from "../../src/records/migrate.js";
import { createVault } from "../../src/records/vault.js";
import { describeEachDatabase, testVault } from "../support/databases.js";

describeEachDatabase("a database and its program", (database) => {
  it("is migrated once: a second time applies nothing", async () => {
    expect(await migrate(database().db)).toEqual({ ok: true, applied: [] });
    expect(await standingOf(database().db)).toBe("current");
  });

  it("is left alone when a later program has migrated it", async () => {
    const { db } = database();
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'now')`.execute(db);
    expect(await standingOf(db)).toBe("newer");
    expect(await migrate(db)).toEqual({ ok: false, reason: "newer-database" });
    await sql`delete from kysely_migration where name = '9999-later'`.execute(db);
  });

  it("tells that migrations wait", async () => {
    const { db } = database();
    const { rows } = await sql<{ name: string; timestamp: string }>`delete from kysely_migration returning *`.execute(
      db,
    );
    expect(await standingOf(db)).toBe("older");
    for (const row of rows) await sql`insert into kysely_migration values (${row.name}, ${row.timestamp})`.execute(db);
  });

  it("is claimed by the first holder and recognised by it", async () => {
    const { db } = database();
    expect(await checkDatabase(db, testVault, "demo")).toEqual({ ok: true });
    expect(await claimDatabase(db, testVault, "service")).toEqual({ ok: true });
    expect(await claimDatabase(db, testVault, "service")).toEqual({ ok: true });
  });

  it("with a service's data refuses the demo, and the other way round", async () => {
    const { db } = database();
    await claimDatabase(db, testVault, "service");
    expect(await claimDatabase(db, testVault, "demo")).toEqual({ ok: false, reason: "holds-service" });
    await sql`delete from meta`.execute(db);
    await claimDatabase(db, testVault, "demo");
    expect(await claimDatabase(db, testVault, "service")).toEqual({ ok: false, reason: "holds-demo" });
  });

  it("refuses a key that does not open it", async () => {
    const { db } = database();
    await claimDatabase(db, testVault, "service");
    const other = createVault(Buffer.alloc(32, 7));
    expect(await claimDatabase(db, other, "service")).toEqual({ ok: false, reason: "wrong-key" });
    expect(await checkDatabase(db, other, "service")).toEqual({ ok: false, reason: "wrong-key" });
  });

  it("gives dates as text, counts as safe integers, and bytes as buffers", async () => {
    const { rows } =
      await sql`select date '2028-02-29' as day, 9007199254740991::bigint as much, sum(x)::numeric as total,
      '\\x00ff'::bytea as bytes, null::date as none from (values (1::bigint), (2)) as v(x)`.execute(database().db);
    expect(rows).toEqual([
      { day: "2028-02-29", much: 9007199254740991, total: 3, bytes: Buffer.from([0, 255]), none: null },
    ]);
  });

  it("refuses a count that JavaScript would round", async () => {
    await expect(sql`select 9007199254740993::bigint`.execute(database().db)).rejects.toThrow("not a safe integer");
  });

  it("serves on after an SQL error, inside and outside a transaction", async () => {
    const { db } = database();
    await expect(sql`select 1 / 0`.execute(db)).rejects.toThrow("division by zero");
    await expect(db.transaction().execute((trx) => sql`select 1 / 0`.execute(trx))).rejects.toThrow("division by zero");
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });

  it("runs a statement again after its parameters made it fail, inside and outside a transaction", async () => {
    const { db } = database();
    const divide = (trx: Db, by: number) => sql<{ half: number }>`select 6 / ${by}::int as half`.execute(trx);
    await expect(divide(db, 0)).rejects.toThrow("division by zero");
    expect((await divide(db, 2)).rows).toEqual([{ half: 3 }]);
    await expect(db.transaction().execute((trx) => divide(trx, 0))).rejects.toThrow("division by zero");
    expect(await db.transaction().execute(async (trx) => (await divide(trx, 3)).rows)).toEqual([{ half: 2 }]);
  });
});
