import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, type IsoDate, kuwaitDate } from "../../src/domain/iso-date.js";
import {
  defaultReminderRules,
  defaultWishes,
  isFriday,
  isWithinHours,
  milestonesOf,
  nextReminder,
  nextSunday,
  parseReminderDays,
  parseReminderHours,
  type ReminderWishes,
  slotOf,
} from "../../src/domain/reminder.js";
import { anyDate } from "./arbitraries.js";

const rules = defaultReminderRules;
const day = (text: string) => text as IsoDate;
const end = day("2026-12-31");
const next = (today: string, told: readonly number[] = [], wishes: ReminderWishes = defaultWishes) =>
  nextReminder({ end, wishes, rules, today: day(today), told });

describe("the operator's days", () => {
  it("are read in any order and kept from the earliest on", () => {
    expect(parseReminderDays(" 0,60 , -7,7")).toEqual({ ok: true, days: [60, 7, 0, -7] });
    expect(parseReminderDays("-0")).toEqual({ ok: true, days: [0] });
    expect(parseReminderDays("365,-365")).toMatchObject({ ok: true });
  });

  it.each([
    ["", "not-a-list"],
    ["7,,1", "not-a-list"],
    ["7.5", "not-a-list"],
    ["7;1", "not-a-list"],
    ["7,7", "twice"],
    ["0,-0", "twice"],
    ["366", "too-far"],
    ["-366", "too-far"],
  ])("refuses %j: %s", (text, reason) => {
    expect(parseReminderDays(text)).toEqual({ ok: false, reason });
  });
});

describe("the operator's hours", () => {
  it("are read to the minute, up to midnight", () => {
    expect(parseReminderHours("09:00-20:00")).toEqual({ ok: true, hours: rules.hours });
    expect(parseReminderHours("23:00-24:00")).toEqual({ ok: true, hours: { from: 1380, until: 1440 } });
    expect(parseReminderHours("08:30-09:30")).toEqual({ ok: true, hours: { from: 510, until: 570 } });
  });

  it.each([
    ["9-20", "not-hours"],
    ["09:00 - 20:00", "not-hours"],
    ["24:00-25:00", "not-hours"],
    ["09:60-20:00", "not-hours"],
    ["09:00-24:01", "not-hours"],
    ["09:00-09:59", "too-short"],
    ["20:00-09:00", "too-short"],
  ])("refuses %j: %s", (text, reason) => {
    expect(parseReminderHours(text)).toEqual({ ok: false, reason });
  });
});

describe("the next reminder", () => {
  it("is the next milestone from today on, each on its day", () => {
    expect(next("2026-01-01")).toEqual({ milestone: 60, day: "2026-11-01" });
    expect(next("2026-11-01")).toEqual({ milestone: 60, day: "2026-11-01" });
    expect(next("2026-11-02")).toEqual({ milestone: 30, day: "2026-12-01" });
    expect(next("2026-12-31")).toEqual({ milestone: 0, day: "2026-12-31" });
    expect(next("2027-01-01")).toEqual({ milestone: -7, day: "2027-01-07" });
    expect(next("2027-01-08")).toBeUndefined();
  });

  it("is never one that was told", () => {
    expect(next("2026-12-31", [0])).toEqual({ milestone: -7, day: "2027-01-07" });
    expect(next("2026-11-01", rules.days)).toBeUndefined();
  });

  it("is none for who switched them off, and keeps to the milestones one chose among the operator's", () => {
    expect(next("2026-01-01", [], { ...defaultWishes, isOn: false })).toBeUndefined();
    const few = { ...defaultWishes, days: [45, 7] };
    expect(milestonesOf(few, rules)).toEqual([7]);
    expect(next("2026-01-01", [], few)).toEqual({ milestone: 7, day: "2026-12-24" });
  });

  it("leaves Fridays quiet on request: the day before, or the day after where that is past", () => {
    const quiet = { ...defaultWishes, quietFridays: true };
    // 1 January 2027 is a Friday, and the end of the cover; so is 18 December.
    const of = { end: day("2027-01-01"), wishes: quiet, rules, told: [] };
    expect(nextReminder({ ...of, today: day("2026-12-20") })).toEqual({ milestone: 7, day: "2026-12-24" });
    expect(nextReminder({ ...of, today: day("2026-12-25") })).toEqual({ milestone: 7, day: "2026-12-26" });
    expect(nextReminder({ ...of, today: day("2027-01-01") })).toEqual({ milestone: 0, day: "2027-01-02" });
    const onSaturday = { ...of, end: day("2027-01-02"), today: day("2027-01-02") };
    expect(nextReminder(onSaturday)).toEqual({ milestone: 0, day: "2027-01-02" });
  });

  it("is never in the past, never a Friday for who wants those quiet, and each milestone comes once", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -400, max: 20 }), fc.boolean(), (ends, offset, quietFridays) => {
        const told: number[] = [];
        let today = addDays(ends, offset);
        for (;;) {
          const wishes = { ...defaultWishes, quietFridays };
          const due = nextReminder({ end: ends, wishes, rules, today, told });
          if (due === undefined) break;
          expect(due.day >= today).toBe(true);
          expect(quietFridays && isFriday(due.day)).toBe(false);
          expect(Math.abs(daysBetween(due.day, addDays(ends, -due.milestone)))).toBeLessThanOrEqual(
            quietFridays ? 1 : 0,
          );
          expect(told).not.toContain(due.milestone);
          told.push(due.milestone);
          today = due.day;
        }
        expect(told.length).toBeLessThanOrEqual(rules.days.length);
      }),
    );
  });
});

