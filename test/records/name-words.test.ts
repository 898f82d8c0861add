import { expect, it } from "vitest";
import { fillNameWords } from "../../src/records/name-words.js";
import { describeEachDatabase, testVault } from "../support/databases.js";
import { createDeskWorld } from "../support/desk-world.js";
import { row } from "../support/people-world.js";

describeEachDatabase("the words of names", (database) => {
  it("of people who were imported before there was an index are filled from their sealed names", async () => {
    const { db } = database();
    const world = createDeskWorld(db);
    await world.import(row());
    const words = async () => [
      await db.selectFrom("sponsors").select("name_words").executeTakeFirstOrThrow(),
      await db.selectFrom("workers").select("name_words").executeTakeFirstOrThrow(),
    ];
    const imported = await words();
    for (const table of ["sponsors", "workers"] as const)
      await db.updateTable(table).set({ name_words: null }).execute();
    await fillNameWords(db, testVault);
    expect(await words()).toEqual(imported);
    expect(imported[0]?.name_words?.length).toBeGreaterThan(1);
  });

  it("are no names: nobody reads one in the table", async () => {
    const { db } = database();
    await createDeskWorld(db).import(row());
    const { name_words } = await db.selectFrom("sponsors").select("name_words").executeTakeFirstOrThrow();
    for (const word of name_words ?? []) expect(word).toHaveLength(8);
  });
});
