import { describe, expect, it } from "vitest";
import { builtInSchedules } from "../../src/domain/fee-schedule.js";
import { priceLines, totalLines } from "../../src/journeys/fee-lines.js";
import { quoteRenewal } from "../../src/journeys/quote-renewal.js";
import { namesOf, workerName } from "../../src/journeys/worker-lines.js";
import { fakeWorld, worker } from "../support/fake-world.js";
import { speak } from "../support/journey.js";

/** As many workers, each for two years. */
function told(count: number) {
  const workers = Array.from({ length: count }, (_, n) => worker(n + 1));
  const world = fakeWorld({ workers, service: { fees: builtInSchedules["decision-306-2025"] } });
  const choices = workers.map((each) => ({ worker: each, years: 2, start: undefined }));
  const quoted = quoteRenewal(world.records.household, choices, world);
  if (!quoted.ok) throw new Error(quoted.reason);
  const lines = [...priceLines(quoted, namesOf(workers, workerName)), ...totalLines(quoted)];
  return lines.map((each) => speak.plain("en", each));
}

describe("what a quote tells", () => {
  it("is a sentence and the days for one worker, without a sum", () => {
    expect(told(1)).toEqual(["2 years for Anita Santos …0107: no fee.", "From 10 Jun 2026 to 9 Jun 2028."]);
  });

  it("is a row for each of several, free or not, and what they add up to", () => {
    const lines = told(4);
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe("• Anita Santos …0107: 2 years, no fee, from 10 Jun 2026 to 9 Jun 2028");
    expect(lines[3]).toBe("• Grace Santos …0406: 2 years, KD\u00a020.000, from 10 Jun 2026 to 9 Jun 2028");
    expect(lines[4]).toBe("Total (4 workers): KD\u00a020.000");
  });
});
