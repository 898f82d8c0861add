import { sql } from "kysely";
import { expect, it } from "vitest";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { enqueue } from "../../src/records/outbox.js";
import { createTroubledUpdates } from "../../src/records/troubled-updates.js";
import { describeEachDatabase, testVault } from "../support/databases.js";
import { createPeopleWorld, joseph, maria, noura, nouraPhone, row, stranger } from "../support/people-world.js";

describeEachDatabase("what is personal", (database) => {
  it("stands in no row of any table in clear", async () => {
    const { db } = database();
    const world = createPeopleWorld(db);
    const chatId = "5100000901";
    const [name, email] = ["Canary Aviary", "canary@aviary.example"];
    await world.import(row({ sponsor_name_en: "Sponsor Canary", worker_name_en: "Worker Canary" }));
    const chat = await world.chat(chatId);
    const challenge = { how: "code", civilId: noura } as const;
    await world.turn(chat).proofs.set("d:p", challenge, false);
    const met = await world.turn(chat).proofs.meetCode("d:p", challenge, world.code);
    if (!met.ok) throw new Error(met.reason);
    await world.turn(chat).proofs.set("d:q", challenge, false);
    const registration = { civilId: noura, proof: met.proof, consentedTo: "1" } as const;
    await world.turn(chat).people.register("d", registration);
    await world.turn(chat).people.describe({ what: "name", value: name });
    await world.turn(chat).people.describe({ what: "email", value: email });
    await world
      .turn(chat)
      .workers.track("t", { civilId: joseph, name: "Tracked Canary", coverUntil: "2027-01-01" as IsoDate });
    await world.turn(chat).workers.pair(stranger, maria);
    const { url } = await world.turn(chat).people.exportLink("x");
    const message = { text: "Canary said", language: "en", code: [], buttons: [] } as const;
    await enqueue(db, testVault, { chat, kind: "reply", effectKey: "e", message, now: world.clock.now() });
    const troubled = createTroubledUpdates({ db, vault: testVault });
    for (let i = 0; i < 5; i++)
      await troubled.count(chat, "u", { kind: "text", text: "Canary sang" }, world.clock.now());

    const { rows: tables } = await sql<{ tablename: string }>`
      select tablename from pg_tables where schemaname = 'public'`.execute(db);
    let written = "";
    let filled = 0;
    for (const { tablename } of tables) {
      const { rows } = await sql`select t.*::text from ${sql.table(tablename)} t`.execute(db);
      filled += rows.length > 0 ? 1 : 0;
      written += JSON.stringify(rows);
    }
    expect(filled).toBeGreaterThan(12);
    // Bytes are written as \x…: what was stored as plain bytes would be found so.
    const secrets = [noura, maria, joseph, stranger, nouraPhone, "50001234", chatId, world.code, name, email].concat([
      "Canary",
      "نورة",
      "ماريا",
      url.slice(-22),
    ]);
    for (const secret of secrets) {
      expect(written).not.toContain(secret);
      expect(written).not.toContain(Buffer.from(secret).toString("hex"));
    }
  });
});
