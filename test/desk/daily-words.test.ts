// The loop tells supervisors once a working day, within the hours, and comes back when the records were down.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startDailyWords } from "../../src/desk/daily-words.js";
import { type IsoDate, kuwaitDate } from "../../src/domain/iso-date.js";
import { createFakeTime, type FakeTime } from "../support/fake-time.js";
import { keptLog } from "../support/log.js";

const hour = 3_600_000;

let time: FakeTime;
let told: string[];
let faults: number;
let others: number;
let woken: number;
let kept: ReturnType<typeof keptLog>;
let loop: { stop(): Promise<void> } | undefined;

function start(at: string, overdue = 1): void {
  const clock = { now: () => new Date(Date.parse(at) + time.nowMs()) };
  loop = startDailyWords({
    words: [
      async (today) => {
        expect(today).toBe(kuwaitDate(clock.now()));
        if (faults-- > 0) throw new Error("down");
        told.push(clock.now().toISOString());
        return overdue;
      },
      async () => {
        for (let n = 0; n < others; n += 1) told.push("other");
        return others;
      },
    ],
    holidays: new Set(["2026-11-24" as IsoDate]),
    hours: { from: 9 * 60, until: 20 * 60 },
    clock,
    time,
    wakeSender: () => {
      woken += 1;
    },
    log: kept.log,
  });
}

beforeEach(() => {
  time = createFakeTime();
  [told, faults, others, woken, kept] = [[], 0, 0, 0, keptLog()];
});
afterEach(() => loop?.stop());

describe("the loop of daily words", () => {
  it("tells once a day when the hours begin, and not on Friday, Saturday and the days off", async () => {
    // Wednesday 18 November 2026, 03:00 in Kuwait.
    start("2026-11-18T00:00:00Z");
    await time.advance(7 * 24 * hour - 1);
    const days = ["2026-11-18", "2026-11-19", "2026-11-22", "2026-11-23"];
    expect(told).toEqual(days.map((day) => `${day}T06:00:00.000Z`));
    expect(woken).toBe(4);
  });

  it("says nothing in the evening, and wakes nobody where nothing is overdue", async () => {
    start("2026-11-22T17:00:00Z", 0);
    await time.advance(12 * hour);
    expect(told).toEqual([]);
    await time.advance(2 * hour);
    expect(told).toHaveLength(1);
    expect(woken).toBe(0);
  });

  it("tells of the others where one of them fails, and of that one later", async () => {
    faults = 1;
    others = 1;
    start("2026-11-22T09:00:00Z");
    await time.advance(1);
    expect(told).toEqual(["other"]);
    await time.advance(60_000);
    expect(told).toEqual(["other", expect.stringContaining("2026")]);
  });

  it("tries again after a fault, later each time", async () => {
    faults = 2;
    start("2026-11-22T09:00:00Z");
    await time.advance(29_999);
    expect(told).toEqual([]);
    await time.advance(1);
    expect(told).toHaveLength(1);
    expect(kept.lines()).toMatchObject([{ event: "daily-words-put-off" }, { event: "daily-words-put-off" }]);
  });
});
