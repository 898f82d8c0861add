import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  confirms,
  coveredThrough,
  coverPeriod,
  type KnownCover,
  overlaps,
  type Period,
  standing,
  type WaitingCover,
  yearsOf,
} from "../../src/domain/cover.js";
import { addDays, addYears, daysBetween, type IsoDate } from "../../src/domain/iso-date.js";
import { anyDate } from "./arbitraries.js";

const day = (text: string) => text as IsoDate;
const today = day("2025-11-22");
const on = (offset: number) => addDays(today, offset);
const period = (from: number, until: number): Period => ({ from: on(from), until: on(until) });
const cover = (from: number, until: number, source: KnownCover["source"] = "imported"): KnownCover => ({
  ...period(from, until),
  source,
  knownAt: today,
});
const paid = (from: number, until: number): WaitingCover => ({ ...period(from, until), paidOn: today });

describe("a period of cover", () => {
  it("ends the day before its anniversary", () => {
    const until = (start: string, years: 1 | 2 | 3) => coverPeriod({ start: day(start), years }).until;
    expect(coverPeriod({ start: today, years: 1 })).toEqual({ from: today, until: "2026-11-21" });
    expect(until("2025-11-22", 2)).toBe("2027-11-21");
    expect(until("2025-11-22", 3)).toBe("2028-11-21");
    expect(until("2025-01-01", 1)).toBe("2025-12-31");
    expect(until("2023-03-01", 1)).toBe("2024-02-29");
    expect(until("2024-03-01", 1)).toBe("2025-02-28");
    expect(until("2024-02-29", 1)).toBe("2025-02-27");
    expect(until("2024-02-29", 3)).toBe("2027-02-27");
    expect(until("2023-02-28", 1)).toBe("2024-02-27");
  });

  it("has 365 days a year, and one more for each leap day in it", () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom(1 as const, 2 as const, 3 as const), (start, years) => {
        const { from, until } = coverPeriod({ start, years });
        const extra = daysBetween(from, until) + 1 - years * 365;
        expect(from).toBe(start);
        expect(addDays(until, 1)).toBe(addYears(start, years));
        expect([0, 1]).toContain(extra);
      }),
    );
  });

  it("tells its years again", () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom(1 as const, 2 as const, 3 as const), (start, years) => {
        expect(yearsOf(coverPeriod({ start, years }))).toBe(years);
      }),
    );
  });

  it("joins the next one without a gap and without a shared day", () => {
    fc.assert(
      fc.property(anyDate, (start) => {
        const first = coverPeriod({ start, years: 1 });
        const second = coverPeriod({ start: addDays(first.until, 1), years: 3 });
        expect(overlaps(first, second)).toBe(false);
        expect(overlaps(first, { ...second, from: first.until })).toBe(true);
      }),
    );
  });

  it("overlaps another from one shared day on", () => {
    expect(overlaps(period(0, 10), period(10, 20))).toBe(true);
    expect(overlaps(period(10, 20), period(0, 10))).toBe(true);
    expect(overlaps(period(0, 10), period(11, 20))).toBe(false);
    expect(overlaps(period(11, 20), period(0, 10))).toBe(false);
    expect(overlaps(period(0, 20), period(5, 6))).toBe(true);
    expect(overlaps(period(5, 6), period(0, 20))).toBe(true);
  });
});

