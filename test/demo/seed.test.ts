import { expect, it } from "vitest";
import { samplePeople } from "../../src/demo/people.js";
import { seedSamplePeople } from "../../src/demo/seed.js";
import { kuwaitDate } from "../../src/domain/iso-date.js";
import { describeEachDatabase, testReplan, testVault } from "../support/databases.js";
import { createPeopleWorld } from "../support/people-world.js";

describeEachDatabase("the demo's database", (database) => {
  it("has every sample person on record, also whoever has no worker yet", async () => {
    const world = createPeopleWorld(database().db);
    const { db, clock } = world;
    const people = samplePeople(kuwaitDate(clock.now()));
    const seeded = { db, vault: testVault, replan: testReplan, clock, people };
    await seedSamplePeople(seeded);
    await seedSamplePeople(seeded);
    const standings = [];
    for (const { id, civilId, phone, workers } of people) {
      const chat = await world.chat(id);
      expect([id, await world.register(chat, { civilId, phone })]).toEqual([id, "proved"]);
      expect((await world.turn(chat).workers.household()).workers).toHaveLength(workers.length);
      standings.push(workers.length > 0);
    }
    expect(standings).toContain(false);
    expect(await db.selectFrom("sponsors").select("id").execute()).toHaveLength(people.length);
  });
});
