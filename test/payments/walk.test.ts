// Whatever happens to money, in whatever order, it ends in cover or in somebody's hands.
import fc from "fast-check";
import { it } from "vitest";
import { describeEachDatabase } from "../support/databases.js";
import { paths, walk } from "../support/payment-walk.js";
import { createPaymentWorld } from "../support/payment-world.js";

describeEachDatabase("any order of events", (database) => {
  it.each(["own", "manual"] as const)(
    "keeps every fils accounted for, and never two renewals for one period (%s)",
    { timeout: 120_000 },
    async (filing) => {
      const property = fc.asyncProperty(paths, (path) => walk(createPaymentWorld(database(), { filing }), path));
      await fc.assert(property, { numRuns: 8 });
    },
  );
});
