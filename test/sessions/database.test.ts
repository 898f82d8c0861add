// Sessions in the database keep the contract, on Postgres and on the embedded database.
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openPostgres } from "../../src/records/database.js";
import { createDatabaseSessions } from "../../src/sessions/database.js";
import type { ChatKey } from "../../src/turns/session-store.js";
import { sessionStoreContract } from "../contracts/session-store.contract.js";
import { describeEachDatabase, describeOnPostgres, type TestDb } from "../support/databases.js";
import { eventually } from "../support/eventually.js";
import { throughProxy } from "../support/tcp-proxy.js";

const lease = { ms: 30_000 };

/** As if so much time had passed for a chat's row. */
const pass = ({ db }: TestDb, chat: ChatKey, ms: number) =>
  sql`
    update sessions set
      leased_until = leased_until - make_interval(secs => ${ms / 1000}),
      session_until = session_until - make_interval(secs => ${ms / 1000}),
      updates = (
        select coalesce(jsonb_object_agg(key, value::bigint - ${ms / 1000}::bigint), '{}') from jsonb_each(updates)
      )
    where chat = ${chat}
  `.execute(db);

describeEachDatabase("sessions in the database", (database) => {
  sessionStoreContract(async () => {
    const { db, url } = database();
    // The embedded database serves one process, so both stores of the contract share it.
    const second = url === undefined ? undefined : openPostgres(url, () => undefined);
    return {
      stores: [createDatabaseSessions(db), createDatabaseSessions(second?.db ?? db)],
      pass: async (chat, ms) => void (await pass(database(), chat, ms)),
      lose: async (chat) => void (await db.deleteFrom("sessions").where("chat", "=", chat).execute()),
      kept: async (chat) => (await db.selectFrom("sessions").select("chat").where("chat", "=", chat).execute()).length,
      stop: async () => void (await second?.close()),
    };
  });

  describe("a sweep", () => {
    it("deletes what seven days of silence have ended, and nothing that is alive", async () => {
      const { db } = database();
      const store = createDatabaseSessions(db);
      const [silent, alive] = ["tg:silent" as ChatKey, "tg:alive" as ChatKey];
      for (const chat of [silent, alive]) {
        const opening = await store.open(chat, "1", lease);
        if (opening.kind === "open") await store.commit({ chat, token: opening.token }, "1", Buffer.from("draft"));
      }
      await pass(database(), silent, 7 * 86_400_000 + 1_000);
      await pass(database(), alive, 6 * 86_400_000);
      expect(await store.sweep()).toBe(1);
      expect(await db.selectFrom("sessions").select("chat").execute()).toEqual([{ chat: alive }]);
    });

    it("leaves a turn under way alone", async () => {
      const { db } = database();
      const store = createDatabaseSessions(db);
      const chat = "tg:returning" as ChatKey;
      await store.open(chat, "1", { ms: 8 * 86_400_000 });
      await pass(database(), chat, 7 * 86_400_000 + 1_000);
      expect(await store.sweep()).toBe(0);
    });
  });

  it("keep no chat waiting for a process that was killed in the middle of a turn", async () => {
    const store = createDatabaseSessions(database().db);
    const chat = "tg:killed" as ChatKey;
    await store.open(chat, "1", lease);
    expect(await store.open(chat, "2", lease)).toMatchObject({ kind: "busy" });
    await store.endLeases();
    expect(await store.open(chat, "2", lease)).toMatchObject({ kind: "open" });
  });
});

describeOnPostgres("sessions in a database over the network", (database) => {
  it("cost a turn two round trips", async () => {
    const { proxy, url } = await throughProxy(database().url ?? "");
    const opened = openPostgres(url, () => undefined);
    const store = createDatabaseSessions(opened.db);
    await store.ping();
    const before = proxy.asked();
    const chat = "tg:counted" as ChatKey;
    const opening = await store.open(chat, "1", lease);
    expect(proxy.asked() - before).toBe(1);
    if (opening.kind === "open") await store.commit({ chat, token: opening.token }, "1", Buffer.from("draft"));
    expect(proxy.asked() - before).toBe(2);
    await opened.close();
    await proxy.stop();
  });

  it("fail a turn when the database is gone, and serve again when it is back", async () => {
    const { proxy, url } = await throughProxy(database().url ?? "");
    let lost = 0;
    const opened = openPostgres(url, () => {
      lost += 1;
    });
    const store = createDatabaseSessions(opened.db);
    await store.ping();
    await proxy.cut();
    await eventually(() => expect(lost).toBe(1));
    await expect(store.open("tg:outage" as ChatKey, "1", lease)).rejects.toThrow();
    await expect(store.ping()).rejects.toThrow();
    await proxy.mend();
    expect(await store.open("tg:outage" as ChatKey, "1", lease)).toMatchObject({ kind: "open" });
    await opened.close();
    await proxy.stop();
  });
});
