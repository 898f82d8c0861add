// A hundred random interleavings of two agents, a person, reminders, payments and crashes, by a seed that the name says.
import { expect, it } from "vitest";
import { describeEachDatabase } from "../support/databases.js";
import { createHandoffSimulation } from "../support/handoff-simulation.js";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const runs = 50;

describeEachDatabase("a chat that agents take and give back", (database) => {
  it(`hears nothing of the bot while an agent has it, and every word once and in order: SEED=${seed}`, {
    timeout: 300_000,
  }, async () => {
    const simulate = await createHandoffSimulation(database().db);
    let [passed, claimed] = [0, 0];
    for (let run = 0; run < runs; run += 1) {
      const seen = await simulate(seed + run);
      expect({ seed: seed + run, ...seen }).toMatchObject({ spoken: [], disordered: [], lost: [] });
      passed += seen.passed;
      claimed += seen.claimed;
    }
    expect(claimed).toBeGreaterThan(runs / 4);
    expect(passed).toBeGreaterThan(runs / 4);
  });
});