describe("a worker's standing", () => {
  it("is none where nothing is known", () => {
    expect(standing([], [], today)).toEqual({ state: "none" });
  });

  it("is active with 31 days left, ends soon with 30", () => {
    expect(standing([cover(-300, 31)], [], today)).toEqual({
      state: "active",
      cover: cover(-300, 31),
      through: on(31),
      daysLeft: 31,
    });
    expect(standing([cover(-300, 30)], [], today)).toMatchObject({ state: "ends-soon", daysLeft: 30 });
  });

  it("is covered on the first day and on the last, which has 0 days left", () => {
    expect(standing([cover(0, 364)], [], today)).toMatchObject({ state: "active", daysLeft: 364 });
    expect(standing([cover(-364, 0)], [], today)).toMatchObject({ state: "ends-soon", daysLeft: 0 });
  });

  it("is ended from the day after, and not yet started until the day before", () => {
    expect(standing([cover(-365, -1)], [], today)).toEqual({ state: "ended", cover: cover(-365, -1), daysSince: 1 });
    expect(standing([cover(1, 365)], [], today)).toEqual({
      state: "not-yet-started",
      cover: cover(1, 365),
      startsIn: 1,
    });
  });

  it("tells of the last cover that ended", () => {
    const covers = [cover(-400, -200), cover(-900, -500), cover(-1500, -1000)];
    expect(standing(covers, [], today)).toMatchObject({ state: "ended", cover: covers[0], daysSince: 200 });
  });

  it("tells of the next cover rather than of one that ended", () => {
    const covers = [cover(300, 400), cover(-400, -200), cover(5, 200)];
    expect(standing(covers, [], today)).toMatchObject({ state: "not-yet-started", cover: covers[2], startsIn: 5 });
  });

  it("counts days left through cover that goes on without a gap", () => {
    const covers = [cover(366, 730), cover(-364, 0), cover(1, 365)];
    expect(standing(covers, [], today)).toEqual({
      state: "active",
      cover: covers[1],
      next: covers[2],
      through: on(730),
      daysLeft: 730,
    });
    expect(standing([cover(-364, 0), cover(1, 30)], [], today)).toMatchObject({ state: "ends-soon", daysLeft: 30 });
  });

  it("still ends soon before a gap, and names the cover after it", () => {
    const covers = [cover(-364, 10), cover(12, 400)];
    expect(standing(covers, [], today)).toEqual({
      state: "ends-soon",
      cover: covers[0],
      next: covers[1],
      through: on(10),
      daysLeft: 10,
    });
  });

  it("does not end soon when a period already paid goes on from it, though that is not cover yet", () => {
    expect(standing([cover(-364, 10)], [paid(11, 375)], today)).toEqual({
      state: "active",
      cover: cover(-364, 10),
      through: on(10),
      daysLeft: 10,
      waiting: paid(11, 375),
    });
    expect(standing([cover(-364, 10)], [paid(12, 375)], today)).toMatchObject({ state: "ends-soon" });
    expect(standing([cover(-364, 10)], [paid(-364, 10)], today)).toMatchObject({ state: "ends-soon" });
    expect(standing([cover(-364, 10)], [paid(-1, 11)], today)).toMatchObject({ state: "active" });
  });

  it("is paid and not filed where nothing covers and something is paid", () => {
    expect(standing([], [paid(0, 364)], today)).toEqual({ state: "paid-not-filed", waiting: paid(0, 364) });
    expect(standing([cover(-500, -136), cover(-135, -1)], [paid(0, 364)], today)).toEqual({
      state: "paid-not-filed",
      waiting: paid(0, 364),
      cover: cover(-135, -1),
    });
  });

  it("names the first of several paid periods", () => {
    const later = paid(365, 729);
    expect(standing([], [later, paid(0, 364)], today)).toMatchObject({ waiting: paid(0, 364) });
    expect(standing([cover(400, 500)], [later], today)).toMatchObject({ state: "not-yet-started", waiting: later });
    expect(standing([], [paid(0, 400), paid(0, 364)], today)).toMatchObject({ waiting: paid(0, 364) });
  });

  it("hears what a sponsor told only while nothing better is known", () => {
    const told = cover(-10, 300, "told");
    expect(standing([told], [], today)).toMatchObject({ state: "active", cover: told });
    for (const source of ["imported", "issued-here"] as const) {
      const better = cover(-400, -36, source);
      expect(standing([told, better], [], today)).toEqual({ state: "ended", cover: better, daysSince: 36 });
    }
    expect(standing([cover(-400, -36, "told")], [paid(0, 364)], today)).toMatchObject({ state: "paid-not-filed" });
  });

  it("takes the longest of covers told one over the other", () => {
    const covers = [cover(-10, 50, "told"), cover(-5, 90, "told"), cover(-20, 40, "told"), cover(-3, 20, "told")];
    expect(standing(covers, [], today)).toMatchObject({ cover: covers[1], through: on(90), daysLeft: 90 });
  });

  it("does not depend on the order of what is known, and changes none of it", () => {
    const covers = [cover(-800, -400), cover(-364, 0), cover(1, 365), cover(400, 500), cover(-1, 9, "told")];
    const waiting = [paid(366, 380), paid(381, 390)];
    const expected = standing(covers, waiting, today);
    const shuffled = (list: unknown[]) => fc.shuffledSubarray(list, { minLength: list.length });
    fc.assert(
      fc.property(shuffled(covers), shuffled(waiting), (a, b) => {
        expect(standing(Object.freeze(a) as KnownCover[], Object.freeze(b) as WaitingCover[], today)).toEqual(expected);
      }),
    );
  });
});

describe("the last day covered or paid for", () => {
  it("is the latest of both", () => {
    expect(coveredThrough([cover(-10, 5), cover(6, 20)], [])).toBe(on(20));
    expect(coveredThrough([cover(6, 20), cover(-10, 5)], [paid(21, 40)])).toBe(on(40));
    expect(coveredThrough([cover(6, 50)], [paid(21, 40)])).toBe(on(50));
    expect(coveredThrough([], [paid(21, 40)])).toBe(on(40));
  });

  it("is never what a sponsor told", () => {
    expect(coveredThrough([cover(-10, 500, "told")], [])).toBeUndefined();
    expect(coveredThrough([cover(-10, 500, "told"), cover(-10, 5, "issued-here")], [])).toBe(on(5));
  });
});

describe("a paid period is confirmed", () => {
  const year = { from: on(1), until: on(365) };
  const policy = (from: number, until: number, policyNumber = "HI-2") => ({
    from: on(from),
    until: on(until),
    policyNumber,
  });

  it("by a cover that holds at least half of its days, and by no shorter one", () => {
    expect(confirms(policy(1, 365), year)).toBe(true);
    expect(confirms(policy(-10, 183), year)).toBe(true);
    expect(confirms(policy(-10, 182), year)).toBe(false);
    expect(confirms(policy(183, 600), year)).toBe(true);
    expect(confirms(policy(184, 600), year)).toBe(false);
    expect(confirms(policy(-364, 1), year)).toBe(false);
    expect(confirms(policy(-364, -1), year)).toBe(false);
    expect(confirms(policy(366, 700), year)).toBe(false);
  });

  it("never by the older policy, however its dates are put right", () => {
    const old = policy(-364, 0, "HI-1");
    expect(confirms(policy(-364, 10, "HI-1"), year, old)).toBe(false);
    expect(confirms(policy(-364, 300, "HI-1"), year, policy(-364, 10, "HI-1"))).toBe(false);
    expect(confirms(policy(1, 365, "HI-1"), year, old)).toBe(false);
  });

  it("by its own policy whose dates are put right, and by a policy with a new number", () => {
    expect(confirms(policy(1, 365), year, policy(1, 30))).toBe(true);
    expect(confirms(policy(-364, 365), year, policy(-364, 365, "HI-1"))).toBe(true);
    expect(confirms(policy(-364, 365), year, { ...policy(-364, 365), policyNumber: null })).toBe(true);
  });
});
