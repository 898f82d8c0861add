import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterOpenMinutes,
  answerBy,
  type DeskHours,
  defaultDeskRanges,
  formatDeskRange,
  isDeskOpen,
  openMinutesToAnswer,
  parseDeskHours,
} from "../../src/domain/desk-hours.js";
import { addDays, type IsoDate } from "../../src/domain/iso-date.js";

const minute = 60_000;
/** An instant by Kuwait's clocks. */
const at = (text: string) => new Date(`${text}:00+03:00`);
const hoursOf = (text: string, ...holidays: string[]): DeskHours => {
  const read = parseDeskHours(text);
  if (!read.ok) throw new Error(read.reason);
  return { ranges: read.ranges, holidays: new Set(holidays as IsoDate[]) };
};
const office: DeskHours = { ranges: defaultDeskRanges, holidays: new Set() };

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const clock = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
/** A week that may have two ranges on a day, some days off, and any instant of two months. */
const anyHours = fc
  .record({
    first: fc.nat(6),
    last: fc.nat(6),
    from: fc.integer({ min: 0, max: 700 }),
    long: fc.integer({ min: 1, max: 300 }),
    gap: fc.integer({ min: 0, max: 100 }),
    later: fc.integer({ min: 1, max: 300 }),
    off: fc.uniqueArray(fc.nat(70), { maxLength: 20 }),
  })
  .map(({ first, last, from, long, gap, later, off }) => {
    const days = `${weekdays[first]}-${weekdays[last]}`;
    const second = from + long + gap;
    const text = `${days} ${clock(from)}-${clock(from + long)}, ${days} ${clock(second)}-${clock(second + later)}`;
    return hoursOf(text, ...off.map((n) => addDays("2026-11-01" as IsoDate, n)));
  });
const anyInstant = fc
  .integer({ min: 0, max: 60 * 24 * 60 })
  .map((n) => new Date(at("2026-11-01T00:00").getTime() + n * minute));

describe("the desk's hours", () => {
  it("are read as they are written", () => {
    for (const text of ["Sun-Thu 08:00-16:00", "Sat-Wed 09:00-13:00,Thu 09:00-12:00", "Sun-Sat 00:00-24:00"])
      expect(hoursOf(text).ranges.map(formatDeskRange).join(",")).toBe(text);
    expect(hoursOf("sun-thu 08:00-16:00").ranges).toEqual(defaultDeskRanges);
  });

  it.each([
    "",
    "8-16",
    "Sun-Thu",
    "Sunday 08:00-16:00",
    "Sun-Thu 16:00-08:00",
    "Sun 08:00-08:00",
    "Sun 08:00-25:00",
    "Sun 08:00-24:30",
    "Xyz 08:00-16:00",
    "Sun-Xyz 08:00-16:00",
    "Sun 08:00-16:00,",
  ])("are not %j", (text) => expect(parseDeskHours(text)).toEqual({ ok: false, reason: "not-hours" }));

  it("do not overlap on any day", () => {
    expect(parseDeskHours("Sun-Thu 08:00-16:00,Wed-Sat 15:00-18:00")).toEqual({ ok: false, reason: "overlap" });
    expect(parseDeskHours("Sun-Thu 08:00-16:00,Sun-Thu 16:00-18:00").ok).toBe(true);
    expect(parseDeskHours("Thu-Sun 08:00-16:00,Mon-Wed 08:00-16:00").ok).toBe(true);
  });

  it("are open within them, and closed on the weekend and on days off", () => {
    // 22 November 2026 is a Sunday.
    expect(isDeskOpen(at("2026-11-22T08:00"), office)).toBe(true);
    expect(isDeskOpen(at("2026-11-22T07:59"), office)).toBe(false);
    expect(isDeskOpen(at("2026-11-22T16:00"), office)).toBe(false);
    expect(isDeskOpen(at("2026-11-27T10:00"), office)).toBe(false);
    expect(isDeskOpen(at("2026-11-22T10:00"), hoursOf("Sun-Thu 08:00-16:00", "2026-11-22"))).toBe(false);
  });
});

describe("a promise to answer", () => {
  it("is an hour of the desk's time later, on the next half hour", () => {
    expect(answerBy(at("2026-11-22T09:10"), office)).toEqual(at("2026-11-22T10:30"));
    expect(answerBy(at("2026-11-22T09:00"), office)).toEqual(at("2026-11-22T10:00"));
  });

  it("made in the evening, before the weekend or before a day off is for the next morning of work", () => {
    expect(answerBy(at("2026-11-22T22:00"), office)).toEqual(at("2026-11-23T09:00"));
    expect(answerBy(at("2026-11-26T15:30"), office)).toEqual(at("2026-11-29T08:30"));
    expect(answerBy(at("2026-11-22T22:00"), hoursOf("Sun-Thu 08:00-16:00", "2026-11-23"))).toEqual(
      at("2026-11-24T09:00"),
    );
  });

  it("never is past the hour at which the desk closes", () => {
    expect(answerBy(at("2026-11-22T12:38"), hoursOf("Sun-Thu 08:00-13:45"))).toEqual(at("2026-11-22T13:45"));
  });

  it("leaves at least an hour of open time, and is never while the desk has long been closed", () => {
    fc.assert(
      fc.property(anyHours, anyInstant, (hours, asked) => {
        const by = answerBy(asked, hours);
        expect(by.getTime()).toBeGreaterThanOrEqual(afterOpenMinutes(asked, openMinutesToAnswer, hours).getTime());
        // Whoever is at the desk in the minute before it can still keep it.
        expect(isDeskOpen(new Date(by.getTime() - minute), hours)).toBe(true);
      }),
    );
  });
});

describe("open minutes", () => {
  it("are counted as a clock would that stands still while the desk is closed", () => {
    fc.assert(
      fc.property(anyHours, anyInstant, fc.integer({ min: 1, max: 900 }), (hours, from, minutes) => {
        const reached = afterOpenMinutes(from, minutes, hours);
        let counted = 0;
        for (let each = from.getTime(); each < reached.getTime(); each += minute)
          if (isDeskOpen(new Date(each), hours)) counted += 1;
        expect(counted).toBe(minutes);
      }),
      { numRuns: 25 },
    );
  });

  it("add up: so many and then so many more are as many at once", () => {
    fc.assert(
      fc.property(
        anyHours,
        anyInstant,
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        (hours, from, some, more) => {
          const twice = afterOpenMinutes(afterOpenMinutes(from, some, hours), more, hours);
          expect(twice).toEqual(afterOpenMinutes(from, some + more, hours));
        },
      ),
    );
  });
});
