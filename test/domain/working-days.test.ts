import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, type IsoDate } from "../../src/domain/iso-date.js";
import { addWorkingDays, isWorkingDay, parseHolidays } from "../../src/domain/working-days.js";
import { anyDate, anyHolidays } from "./arbitraries.js";

const day = (text: string) => text as IsoDate;
const none = new Set<IsoDate>();

describe("working days", () => {
  it("are Sunday to Thursday", () => {
    // 22 November 2026 is a Sunday.
    const week = [0, 1, 2, 3, 4, 5, 6].map((n) => isWorkingDay(addDays(day("2026-11-22"), n), none));
    expect(week).toEqual([true, true, true, true, true, false, false]);
  });

  it("pass over Friday and Saturday, wherever they are counted from", () => {
    expect(addWorkingDays(day("2026-11-22"), 2, none)).toBe("2026-11-24");
    expect(addWorkingDays(day("2026-11-25"), 2, none)).toBe("2026-11-29");
    expect(addWorkingDays(day("2026-11-26"), 1, none)).toBe("2026-11-29");
    expect(addWorkingDays(day("2026-11-27"), 1, none)).toBe("2026-11-29");
    expect(addWorkingDays(day("2026-11-28"), 2, none)).toBe("2026-11-30");
    expect(addWorkingDays(day("2026-11-27"), 0, none)).toBe("2026-11-27");
  });

  it("pass over the operator's days off", () => {
    const holidays = new Set([day("2026-11-29"), day("2026-11-30")]);
    expect(isWorkingDay(day("2026-11-29"), holidays)).toBe(false);
    expect(addWorkingDays(day("2026-11-26"), 1, holidays)).toBe("2026-12-01");
  });

  it("end on a working day, with exactly so many of them after the day they are counted from", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 30 }), anyHolidays, (from, n, holidays) => {
        const to = addWorkingDays(from, n, holidays);
        const after = Array.from({ length: daysBetween(from, to) }, (_, at) => addDays(from, at + 1));
        return isWorkingDay(to, holidays) && after.filter((each) => isWorkingDay(each, holidays)).length === n;
      }),
    );
  });

  it("come every week five times where no day is off", () => {
    fc.assert(
      fc.property(
        anyDate,
        (from) => [0, 1, 2, 3, 4, 5, 6].filter((n) => isWorkingDay(addDays(from, n), none)).length === 5,
      ),
    );
  });
});

describe("days off", () => {
  it("are read from a list, or from lines with remarks", () => {
    const read = { ok: true, holidays: new Set(["2026-12-16", "2027-01-01"]) };
    expect(parseHolidays("2026-12-16, 2027-01-01")).toEqual(read);
    expect(parseHolidays("# as announced\n2026-12-16 # Gulf Cup\n2027-01-01\n")).toEqual(read);
    expect(parseHolidays("")).toEqual({ ok: true, holidays: none });
  });

  it("are days that exist, a year of them at most", () => {
    expect(parseHolidays("2026-02-30")).toEqual({ ok: false, reason: "not-days" });
    expect(parseHolidays("Friday")).toEqual({ ok: false, reason: "not-days" });
    const many = Array.from({ length: 367 }, (_, n) => addDays(day("2026-01-01"), n)).join(",");
    expect(parseHolidays(many)).toEqual({ ok: false, reason: "too-many" });
  });
});
