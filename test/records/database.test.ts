import { sql } from "kysely";
import { expect, it } from "vitest";
import { openPostgres, reach } from "../../src/records/database.js";
import { isDatabaseOutage } from "../../src/records/outage.js";
import { describeOnPostgres } from "../support/databases.js";

describeOnPostgres("a connection to Postgres", (database) => {
  it("that is cut in the middle of a transaction fails that one, is heard of, and others serve on", async () => {
    const lost: string[] = [];
    const { db, close } = openPostgres(database().url ?? "", (error) => lost.push(error.message));
    const cut = db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database().db);
      await expect.poll(() => lost.length).toBeGreaterThan(0);
      await sql`select 1`.execute(trx);
    });
    await expect(cut).rejects.toSatisfy(isDatabaseOutage);
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
    await close();
  });

  it("that leads to a server which takes no writes any more is given up, and the next one finds the writer", async () => {
    const { db, close } = openPostgres(database().url ?? "", () => undefined);
    const pid = async () => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid;
    const demote = () => sql`set session characteristics as transaction read only`.execute(db);
    const write = () => db.insertInto("meta").values({ name: "written", value: "" }).execute();

    const first = await pid();
    await demote();
    await expect(write()).rejects.toSatisfy(isDatabaseOutage);
    await write();
    const second = await pid();
    expect(second).not.toBe(first);

    await demote();
    await expect(db.transaction().execute((trx) => trx.deleteFrom("meta").execute())).rejects.toSatisfy(
      isDatabaseOutage,
    );
    expect(await pid()).not.toBe(second);

    await demote();
    await expect(reach(db), "what readiness asks is refused as well").rejects.toSatisfy(isDatabaseOutage);
    await reach(db);
    await close();
  });

  it("is kept after a statement that is merely wrong", async () => {
    const { db, close } = openPostgres(database().url ?? "", () => undefined);
    const pid = async () => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid;
    const first = await pid();
    await expect(sql`select 1 / 0`.execute(db)).rejects.toThrow();
    expect(await pid()).toBe(first);
    await close();
  });

  it("names itself to operators, and ends statements that are stuck", async () => {
    const { db } = database();
    const { rows } = await sql`select current_setting('application_name') as name,
      current_setting('statement_timeout') as statement,
      current_setting('idle_in_transaction_session_timeout') as idle`.execute(db);
    expect(rows).toEqual([{ name: "tajdeed", statement: "15s", idle: "20s" }]);
  });
});
