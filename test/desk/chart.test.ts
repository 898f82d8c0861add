// The chart names its axes, scales and colours itself, in its reader's language, and is a whole PNG.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chartOf, roundEnd } from "../../src/desk/chart.js";
import { drawSvg } from "../../src/desk/draw-svg.js";
import type { DeskFigures } from "../../src/desk/stats.js";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { languages } from "../../src/words/line.js";
import { speak } from "../support/journey.js";

const minute = 60_000;
type Day = DeskFigures["days"][number];
const dayOf = (at: number, more: Partial<Day> = {}): Day => ({
  day: `2026-11-${String(at + 10).padStart(2, "0")}` as IsoDate,
  opened: 0,
  toAnswer: undefined,
  toClose: undefined,
  ...more,
});
const spread = (half: number, most: number) => ({ median: half * minute, p90: most * minute });

describe("the desk's chart", () => {
  it.each(languages)("says what each panel, day and colour is (%s)", (language) => {
    const say = (id: Parameters<typeof speak.plain>[1]["id"]) => speak.plain(language, { id });
    const days = [
      dayOf(0, { opened: 3, toAnswer: spread(5, 9), toClose: spread(60, 400) }),
      dayOf(1),
      dayOf(2, { opened: 1, toAnswer: spread(7, 7), toClose: spread(90, 200) }),
    ];
    const svg = chartOf(days, language, (line) => speak.plain(language, line));
    for (const id of [
      "desk-chart-opened",
      "desk-chart-answer-minutes",
      "desk-chart-close-hours",
      "desk-chart-half",
      "desk-chart-most",
    ] as const)
      expect(svg).toContain(say(id));
    for (const day of ["10/11", "11/11", "12/11"]) expect(svg.split(`>${day}<`)).toHaveLength(4);
    // The day between has no time: no line leads over it.
    expect(svg).not.toContain("<polyline");
    expect(Buffer.from(drawSvg(svg)).subarray(1, 4).toString()).toBe("PNG");
  });

  it("runs its days from the right in Arabic, as they are read", () => {
    const first = (language: "ar" | "en") =>
      Number(/<text x="([\d.]+)"[^>]*>10\/11</.exec(chartOf([dayOf(0), dayOf(1)], language, ({ id }) => id))?.[1]);
    expect(first("ar")).toBeGreaterThan(480);
    expect(first("en")).toBeLessThan(480);
  });

  it("lets no words into its markup", () => {
    const svg = chartOf([dayOf(0)], "en", () => "<b>&");
    expect(svg).toContain("&lt;b>&amp;");
    expect(svg).not.toContain("<b>");
  });

  it("ends its scale where no value is above it, and its half is whole", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (most) => {
        const end = roundEnd(most);
        expect(end).toBeGreaterThanOrEqual(most);
        expect(Number.isInteger(end / 2)).toBe(true);
      }),
    );
  });
});
