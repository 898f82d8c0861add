// Sixty days of a hundred thousand covers with two that claim and four that send, by a seed that the name says.
import { expect, it } from "vitest";
import { describeOnPostgres } from "../support/databases.js";
import { simulateReminders } from "../support/reminder-simulation.js";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const covers = Number(process.env.COVERS ?? 100_000);

describeOnPostgres(`sixty days of ${covers} covers`, (database) => {
  it(`double nothing, tell what is true, within the hours, and miss no milestone: SEED=${seed} COVERS=${covers}`, {
    timeout: 3 * 60 * 60_000,
  }, async () => {
    const of = { seed, covers, days: 60, restless: 0.002, claimers: 2, senders: 4 };
    const { doubles, untrue, outsideHours, missed, ...figures } = await simulateReminders({ db: database().db, ...of });
    process.stdout.write(`${JSON.stringify({ ...of, ...figures })}\n`);
    expect({ doubles, untrue, outsideHours, missed }).toEqual({
      doubles: [],
      untrue: [],
      outsideHours: [],
      missed: [],
    });
    expect(figures.onTime).toBeGreaterThanOrEqual(0.99);
  });
});
