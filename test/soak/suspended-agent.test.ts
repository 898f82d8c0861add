// Ten thousand guesses by a suspended agent.
import { expect, it } from "vitest";
import { describeOnPostgres } from "../support/databases.js";
import { guessSuspended } from "../support/suspended-guesses.js";

describeOnPostgres("a suspended agent", (database) => {
  it("learns nothing by ten thousand guesses, and none of them is a look", async () => {
    expect(await guessSuspended(database().db, 10_000)).toEqual({ shown: [], logged: 0 });
  });
});
