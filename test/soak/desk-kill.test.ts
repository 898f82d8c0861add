// kill -9 after every step of a chat taken over and of a filing, at several moments after each: some twenty-five minutes on two cores.
import { it } from "vitest";
import { deskSteps, deskWithKills, startDesk } from "../support/desk-kills.js";
import { describeWithStores } from "../support/service.js";

describeWithStores("a process that is killed after every step of an agent's", () => {
  // Before the turn, within it, about its end, while the outbox sends, and well after it.
  it.each([0, 5, 15, 40, 100, 400])("goes on where both sides were, %i ms after each", async (afterMs) => {
    const desk = await startDesk();
    try {
      await deskWithKills(desk, desk.service.sponsor("omar", "en"), new Map(deskSteps.map((step) => [step, afterMs])));
    } finally {
      await desk.end();
    }
  });
});
