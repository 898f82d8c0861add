// Filings where two people act at the same moment, and where nothing was paid.
import { expect, it } from "vitest";
import type { Filings } from "../../../src/desk/filings.js";
import type { Staff } from "../../../src/desk/staff.js";
import type { PolicyNumber } from "../../../src/domain/policy-number.js";
import { insertRenewal } from "../../support/bought.js";
import { describeEachDatabase, describeOnPostgres } from "../../support/databases.js";
import { createDeskWorld, type DeskWorld } from "../../support/desk-world.js";
import { joseph, row } from "../../support/people-world.js";

const policyNumber = "HI-2027" as PolicyNumber;

async function staffed(world: DeskWorld): Promise<{ readonly filings: Filings; readonly agents: readonly Staff[] }> {
  const { filings, staff } = world.desk;
  const agents: Staff[] = [];
  for (const id of [1, 2]) {
    const agent = await staff.of((await world.seat(id, "agent")).chat);
    if (agent !== undefined) agents.push(agent);
  }
  if (filings === undefined) throw new Error("nothing is filed here");
  return { filings, agents };
}

async function filed(filings: Filings, id: number, by: Staff) {
  for (const kind of ["claim", "file"] as const)
    expect(await filings.take(id, { kind }, by, `${kind}:${id}`)).toMatchObject({ ok: true });
}

describeOnPostgres("two people at filings", (database) => {
  it("claim one at the same moment, and one of them has it", async () => {
    const world = createDeskWorld(database().db);
    const { filings, agents } = await staffed(world);
    await world.import(row());
    const id = await insertRenewal(world, "paid");
    const taken = await Promise.all(agents.map((by) => filings.take(id, { kind: "claim" }, by, `claim:${by.id}`)));
    expect(taken.map((each) => each !== "limit" && each?.ok).toSorted()).toEqual([false, true]);
    const [claimed] = await world.db.selectFrom("filing_events").selectAll().execute();
    const [by] = agents;
    if (by === undefined) throw new Error("nobody is there");
    expect(await filings.see(id, by, "see")).toMatchObject({ claim: { staff: claimed?.staff_id } });
  });

  it("enter one number for two workers at the same moment, and it is one's alone", async () => {
    const world = createDeskWorld(database().db);
    const { filings, agents } = await staffed(world);
    await world.import(row(), row({ worker_civil_id: joseph, policy_number: "HI-2" }));
    const workers = await world.db.selectFrom("workers").select("id").orderBy("id").execute();
    const renewals: (readonly [number, Staff])[] = [];
    for (const [at, { id: worker }] of workers.entries()) {
      const by = agents[at];
      if (by === undefined) continue;
      const id = await insertRenewal(world, "paid", { worker });
      await filed(filings, id, by);
      renewals.push([id, by]);
    }
    const taken = await Promise.all(
      renewals.map(([id, by]) => filings.take(id, { kind: "issue", policyNumber }, by, `issue:${id}`)),
    );
    expect(taken.map((each) => (each !== "limit" && each?.ok === false ? each.reason : "issued")).toSorted()).toEqual([
      "issued",
      "number-used",
    ]);
  });

  it("enter a number and reject at the same moment, and one thing happens", async () => {
    const world = createDeskWorld(database().db);
    const { filings, agents } = await staffed(world);
    await world.import(row());
    const [by] = agents;
    if (by === undefined) throw new Error("nobody is there");
    const id = await insertRenewal(world, "paid");
    await filed(filings, id, by);
    const taken = await Promise.all([
      filings.take(id, { kind: "issue", policyNumber }, by, "issue"),
      filings.take(id, { kind: "reject", reason: "Why" }, by, "reject"),
    ]);
    expect(taken.map((each) => each !== "limit" && each?.ok).toSorted()).toEqual([false, true]);
    const covers = await world.db.selectFrom("covers").select("id").where("source", "=", "issued").execute();
    const cases = await world.db.selectFrom("cases").select("id").execute();
    expect(covers.length + cases.length).toBe(1);
  });
});

describeEachDatabase("a filing", (database) => {
  it("that is rejected owes nothing where nothing was paid, and is a case all the same", async () => {
    const world = createDeskWorld(database().db);
    const { filings, agents } = await staffed(world);
    await world.import(row());
    const [by] = agents;
    if (by === undefined) throw new Error("nobody is there");
    const id = await insertRenewal(world, "paid");
    await world.db.updateTable("intent_lines").set({ fils: 0 }).execute();
    await filed(filings, id, by);
    expect(await filings.take(id, { kind: "reject", reason: "Why" }, by, "reject")).toMatchObject({
      ok: true,
      filing: { state: "rejected" },
    });
    const cases = world.db.selectFrom("cases").innerJoin("case_events", "case_events.case_id", "cases.id");
    expect(await cases.select(["kind", "detail"]).execute()).toEqual([
      { kind: "filing-rejected", detail: { refundFils: 0 } },
    ]);
  });

  it("ends the reminders of its period once there is cover", async () => {
    const world = createDeskWorld(database().db);
    const { filings, agents } = await staffed(world);
    await world.import(row());
    const chat = await world.chat("5100000777");
    await world.register(chat);
    const ends = () => world.db.selectFrom("reminders").select("end_day").distinct().execute();
    const [by] = agents;
    if (by === undefined) throw new Error("nobody is there");
    const id = await insertRenewal(world, "paid");
    await filed(filings, id, by);
    await filings.take(id, { kind: "issue", policyNumber }, by, "issue");
    expect(await ends()).toEqual([{ end_day: "2027-12-31" }]);
  });

  it("that is no renewal is nothing to anybody", async () => {
    const world = createDeskWorld(database().db);
    const { filings, agents } = await staffed(world);
    const [by] = agents;
    if (by === undefined) throw new Error("nobody is there");
    expect(await filings.see(7, by, "see")).toBeUndefined();
    expect(await filings.form(7, by, "form")).toBeUndefined();
    expect(await filings.take(7, { kind: "claim" }, by, "claim")).toBeUndefined();
  });
});

describeEachDatabase("a policy number", (database) => {
  it.each(["ex20250001", "EX 2025 0001", "EX_2025-0001"])(
    "that stands on record in another writing is used: %s",
    async (typed) => {
      const world = createDeskWorld(database().db);
      const { filings, agents } = await staffed(world);
      await world.import(row({ policy_number: "EX-2025-0001" }));
      const [by] = agents;
      if (by === undefined) throw new Error("nobody is there");
      const id = await insertRenewal(world, "paid");
      await filed(filings, id, by);
      const taken = await filings.take(id, { kind: "issue", policyNumber: typed as PolicyNumber }, by, "issue");
      expect(taken).toMatchObject(typed.includes("_") ? { ok: true } : { ok: false, reason: "number-used" });
    },
  );
});
