import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, type IsoDate } from "../../src/domain/iso-date.js";
import { addWorkingDays, isWorkingDay } from "../../src/domain/working-days.js";
import { anyDate } from "./arbitraries.js";

const day = (text: string) => text as IsoDate;

describe("working days", () => {
  it("are Sunday to Thursday", () => {
    // 22 November 2026 is a Sunday.
    const week = [0, 1, 2, 3, 4, 5, 6].map((n) => isWorkingDay(addDays(day("2026-11-22"), n)));
    expect(week).toEqual([true, true, true, true, true, false, false]);
  });

  it("pass over Friday and Saturday, wherever they are counted from", () => {
    expect(addWorkingDays(day("2026-11-22"), 2)).toBe("2026-11-24");
    expect(addWorkingDays(day("2026-11-25"), 2)).toBe("2026-11-29");
    expect(addWorkingDays(day("2026-11-26"), 1)).toBe("2026-11-29");
    expect(addWorkingDays(day("2026-11-27"), 1)).toBe("2026-11-29");
    expect(addWorkingDays(day("2026-11-28"), 2)).toBe("2026-11-30");
    expect(addWorkingDays(day("2026-11-27"), 0)).toBe("2026-11-27");
  });

  it("end on a working day, with exactly so many of them after the day they are counted from", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 30 }), (from, n) => {
        const to = addWorkingDays(from, n);
        fc.pre(to < "9999-12-01");
        const after = Array.from({ length: daysBetween(from, to) }, (_, at) => addDays(from, at + 1));
        return isWorkingDay(to) && after.filter(isWorkingDay).length === n;
      }),
    );
  });

  it("come every week five times", () => {
    fc.assert(
      fc.property(anyDate, (from) => {
        fc.pre(from < "9999-12-01");
        return [0, 1, 2, 3, 4, 5, 6].filter((n) => isWorkingDay(addDays(from, n))).length === 5;
      }),
    );
  });
});
