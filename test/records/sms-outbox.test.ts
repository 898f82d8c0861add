import { sql } from "kysely";
import { expect, it } from "vitest";
import { createSmsStore } from "../../src/records/sms-outbox.js";
import { describeEachDatabase, describeOnPostgres, testVault } from "../support/databases.js";
import { createPeopleWorld, minute, noura, nouraPhone, row } from "../support/people-world.js";

describeEachDatabase("codes that wait to be sent", (database) => {
  async function withCodes(chats: number) {
    const world = createPeopleWorld(database().db);
    await world.import(row());
    for (let i = 0; i < chats; i++) {
      world.code = `00000${i}`;
      await world.turn(await world.chat(String(i))).proofs.set("k", { how: "code", civilId: noura }, false);
    }
    return { world, store: createSmsStore({ db: world.db, vault: testVault, clock: world.clock }) };
  }
  const states = async ({ db }: Awaited<ReturnType<typeof withCodes>>["world"]) =>
    (await db.selectFrom("sms_outbox").select("state").orderBy("id").execute()).map(({ state }) => state);

  it("are claimed one by one, oldest first, each once", async () => {
    const { world, store } = await withCodes(2);
    expect(await store.claim()).toEqual({ id: expect.any(String), to: nouraPhone, text: "Your code is 000000" });
    expect(await states(world)).toEqual(["sending", "waiting"]);
    expect((await store.claim())?.text).toBe("Your code is 000001");
    expect(await store.claim()).toBeUndefined();
  });

  it("go back to waiting, or come to their end, as recorded", async () => {
    const { world, store } = await withCodes(2);
    const [first, second] = [await store.claim(), await store.claim()];
    await store.record(first?.id ?? "", "waiting");
    await store.record(second?.id ?? "", "sent");
    expect(await states(world)).toEqual(["waiting", "sent"]);
    expect((await store.claim())?.id).toBe(first?.id);
  });

  it("are not sent once they can no longer be met", async () => {
    const { world, store } = await withCodes(1);
    world.clock.advance(10 * minute);
    expect(await store.claim()).toBeUndefined();
  });

  it("are unknown, and not sent again, when their sender died", async () => {
    const { world, store } = await withCodes(1);
    const claimed = await store.claim();
    expect(await store.recoverCrashed()).toEqual([]);
    await sql`update sms_outbox set leased_until = clock_timestamp() - interval '1 second'`.execute(world.db);
    expect(await store.recoverCrashed()).toEqual([claimed?.id]);
    expect(await states(world)).toEqual(["unknown"]);
    expect(await store.claim()).toBeUndefined();
  });
});

describeOnPostgres("codes that wait, with many senders", (database) => {
  it("go out once each", async () => {
    const world = createPeopleWorld(database().db);
    await world.import(row());
    for (let i = 0; i < 5; i++)
      await world.turn(await world.chat(String(i))).proofs.set("k", { how: "code", civilId: noura }, false);
    const store = createSmsStore({ db: world.db, vault: testVault, clock: world.clock });
    const claimed = (await Promise.all(Array.from({ length: 12 }, () => store.claim()))).flatMap(
      (sms) => sms?.id ?? [],
    );
    for (let sms = await store.claim(); sms !== undefined; sms = await store.claim()) claimed.push(sms.id);
    expect(claimed).toHaveLength(5);
    expect(new Set(claimed).size).toBe(5);
  });
});
