// Sixty days of three hundred covers, by a seed that the name says: nobody is told twice, of what is no longer true, or at night.
import { expect, it } from "vitest";
import { describeEachDatabase } from "../../support/databases.js";
import { simulateReminders } from "../../support/reminder-simulation.js";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

describeEachDatabase("sixty days of reminders", (database) => {
  it(`double nothing, tell what is true, within the hours, and miss no milestone: SEED=${seed}`, {
    timeout: 300_000,
  }, async () => {
    const { db, kind } = database();
    // The embedded database has one connection: there is nothing to gain by asking it at once.
    const at = kind === "postgres" ? { claimers: 2, senders: 4 } : { claimers: 1, senders: 1 };
    const seen = await simulateReminders({ db, seed, covers: 300, days: 60, restless: 0.02, ...at });
    expect(seen).toMatchObject({ doubles: [], untrue: [], outsideHours: [], missed: [] });
    expect(seen.milestones).toBeGreaterThan(100);
    expect(seen.onTime).toBeGreaterThanOrEqual(0.99);
  });
});
