// Overdue filings on both databases: counted by their day of payment, and told to supervisors once a day.
import { describe, expect, it } from "vitest";
import { type IsoDate, kuwaitDate } from "../../../src/domain/iso-date.js";
import type { PolicyNumber } from "../../../src/domain/policy-number.js";
import { createRenderView } from "../../../src/messages/render-view.js";
import { countOverdueFilings, createTellOverdue } from "../../../src/records/desk/overdue-filings.js";
import { loadWords } from "../../../src/words/load.js";
import { insertRenewal } from "../../support/bought.js";
import { describeEachDatabase, describeOnPostgres, testVault } from "../../support/databases.js";
import { createDeskWorld, type DeskWorld } from "../../support/desk-world.js";
import { civilId } from "../../support/fake-world.js";
import { day, row } from "../../support/people-world.js";

const { speak } = await loadWords("locales");

const none = new Set<IsoDate>();

const createOverdue = ({ db, clock }: DeskWorld) =>
  createTellOverdue({
    db,
    vault: testVault,
    clock,
    renderView: createRenderView(speak, { isTest: false }),
    firstLanguage: "ar",
    holidays: none,
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
    expect(await countOverdueFilings(db, today(), none)).toBe(0);
    clock.advance(day);
    expect(await countOverdueFilings(db, today(), none)).toBe(1);
    await db.updateTable("renewals").set({ state: "filed" }).where("id", "=", id).execute();
    expect(await countOverdueFilings(db, today(), none)).toBe(1);
    await db.updateTable("renewals").set({ state: "issued" }).where("id", "=", id).execute();
    expect(await countOverdueFilings(db, today(), none)).toBe(0);
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
    expect(await overdue(kuwaitDate(clock.now()))).toBe(0);
    clock.advance(3 * day);
    for (const _time of [1, 2]) expect(await overdue(kuwaitDate(clock.now()))).toBe(1);
    clock.advance(day);
    await overdue(kuwaitDate(clock.now()));
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

  describe("as cases", () => {
    async function late() {
      const world = createDeskWorld(database().db);
      await world.import(row());
      const renewal = await insertRenewal(world, "paid");
      world.clock.advance(3 * day);
      const tells = () => createOverdue(world)(kuwaitDate(world.clock.now()));
      const cases = async () => {
        const all = world.db.selectFrom("cases").innerJoin("case_events", "case_events.case_id", "cases.id");
        const rows = await all.select(["kind", "state", "event", "renewal_id"]).orderBy("case_events.id").execute();
        return rows.map(({ kind, state, event, renewal_id }) => {
          expect(renewal_id).toBe(renewal);
          return `${kind} ${state}: ${event}`;
        });
      };
      return { world, renewal, tells, cases };
    }

    it("are opened once, and call nobody into a chat", async () => {
      const { world, tells, cases } = await late();
      await tells();
      world.clock.advance(day);
      await tells();
      expect(await cases()).toEqual(["filing-overdue open: opened"]);
      expect(await world.db.selectFrom("handoffs").select("id").execute()).toEqual([]);
    });

    it("are opened where no supervisor is there to be told", async () => {
      const { tells, cases } = await late();
      expect(await tells()).toBe(1);
      expect(await cases()).toHaveLength(1);
    });

    it.each([
      ["issued", { kind: "issue", policyNumber: "HI-2027" as PolicyNumber }],
      ["rejected", { kind: "reject", reason: "Why" }],
    ] as const)("close by themselves when they are %s", async (event, step) => {
      const { world, renewal, tells, cases } = await late();
      await tells();
      const by = await world.desk.staff.of((await world.seat(2, "agent")).chat);
      const { filings } = world.desk;
      if (by === undefined || filings === undefined) throw new Error("nobody files here");
      for (const kind of ["claim", "file"] as const) await filings.take(renewal, { kind }, by, kind);
      expect(await cases()).toEqual(["filing-overdue open: opened"]);
      await filings.take(renewal, step, by, "end");
      await tells();
      expect((await cases()).filter((each) => each.startsWith("filing-overdue"))).toEqual([
        "filing-overdue closed: opened",
        `filing-overdue closed: ${event}`,
      ]);
    });

    it("close by themselves when an import shows the cover", async () => {
      const { world, tells, cases } = await late();
      await tells();
      await world.import(row({ policy_number: "HI-2", cover_from: "2027-01-01", cover_until: "2027-12-31" }));
      expect(await cases()).toEqual(["filing-overdue closed: opened", "filing-overdue closed: issued"]);
    });
  });
});

describeOnPostgres("an overdue filing", (database) => {
  it("that is issued at the moment it is noticed leaves no open case", async () => {
    for (let round = 0; round < 12; round += 1) {
      const world = createDeskWorld(database().db);
      const policy_number = `HI-9${round}`;
      const worker_civil_id = civilId("1991-06-18", 2010 + 20 * round);
      await world.import(row({ worker_civil_id, policy_number }));
      const worker = await world.db.selectFrom("workers").select("id").orderBy("id", "desc").executeTakeFirstOrThrow();
      const renewal = await insertRenewal(world, "paid", { worker: worker.id });
      world.clock.advance(3 * day);
      await Promise.all([
        createOverdue(world)(kuwaitDate(world.clock.now())),
        world.import(
          row({ worker_civil_id, policy_number: `HI-8${round}`, cover_from: "2027-01-01", cover_until: "2027-12-31" }),
        ),
      ]);
      const state = await world.db.selectFrom("renewals").select("state").where("id", "=", renewal).executeTakeFirst();
      expect(state?.state).toBe("issued");
      const open = world.db.selectFrom("cases").select("id").where("state", "=", "open");
      expect(await open.execute()).toEqual([]);
    }
  });
});
