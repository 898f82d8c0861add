import { sql } from "kysely";
import { expect, it } from "vitest";
import { openPostgres } from "../../src/records/database.js";
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

  it("names itself to operators, and ends statements that are stuck", async () => {
    const { db } = database();
    const { rows } = await sql`select current_setting('application_name') as name,
      current_setting('statement_timeout') as statement,
      current_setting('idle_in_transaction_session_timeout') as idle`.execute(db);
    expect(rows).toEqual([{ name: "tajdeed", statement: "15s", idle: "20s" }]);
  });
});
