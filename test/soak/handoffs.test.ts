// Ten thousand random interleavings of two agents, a person, reminders, payments and crashes, by a seed that the name says.
import { expect, it } from "vitest";
import { describeOnPostgres } from "../support/databases.js";
import { createHandoffSimulation } from "../support/handoff-simulation.js";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const runs = Number(process.env.RUNS ?? 10_000);

describeOnPostgres(`${runs} interleavings`, (database) => {
  it(`hear nothing of the bot while an agent has the chat, and every word once and in order: SEED=${seed} RUNS=${runs}`, {
    timeout: 3 * 60 * 60_000,
  }, async () => {
    const simulate = await createHandoffSimulation(database().db);
    let [passed, claimed] = [0, 0];
    for (let run = 0; run < runs; run += 1) {
      const seen = await simulate(seed + run);
      expect({ seed: seed + run, ...seen }).toMatchObject({ spoken: [], disordered: [], lost: [] });
      passed += seen.passed;
      claimed += seen.claimed;
      if ((run + 1) % 1_000 === 0) process.stdout.write(`${run + 1} of ${runs}\n`);
    }
    process.stdout.write(`${JSON.stringify({ seed, runs, claimed, passed })}\n`);
    expect(claimed).toBeGreaterThan(runs / 4);
  });
});
