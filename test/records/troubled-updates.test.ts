import { expect, it } from "vitest";
import { createTroubledUpdates } from "../../src/records/troubled-updates.js";
import { chatKey } from "../../src/records/vault.js";
import { describeEachDatabase, testVault } from "../support/databases.js";

describeEachDatabase("an update that our own code fails on", (database) => {
  const chat = chatKey(testVault, "telegram", "1");
  const input = { kind: "text", text: "288070804106" } as const;
  const now = new Date("2026-11-22T09:00:00Z");

  it("is parked with the fifth fault, its input sealed", async () => {
    const { db } = database();
    const troubled = createTroubledUpdates({ db, vault: testVault });
    for (let i = 0; i < 4; i++) expect(await troubled.count(chat, "u1", input, now)).toBe("again");
    const [before] = await db.selectFrom("troubled_updates").selectAll().execute();
    expect(before).toMatchObject({ faults: 4, parked_at: null, input_sealed: null });
    expect(await troubled.count(chat, "u1", input, now)).toBe("parked");
    const [parked] = await db.selectFrom("troubled_updates").selectAll().execute();
    expect(parked).toMatchObject({ faults: 5, parked_at: now });
    const sealed = parked?.input_sealed ?? Buffer.alloc(0);
    expect(JSON.parse(testVault.seal.open(sealed, "troubled_updates.input_sealed"))).toEqual(input);
  });

  it("is counted apart from every other update and chat", async () => {
    const troubled = createTroubledUpdates({ db: database().db, vault: testVault });
    for (let i = 0; i < 4; i++) await troubled.count(chat, "u1", input, now);
    expect(await troubled.count(chat, "u2", input, now)).toBe("again");
    expect(await troubled.count(chatKey(testVault, "telegram", "2"), "u1", input, now)).toBe("again");
  });
});
