// The demo's team as a real one comes in: each in a chat, so that what supervisors are told reaches them before they have written.
import { expect, it } from "vitest";
import { recordStaff } from "../../src/demo/seat-staff.js";
import { staff } from "../../src/demo/staff.js";
import { readSupervisors } from "../../src/records/desk/supervisors.js";
import { chatKey } from "../../src/records/vault.js";
import { describeEachDatabase, testReplan, testVault } from "../support/databases.js";
import { createPeopleWorld } from "../support/people-world.js";

describeEachDatabase("the demo's team on record", (database) => {
  it("is seated once, each in a chat that is known", async () => {
    const { db } = database();
    const { clock } = createPeopleWorld(db);
    for (const _start of [1, 2]) await recordStaff({ db, vault: testVault, clock, replan: testReplan });
    const supervisors = await readSupervisors(db);
    expect(supervisors).toHaveLength(1);
    const known = (await db.selectFrom("chats").select("chat").execute()).map(({ chat }) => chat);
    for (const { telegramUserId } of staff)
      expect(known).toContain(chatKey(testVault, "telegram", `${telegramUserId}`));
  });
});
