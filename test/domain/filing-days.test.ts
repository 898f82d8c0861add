import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filedBy, firstDayInTime } from "../../src/domain/filing-days.js";
import { addDays, type IsoDate } from "../../src/domain/iso-date.js";
import { isWorkingDay } from "../../src/domain/working-days.js";
import { anyDate, anyHolidays } from "./arbitraries.js";

const day = (text: string) => text as IsoDate;
const none = new Set<IsoDate>();

describe("a filing", () => {
  it("is promised within two working days of its payment, days off not counted", () => {
    // Paid on Wednesday 18 November 2026: Thursday and Sunday are its two days.
    expect(filedBy(day("2026-11-18"), none)).toBe("2026-11-22");
    expect(filedBy(day("2026-11-18"), new Set([day("2026-11-19")]))).toBe("2026-11-23");
  });

  it("is overdue on the day after two working days", () => {
    expect(firstDayInTime(day("2026-11-22"), none)).toBe("2026-11-18");
    expect(firstDayInTime(day("2026-11-23"), none)).toBe("2026-11-19");
  });

  it("is overdue exactly when its promised day has passed, which is a working day", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 40 }), anyHolidays, (today, back, holidays) => {
        const paid = addDays(today, -back);
        expect(isWorkingDay(filedBy(paid, holidays), holidays)).toBe(true);
        expect(paid < firstDayInTime(today, holidays)).toBe(filedBy(paid, holidays) < today);
      }),
    );
  });
});