describe("days of the week", () => {
  it("are known without a clock", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
        expect(isFriday(date)).toBe(weekday === 5);
        const sunday = nextSunday(date);
        expect(new Date(`${sunday}T00:00:00Z`).getUTCDay()).toBe(0);
        expect(daysBetween(date, sunday)).toBe(7 - weekday);
      }),
    );
  });
});

describe("the slot of a reminder", () => {
  const due = (milestone: number) => ({ milestone, day: end });
  const slot = (milestone: number, spread: number, wishes = defaultWishes) =>
    slotOf(due(milestone), { wishes, rules, spread }).toISOString();

  it("is within the first hour for what is urgent, after it for all else", () => {
    expect(slot(1, 0)).toBe("2026-12-31T06:00:00.000Z");
    expect(slot(-7, 0.999)).toBe("2026-12-31T06:59:00.000Z");
    expect(slot(3, 0)).toBe("2026-12-31T07:00:00.000Z");
    expect(slot(60, 0.999)).toBe("2026-12-31T16:59:00.000Z");
  });

  it("is within the hour that a person chose, as far as the operator's hours allow", () => {
    const at = (hour: number) => slot(0, 0.5, { ...defaultWishes, hour });
    expect(at(12)).toBe("2026-12-31T09:30:00.000Z");
    expect(at(3)).toBe("2026-12-31T06:30:00.000Z");
    expect(at(23)).toBe("2026-12-31T16:59:00.000Z");
  });

  it("uses a short window whole", () => {
    const short = { ...rules, hours: { from: 600, until: 660 } };
    const of = { wishes: defaultWishes, rules: short };
    expect(slotOf(due(60), { ...of, spread: 0 }).toISOString()).toBe("2026-12-31T07:00:00.000Z");
    expect(slotOf(due(0), { ...of, spread: 0.99 }).toISOString()).toBe("2026-12-31T07:59:00.000Z");
  });

  it("is always on its day in Kuwait and within the hours", () => {
    const years = fc.integer({ min: 0, max: 36_500 }).map((n) => addDays(day("2000-01-01"), n));
    const spread = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    const hour = fc.option(fc.integer({ min: 0, max: 23 }), { nil: undefined });
    fc.assert(
      fc.property(years, spread, hour, fc.constantFrom(...rules.days), (on, at, chosen, milestone) => {
        const wishes = chosen === undefined ? defaultWishes : { ...defaultWishes, hour: chosen };
        const instant = slotOf({ milestone, day: on }, { wishes, rules, spread: at });
        expect(kuwaitDate(instant)).toBe(on);
        expect(isWithinHours(instant, rules.hours)).toBe(true);
      }),
    );
  });
});

describe("the hours", () => {
  it("hold from their first minute to before their last, in Kuwait", () => {
    const at = (time: string) => isWithinHours(new Date(`2026-12-31T${time}+03:00`), rules.hours);
    expect([at("08:59:59"), at("09:00:00"), at("19:59:59"), at("20:00:00")]).toEqual([false, true, true, false]);
    expect(isWithinHours(new Date("2026-12-31T22:30:00Z"), { from: 60, until: 120 })).toBe(true);
  });
});
