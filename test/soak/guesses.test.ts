// Ten thousand guesses from one chat and from five hundred confirm nothing. On the records themselves: by HTTP it would take an hour.
import { expect, it } from "vitest";
import { describeOnPostgres } from "../support/databases.js";
import { civilId } from "../support/fake-world.js";
import { createPeopleWorld, joseph, maria, noura, row, stranger } from "../support/people-world.js";
import { recordStatements } from "../support/statements.js";

const guesses = 10_000;
const unknown = (n: number) => civilId("1999-09-09", (n * 20) % 9_000);

describeOnPostgres("ten thousand guesses", (database) => {
  it.each([1, 500])("from %i chats find nobody, by the same statements each time", async (chats) => {
    const { db, take } = recordStatements(database().db);
    const world = createPeopleWorld(db);
    await world.import(row(), row({ sponsor_civil_id: stranger, sponsor_phone: "50004321", worker_civil_id: joseph }));
    const keys = await Promise.all(Array.from({ length: chats }, (_, nth) => world.chat(`${nth}`)));
    const found: unknown[] = [];
    const ways = new Set<string>();
    for (let n = 0; n < guesses; n += 1) {
      const key = keys[n % chats];
      if (key === undefined) throw new Error("a guess comes from a chat");
      // Nobody's, a sponsor's own, another's; and the right pair, once its sponsor's number is locked.
      const pairs = [
        [unknown(n), unknown(n + 1)],
        [noura, unknown(n)],
        [noura, joseph],
        [noura, n > 1_000 ? maria : unknown(n)],
      ] as const;
      const [sponsor, worker] = pairs[n % pairs.length] ?? pairs[0];
      const { workers } = world.turn(key);
      take();
      found.push(...[await workers.pair(sponsor, worker)].filter((pair) => pair !== undefined));
      ways.add(take().join("\n"));
    }
    expect(found).toEqual([]);
    expect(ways.size).toBe(1);
  });
});
