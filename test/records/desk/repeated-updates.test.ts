// An update that comes again finds what it did, and is answered as before.
import { expect, it } from "vitest";
import type { Staff } from "../../../src/desk/staff.js";
import { describeEachDatabase } from "../../support/databases.js";
import { createDeskWorld, type DeskWorld } from "../../support/desk-world.js";
import { noura, phone, row } from "../../support/people-world.js";

async function seated(world: DeskWorld, id: number, role: Staff["role"]): Promise<Staff> {
  const staff = await world.desk.staff.of((await world.seat(id, role)).chat);
  if (staff === undefined) throw new Error("nobody is there");
  return staff;
}

describeEachDatabase("the same update once more", (database) => {
  it("tells the second agent again that the phone was corrected, and anybody later that it is over", async () => {
    const world = createDeskWorld(database().db);
    await world.import(row());
    const [asks, confirms, third] = [
      await seated(world, 1, "agent"),
      await seated(world, 2, "agent"),
      await seated(world, 3, "agent"),
    ];
    await world.desk.lookup.look([{ by: "civil-id", civilId: noura }], asks, "look");
    const { id: sponsor } = await world.db.selectFrom("sponsors").select("id").executeTakeFirstOrThrow();
    await world.desk.phones.ask(sponsor, phone("55554444"), asks, "ask");
    const { id } = await world.db.selectFrom("phone_corrections").select("id").executeTakeFirstOrThrow();
    for (const _ of [1, 2]) expect(await world.desk.phones.confirm(id, confirms, "one")).toBe("corrected");
    expect(await world.desk.phones.confirm(id, third, "another")).toBe("over");
  });

  it.each(["suspended", "removed"] as const)(
    "tells a supervisor again that somebody was %s, once done",
    async (change) => {
      const world = createDeskWorld(database().db);
      const [by, agent] = [await seated(world, 1, "supervisor"), await seated(world, 2, "agent")];
      for (const _ of [1, 2])
        expect(await world.desk.staff.change(agent.id, change, by, "one")).toMatchObject({
          id: agent.id,
          state: change,
        });
      const events = await world.db.selectFrom("staff_events").select("id").where("event", "=", change).execute();
      expect(events).toHaveLength(1);
      if (change === "removed") expect(await world.desk.staff.change(agent.id, change, by, "another")).toBeUndefined();
    },
  );
});
