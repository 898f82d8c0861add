import fc from "fast-check";
import { expect, it } from "vitest";
import { FenceLost, holdFence } from "../../src/records/fence.js";
import { chatKey } from "../../src/records/vault.js";
import { describeEachDatabase, describeOnPostgres, testVault } from "../support/databases.js";

const chat = chatKey(testVault, "telegram", "1");

describeEachDatabase("a fence", (database) => {
  it("only rises: whoever holds an older token changes nothing", async () => {
    const { db } = database();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(20), { minLength: 1, maxLength: 12 }), async (tokens) => {
        await db.deleteFrom("chat_fences").execute();
        let highest = -1;
        for (const token of tokens) {
          const held = db.transaction().execute((trx) => holdFence(trx, { chat, token }));
          if (token < highest) await expect(held).rejects.toThrow(FenceLost);
          else await held;
          highest = Math.max(highest, token);
        }
        const row = await db.selectFrom("chat_fences").selectAll().executeTakeFirstOrThrow();
        expect(row).toEqual({ chat, token: highest });
      }),
      { numRuns: 15 },
    );
  });

  it("undoes what was written before it was found lost", async () => {
    const { db } = database();
    await db.transaction().execute((trx) => holdFence(trx, { chat, token: 9 }));
    const written = db.transaction().execute(async (trx) => {
      await trx.insertInto("meta").values({ name: "x", value: "y" }).execute();
      await holdFence(trx, { chat, token: 8 });
    });
    await expect(written).rejects.toThrow(FenceLost);
    expect(await db.selectFrom("meta").selectAll().execute()).toEqual([]);
  });
});

describeOnPostgres("a fence between two connections", (database) => {
  it("lets an older turn that waits for a newer one's row change nothing", async () => {
    const { db } = database();
    let newer: Promise<void> | undefined;
    const holds = new Promise<() => void>((tell) => {
      newer = db.transaction().execute(async (trx) => {
        await holdFence(trx, { chat, token: 2 });
        await new Promise<void>((release) => tell(release));
      });
    });
    const release = await holds;
    const older = db.transaction().execute((trx) => holdFence(trx, { chat, token: 1 }));
    release();
    await newer;
    await expect(older).rejects.toThrow(FenceLost);
  });
});
