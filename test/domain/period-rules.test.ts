import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type IsoDate } from "../../src/domain/iso-date.js";
import {
  endsSoonDays,
  maxYearsInKuwait,
  maxYearsOutside,
  startAheadDays,
  startWindow,
  termsAllowed,
} from "../../src/domain/period-rules.js";
import rules from "../../src/domain/period-rules.json" with { type: "json" };
import { anyDate } from "./arbitraries.js";

const today = "2025-11-22" as IsoDate;
const in90Days = "2026-02-20" as IsoDate;

describe("period rules", () => {
  it("are named, and say where they come from", () => {
    expect({ maxYearsInKuwait, maxYearsOutside, startAheadDays, endsSoonDays }).toEqual({
      maxYearsInKuwait: 3,
      maxYearsOutside: 1,
      startAheadDays: 90,
      endsSoonDays: 30,
    });
    for (const rule of Object.values(rules)) expect(rule.source).not.toBe("");
  });

  it("offer one to three years in Kuwait, one outside", () => {
    expect(termsAllowed({ inKuwait: true })).toEqual([1, 2, 3]);
    expect(termsAllowed({ inKuwait: false })).toEqual([1]);
  });

  it("let a cover start today or within 90 days", () => {
    expect(startWindow({ today })).toEqual({ ok: true, first: today, last: in90Days });
  });

  it("let a cover start the day after the present one, never before today", () => {
    const first = (coverUntil: string) => startWindow({ today, coverUntil: coverUntil as IsoDate });
    expect(first("2020-01-01")).toEqual({ ok: true, first: today, last: in90Days });
    expect(first("2025-11-21")).toEqual({ ok: true, first: today, last: in90Days });
    expect(first("2025-11-22")).toEqual({ ok: true, first: "2025-11-23", last: in90Days });
    expect(first("2026-02-18")).toEqual({ ok: true, first: "2026-02-19", last: in90Days });
    expect(first("2026-02-19")).toEqual({ ok: true, first: in90Days, last: in90Days });
  });

  it("have no day to offer while the present cover runs past the window, and say from when on they do", () => {
    expect(startWindow({ today, coverUntil: "2026-02-20" as IsoDate })).toEqual({
      ok: false,
      reason: "too-early",
      firstDay: "2025-11-23",
    });
  });

  it("name as first day exactly the first on which asking works", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 90, max: 2000 }), (day, ahead) => {
        const coverUntil = addDays(day, ahead);
        const window = startWindow({ today: day, coverUntil });
        if (window.ok) throw new Error("the window should be empty");
        expect(startWindow({ today: window.firstDay, coverUntil }).ok).toBe(true);
        expect(startWindow({ today: addDays(window.firstDay, -1), coverUntil }).ok).toBe(false);
      }),
    );
  });
});
