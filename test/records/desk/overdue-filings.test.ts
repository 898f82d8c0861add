// Overdue filings on both databases: counted by their day of payment, and told to supervisors once a day.
import { expect, it } from "vitest";
import { kuwaitDate } from "../../../src/domain/iso-date.js";
import { createRenderView } from "../../../src/messages/render-view.js";
import { countOverdueFilings, createOverdueFilings } from "../../../src/records/desk/overdue-filings.js";
import { loadWords } from "../../../src/words/load.js";
import { insertRenewal } from "../../support/bought.js";
import { describeEachDatabase, testVault } from "../../support/databases.js";
import { createDeskWorld, type DeskWorld } from "../../support/desk-world.js";
import { day, row } from "../../support/people-world.js";

const { speak } = await loadWords("locales");

const createOverdue = ({ db, clock }: DeskWorld) =>
  createOverdueFilings({
    db,
    vault: testVault,
    clock,
    renderView: createRenderView(speak, { isTest: false }),
    firstLanguage: "ar",
  });

describeEachDatabase("overdue filings", (database) => {
  it("are paid or filed renewals of which the second working day has passed", async () => {
    const world = createDeskWorld(database().db);
    const { db, clock } = world;
    await world.import(row());
    // Sunday 22 November 2026.
    const id = await insertRenewal(world, "paid");
    const today = () => kuwaitDate(clock.now());
    clock.advance(2 * day);
    expect(await countOverdueFilings(db, today())).toBe(0);
    clock.advance(day);
    expect(await countOverdueFilings(db, today())).toBe(1);
    await db.updateTable("renewals").set({ state: "filed" }).where("id", "=", id).execute();
    expect(await countOverdueFilings(db, today())).toBe(1);
    await db.updateTable("renewals").set({ state: "issued" }).where("id", "=", id).execute();
    expect(await countOverdueFilings(db, today())).toBe(0);
  });

  it("are told to each supervisor in their language, once a day, and to nobody else", async () => {
    const world = createDeskWorld(database().db);
    const { db, clock } = world;
    for (const id of ["1", "2", "3", "4"]) await world.chat(id);
    const [first, second, agent] = [
      await world.seat(1, "supervisor"),
      await world.seat(2, "supervisor"),
      await world.seat(3, "agent"),
    ];
    const gone = await world.seat(4, "supervisor");
    await db.updateTable("staff").set({ state: "suspended" }).where("chat", "=", gone.chat).execute();
    await db.updateTable("chats").set({ language: "en" }).where("chat", "=", first.chat).execute();
    await world.import(row());
    await insertRenewal(world, "paid");
    const overdue = createOverdue(world);
    expect(await overdue.tell(kuwaitDate(clock.now()))).toBe(0);
    clock.advance(3 * day);
    for (const _time of [1, 2]) expect(await overdue.tell(kuwaitDate(clock.now()))).toBe(1);
    clock.advance(day);
    await overdue.tell(kuwaitDate(clock.now()));
    const rows = await db.selectFrom("outbox").select(["chat", "message_sealed"]).orderBy("id").execute();
    const textOf = (chat: string) =>
      rows
        .filter((each) => each.chat === chat)
        .map((each) => JSON.parse(testVault.seal.open(each.message_sealed, "outbox.message_sealed")).text as string);
    expect(textOf(first.chat)).toHaveLength(2);
    expect(textOf(first.chat)[0]).toContain("22 Nov 2026");
    expect(textOf(second.chat)[0]).toContain("معاملة مدفوعة واحدة");
    expect(textOf(agent.chat)).toEqual([]);
    expect(textOf(gone.chat)).toEqual([]);
  });
});
