// Money that is owed back is told to supervisors every day until it is given back, by a number that finds it.
import { expect, it } from "vitest";
import { kuwaitDate } from "../../../src/domain/iso-date.js";
import { openCase } from "../../../src/records/cases.js";
import { countDesk } from "../../../src/records/desk/count-desk.js";
import { createTellOwed } from "../../../src/records/desk/owed-money.js";
import { insertAttempt, insertIntent, insertLine, insertReceipt, insertRenewal } from "../../support/bought.js";
import { describeEachDatabase, testVault } from "../../support/databases.js";
import { createDeskWorld } from "../../support/desk-world.js";
import { day, row } from "../../support/people-world.js";

describeEachDatabase("money that is owed back", (database) => {
  async function start() {
    const world = createDeskWorld(database().db);
    const { db, clock } = world;
    await world.import(row());
    const supervisor = await world.seat(1, "supervisor");
    await world.seat(2, "agent");
    await world.chat("1");
    const tellOwed = createTellOwed({ db, vault: testVault, clock, renderView: world.renderView, firstLanguage: "en" });
    const told = async () => {
      const rows = await db
        .selectFrom("outbox")
        .selectAll()
        .where("effect_key", "like", "owed-money:%")
        .orderBy("id")
        .execute();
      return rows.map(({ chat, message_sealed }) => {
        expect(chat).toBe(supervisor.chat);
        const { text } = JSON.parse(testVault.seal.open(message_sealed, "outbox.message_sealed"));
        return String(text).replace(/[\u2066-\u2069]/gu, "");
      });
    };
    const counted = async () => (await countDesk(db, clock.now())).get("owed-back");
    return { world, supervisor, told, counted, tell: () => tellOwed(kuwaitDate(clock.now())) };
  }

  it("is told once a day, the longest owed first, until nothing is", async () => {
    const { world, told, tell, counted } = await start();
    const { db, clock } = world;
    expect([await tell(), await counted()]).toEqual([0, 0]);
    const intent = await insertIntent(world, "paid");
    await insertReceipt(world, intent, "TJ-2026-ABCDEFGH");
    await insertRenewal(world, "refund-due", { intent });
    clock.advance(day);
    const other = await insertIntent(world, "conflicted");
    await insertLine(world, other);
    const attempt = await insertAttempt(world, other, "conflicted");
    const detail = { refundFils: 4_999, currency: "KWD" };
    const of = { kind: "wrong-amount", effectKey: "k", intent: other, attempt, detail } as const;
    await db.transaction().execute((trx) => openCase(trx, of, clock.now()));
    // Nobody knew how that try had ended, before its money came.
    const unknown = { kind: "no-outcome", effectKey: "n", intent: other, attempt, detail: {} } as const;
    await db.transaction().execute((trx) => openCase(trx, unknown, clock.now()));
    for (const _time of [1, 2]) expect(await tell()).toBe(2);
    const { reference } = await db.selectFrom("attempts").select("reference").executeTakeFirstOrThrow();
    expect(await told()).toEqual([
      expect.stringMatching(
        new RegExp(
          `^💰 2 payments are owed back:\n• TJ-2026-ABCDEFGH, since .*\n• ${reference}, since .*\nLook each up`,
          "u",
        ),
      ),
    ]);
    expect(await counted()).toBe(2);
    clock.advance(day);
    await tell();
    expect(await told()).toHaveLength(2);
    await db.updateTable("renewals").set({ state: "refunded" }).execute();
    await db.updateTable("attempts").set({ state: "refunded" }).execute();
    clock.advance(day);
    expect([await tell(), await counted()]).toEqual([0, 0]);
  });

  it("tells of no more than can be dealt with, and how many more there are", async () => {
    const { world, told, tell } = await start();
    for (let n = 10; n < 30; n += 1) {
      const intent = await insertIntent(world, "paid");
      await insertReceipt(world, intent, `TJ-2026-ABCDEF${n}`);
      await insertRenewal(world, "refund-due", { intent });
    }
    expect(await tell()).toBe(20);
    const [said = ""] = await told();
    expect(said.split("\n").filter((each) => each.startsWith("•"))).toHaveLength(15);
    expect(said).toContain("and 5 more.");
  });

  it("is found by the number that is told, and its case has the button", async () => {
    const { world, supervisor } = await start();
    const other = await insertIntent(world, "conflicted");
    await insertLine(world, other);
    const attempt = await insertAttempt(world, other, "conflicted");
    await world.db.updateTable("attempts").set({ reference: "5fd1c07a93b24e6f8a1d2c3b4e5f6071" }).execute();
    const detail = { refundFils: 4_999, currency: "KWD" };
    const of = { kind: "wrong-amount", effectKey: "k", intent: other, attempt, detail } as const;
    await world.db.transaction().execute((trx) => openCase(trx, of, world.clock.now()));
    const card = await supervisor.writes("5fd1c07a93b24e6f8a1d2c3b4e5f6071");
    const data = card?.flatMap(({ buttons }) => buttons.flat().flatMap((each) => ("data" in each ? [each.data] : [])));
    expect(data?.some((each) => each.startsWith("desk:case:refunded"))).toBe(true);
  });
});
