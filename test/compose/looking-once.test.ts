import { expect, it } from "vitest";
import { lookingOnce } from "../../src/compose/looking-once.js";
import { fakeWorld } from "../support/fake-world.js";

it("reads a household once in a turn, and anew in the next", async () => {
  const { workers } = fakeWorld();
  let reads = 0;
  const counted = {
    ...workers,
    household() {
      reads += 1;
      return workers.household();
    },
  };
  const first = lookingOnce(counted);
  expect(await first.household()).toEqual(await first.household());
  expect(reads).toBe(1);
  await lookingOnce(counted).household();
  expect(reads).toBe(2);
});
