// kill -9 while the hotline is at work: one owner, every word once and in order, nothing of the bot's between, one policy number.
import fc from "fast-check";
import { it } from "vitest";
import { type DeskStep, deskSteps, deskWithKills, startDesk } from "../support/desk-kills.js";
import { describeWithStores } from "../support/service.js";

describeWithStores("a process killed while an agent is at work", () => {
  // Three of the moments; every one of them is in the soak.
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  const three = fc.uniqueArray(fc.constantFrom(...deskSteps), { minLength: 3, maxLength: 3 });
  const [steps = []] = fc.sample(three, { seed, numRuns: 1 });
  // One at once, one within the turn, one while what it left is on its way.
  const kills = steps.map((step, nth): readonly [DeskStep, number] => [step, [0, 1 + (seed % 40), 150][nth] ?? 0]);

  it(`goes on where both sides were: SEED=${seed}, killed after ${JSON.stringify(kills)}`, {
    timeout: 8 * 60_000,
  }, async () => {
    const desk = await startDesk();
    try {
      await deskWithKills(desk, desk.service.sponsor("yousef", "en"), new Map(kills));
    } finally {
      await desk.end();
    }
  });
});
