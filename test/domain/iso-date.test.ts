import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addYears,
  daysBetween,
  type IsoDate,
  kuwaitDate,
  kuwaitTime,
  laterOf,
  parseIsoDate,
} from "../../src/domain/iso-date.js";
import { anyDate, anyText, notText } from "./arbitraries.js";

const day = (text: string) => text as IsoDate;
const refused = { ok: false, reason: "not-a-date" };

describe("calendar dates", () => {
  it("reads real days", () => {
    for (const text of ["2025-11-22", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2025-01-31"]) {
      expect(parseIsoDate(text)).toEqual({ ok: true, date: text });
    }
  });

  it("refuses days that do not exist", () => {
    for (const text of [
      "2025-02-29",
      "1900-02-29",
      "2025-04-31",
      "2025-01-32",
      "2025-13-01",
      "2025-00-10",
      "2025-06-00",
      "0000-06-15",
    ]) {
      expect(parseIsoDate(text)).toEqual(refused);
    }
  });

  it("refuses every other way to write a day", () => {
    for (const text of [
      "",
      "2025-1-1",
      "22-11-2025",
      " 2025-11-22",
      "2025-11-22 ",
      "2025-11-22\n",
      "2025/11/22",
      "٢٠٢٥-١١-٢٢",
      "2025-11-22T00:00",
    ]) {
      expect(parseIsoDate(text)).toEqual(refused);
    }
  });

  it("knows the length of each month as the computer's calendar does", () => {
    for (const year of [1900, 2000, 2023, 2024, 2100]) {
      for (let month = 1; month <= 12; month++) {
        const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
        const prefix = `${year}-${String(month).padStart(2, "0")}-`;
        expect(parseIsoDate(`${prefix}${last}`).ok).toBe(true);
        expect(parseIsoDate(`${prefix}${last + 1}`).ok).toBe(false);
      }
    }
  });

  it("counts days as the computer's calendar does, for every day from 1890 to 2110", () => {
    const from = Date.UTC(1890, 0, 1);
    for (let n = 0; n < 80_000; n++) {
      const expected = new Date(from + n * 86_400_000).toISOString().slice(0, 10);
      if (addDays(day("1890-01-01"), n) !== expected) expect(addDays(day("1890-01-01"), n)).toBe(expected);
    }
    expect(addDays(day("1890-01-01"), 80_000)).toBe("2109-01-13");
  });

  it("counts days as the computer's calendar does, in any year", () => {
    const first = new Date("0001-01-01T00:00:00Z").getTime();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_652_058 }), (n) => {
        const date = addDays(day("0001-01-01"), n);
        expect(date).toBe(new Date(first + n * 86_400_000).toISOString().slice(0, 10));
        expect(daysBetween(day("0001-01-01"), date)).toBe(n);
      }),
    );
  });

  it("goes back as it went forth", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20_000, max: 20_000 }), (date, n) => {
        expect(addDays(addDays(date, n), -n)).toBe(date);
        expect(daysBetween(date, addDays(date, n))).toBe(n);
        expect(parseIsoDate(addDays(date, n))).toEqual({ ok: true, date: addDays(date, n) });
      }),
    );
  });

  it("stays within the calendar", () => {
    expect(addDays(day("9999-12-30"), 1)).toBe("9999-12-31");
    expect(addDays(day("9999-12-31"), 1)).toBe("9999-12-31");
    expect(addDays(day("0001-01-01"), -1)).toBe("0001-01-01");
    expect(addYears(day("9998-06-15"), 3)).toBe("9999-06-15");
    expect(addYears(day("0002-06-15"), -3)).toBe("0001-06-15");
  });

  it("moves 29 February to 28 February where there is none", () => {
    expect(addYears(day("2024-02-29"), 1)).toBe("2025-02-28");
    expect(addYears(day("2024-02-29"), 4)).toBe("2028-02-29");
    expect(addYears(day("2023-02-28"), 1)).toBe("2024-02-28");
    expect(addYears(day("2096-02-29"), 4)).toBe("2100-02-28");
    expect(addYears(day("2025-11-22"), 3)).toBe("2028-11-22");
    expect(addYears(day("2025-11-22"), -1)).toBe("2024-11-22");
  });

  it("is tomorrow in Kuwait from 21:00 UTC on, summer and winter", () => {
    expect(kuwaitDate(new Date("2025-11-22T20:59:59.999Z"))).toBe("2025-11-22");
    expect(kuwaitDate(new Date("2025-11-22T21:00:00.000Z"))).toBe("2025-11-23");
    expect(kuwaitDate(new Date("2025-07-01T20:59:59.999Z"))).toBe("2025-07-01");
    expect(kuwaitDate(new Date("2025-07-01T21:00:00.000Z"))).toBe("2025-07-02");
    expect(kuwaitDate(new Date("1969-12-31T21:00:00.000Z"))).toBe("1970-01-01");
    expect(kuwaitDate(new Date("9999-12-31T20:59:59.999Z"))).toBe("9999-12-31");
    expect(kuwaitDate(new Date("0000-12-31T21:00:00.000Z"))).toBe("0001-01-01");
  });

  it("refuses an instant that is none, or outside the calendar", () => {
    expect(() => kuwaitDate(new Date(Number.NaN))).toThrow("kuwaitDate: not an instant of years 1–9999");
    expect(() => kuwaitDate(new Date("9999-12-31T21:00:00.000Z"))).toThrow(RangeError);
    expect(() => kuwaitDate(new Date("0000-12-31T20:59:59.999Z"))).toThrow(RangeError);
  });

  it("tells the later of two days", () => {
    expect(laterOf(day("2025-11-22"), day("2025-11-23"))).toBe("2025-11-23");
    expect(laterOf(day("2025-11-23"), day("2025-11-22"))).toBe("2025-11-23");
    expect(laterOf(day("2025-11-22"), day("2025-11-22"))).toBe("2025-11-22");
  });

  it("never throws on input", () => {
    fc.assert(fc.property(fc.oneof(anyText, notText), (value) => !parseIsoDate(value as string).ok));
  });
});

describe("the time of day in Kuwait", () => {
  it("is three hours ahead of UTC, all year", () => {
    expect(kuwaitTime(new Date("2026-06-09T11:05:59Z"))).toBe("14:05");
    expect(kuwaitTime(new Date("2026-12-31T22:30:00Z"))).toBe("01:30");
  });
});
