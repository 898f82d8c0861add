// Sessions in the database keep the contract, on Postgres and on the embedded database.
import { sql } from "kysely";
import { describe } from "vitest";
import { type Db, openPostgres } from "../../src/records/database.js";
import { migrate } from "../../src/records/migrate.js";
import { openPglite } from "../../src/records/pglite.js";
import { createDatabaseSessions } from "../../src/sessions/database.js";
import { type SessionStoreHarness, sessionStoreContract } from "../contracts/session-store.contract.js";
import { describeWithPostgres, freshDatabase } from "../support/postgres.js";

/** @param dbs two processes' connections; the same one twice where only one process can be */
function harness(dbs: readonly [Db, Db], stop: () => Promise<void>): SessionStoreHarness {
  const [db] = dbs;
  return {
    stores: [createDatabaseSessions(dbs[0]), createDatabaseSessions(dbs[1])],
    async pass(chat, ms) {
      const passed = sql`make_interval(secs => ${ms / 1000})`;
      await sql`
        update sessions set
          leased_until = leased_until - ${passed},
          session_until = session_until - ${passed},
          updates = (select coalesce(jsonb_object_agg(key, value::bigint - ${ms / 1000}::bigint), '{}') from jsonb_each(updates))
        where chat = ${chat}
      `.execute(db);
    },
    lose: async (chat) => void (await sql`delete from sessions where chat = ${chat}`.execute(db)),
    async kept(chat) {
      const { rows } = await sql`select 1 from sessions where chat = ${chat}`.execute(db);
      return rows.length;
    },
    stop,
  };
}

describeWithPostgres("sessions in Postgres", () => {
  sessionStoreContract(async () => {
    const database = await freshDatabase();
    const [one, two] = [openPostgres(database.url, () => undefined), openPostgres(database.url, () => undefined)];
    await migrate(one.db);
    return harness([one.db, two.db], async () => {
      await Promise.all([one.close(), two.close()]);
      await database.drop();
    });
  });
});

describe("sessions in the embedded database", () => {
  sessionStoreContract(async () => {
    const { db, close } = await openPglite("memory");
    await migrate(db);
    return harness([db, db], close);
  });
});
