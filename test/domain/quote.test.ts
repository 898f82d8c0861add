import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaps } from "../../src/domain/cover.js";
import { builtInSchedules } from "../../src/domain/fee-schedule.js";
import { addDays, daysBetween, type IsoDate } from "../../src/domain/iso-date.js";
import { type Quote, type QuoteRequest, quote, quoteDigest } from "../../src/domain/quote.js";
import { anyDate, anyText } from "./arbitraries.js";

type Line = QuoteRequest["lines"][number];
const today = "2025-11-22" as IsoDate;
const on = (offset: number) => addDays(today, offset);
const line = (over: Partial<Line> = {}): Line => ({
  worker: "w",
  article: 20,
  nth: 1,
  inKuwait: true,
  years: 1,
  ...over,
});
const ask = (lines: Line[], schedule: keyof typeof builtInSchedules = "kd5", kuwaiti = true) =>
  quote({ sponsor: { kuwaiti }, lines }, builtInSchedules[schedule], today);
const priced = (...of: Parameters<typeof ask>): Quote => {
  const answer = ask(...of);
  if (!answer.ok) throw new Error(answer.reason);
  return answer;
};

describe("a quote", () => {
  it("says of each line what, how long, how much and why", () => {
    expect(ask([line({ worker: "288070804106", years: 2 })])).toEqual({
      ok: true,
      lines: [
        {
          worker: "288070804106",
          years: 2,
          from: "2025-11-22",
          until: "2027-11-21",
          fils: 10_000,
          rule: "domestic-worker",
          source: "Service description of the health insurance of domestic workers: KD 5 per year",
          certainty: "brief",
        },
      ],
      totalFils: 10_000,
    });
  });

  it("prices a basket line by line, in the order asked", () => {
    const basket = priced(
      [line({ worker: "b", nth: 4, years: 3 }), line({ worker: "a", nth: 3 })],
      "decision-306-2025",
    );
    expect(basket.lines.map(({ worker, fils, rule }) => [worker, fils, rule])).toEqual([
      ["b", 30_000, "kuwaiti-fourth-on"],
      ["a", 0, "kuwaiti-first-three"],
    ]);
    expect(basket.totalFils).toBe(30_000);
    expect(priced([line({ years: 2 })], "decision-306-2025", false).totalFils).toBe(200_000);
  });

  it("of zero is a quote like any other", () => {
    expect(priced([line({ years: 3 })], "decision-306-2025")).toMatchObject({ ok: true, totalFils: 0 });
  });

  it("is refused when nothing is asked, or one worker twice", () => {
    expect(ask([])).toEqual({ ok: false, reason: "empty" });
    expect(ask([line({ worker: "a" }), line({ worker: "b" }), line({ worker: "a", article: 18 })])).toEqual({
      ok: false,
      reason: "same-worker-twice",
      worker: "a",
    });
  });

  it("is refused where no row fits, never guessed", () => {
    expect(ask([line({ worker: "a" }), line({ worker: "b", article: 18 })])).toEqual({
      ok: false,
      reason: "no-row",
      worker: "b",
    });
    expect(ask([line({ nth: 0 })])).toEqual({ ok: false, reason: "no-row", worker: "w" });
    expect(ask([line({ article: 18, years: 9 })])).toMatchObject({ reason: "no-row" });
  });

  it("is for one to three years in Kuwait, for one outside", () => {
    for (const years of [1, 2, 3]) expect(ask([line({ years })]).ok).toBe(true);
    for (const years of [0, 4, -1, 1.5, Number.NaN]) {
      expect(ask([line({ years })])).toEqual({ ok: false, reason: "years", worker: "w" });
    }
    expect(ask([line({ years: 1, inKuwait: false })]).ok).toBe(true);
    expect(ask([line({ years: 2, inKuwait: false })])).toEqual({ ok: false, reason: "years", worker: "w" });
    expect(ask([line({ years: 4, start: on(-1) })])).toMatchObject({ reason: "years" });
  });

  it("starts today, or the day after present cover", () => {
    const from = (over: Partial<Line>) => priced([line(over)]).lines[0]?.from;
    expect(from({})).toBe(today);
    expect(from({ coverUntil: on(-1) })).toBe(today);
    expect(from({ coverUntil: on(-500) })).toBe(today);
    expect(from({ coverUntil: today })).toBe(on(1));
    expect(from({ coverUntil: on(89) })).toBe(on(90));
  });

  it("starts on the day asked for, within 90 days", () => {
    const start = (offset: number, over: Partial<Line> = {}) => {
      const answer = ask([line({ start: on(offset), ...over })]);
      return answer.ok ? answer.lines[0]?.from : answer;
    };
    expect(start(0)).toBe(today);
    expect(start(90)).toBe(on(90));
    expect(start(-1)).toEqual({ ok: false, reason: "start-past", worker: "w" });
    expect(start(91)).toEqual({ ok: false, reason: "start-too-far", worker: "w" });
    expect(start(11, { coverUntil: on(10) })).toBe(on(11));
    expect(start(10, { coverUntil: on(10) })).toEqual({ ok: false, reason: "overlap", worker: "w" });
    expect(start(0, { coverUntil: on(10) })).toEqual({ ok: false, reason: "overlap", worker: "w" });
    expect(start(-1, { coverUntil: on(10) })).toEqual({ ok: false, reason: "start-past", worker: "w" });
    expect(start(91, { coverUntil: on(10) })).toEqual({ ok: false, reason: "start-too-far", worker: "w" });
  });

  it("is too early while present cover runs past the last possible start, and says from when on it is not", () => {
    const refusal = { ok: false, reason: "too-early", worker: "w", firstDay: on(1) };
    expect(ask([line({ coverUntil: on(90) })])).toEqual(refusal);
    expect(ask([line({ coverUntil: on(90), start: on(91) })])).toEqual(refusal);
    expect(ask([line({ coverUntil: on(90), start: on(10) })])).toEqual(refusal);
    expect(ask([line({ coverUntil: on(89) })]).ok).toBe(true);
  });

  it("takes no date that is none", () => {
    expect(ask([line({ start: "2025-11-31" as IsoDate })])).toEqual({ ok: false, reason: "start-past", worker: "w" });
    expect(ask([line({ coverUntil: "2025-11-31" as IsoDate })])).toEqual({ ok: false, reason: "overlap", worker: "w" });
  });

  const anyLine = fc.record(
    {
      worker: fc.string({ minLength: 1, maxLength: 3 }),
      article: fc.constantFrom(20, 20, 20, 18),
      nth: fc.integer({ min: 1, max: 6 }),
      inKuwait: fc.boolean(),
      years: fc.integer({ min: 1, max: 3 }),
      start: fc.integer({ min: -2, max: 95 }).map(on),
      coverUntil: fc.integer({ min: -400, max: 100 }).map(on),
    },
    { requiredKeys: ["worker", "article", "nth", "inKuwait", "years"] },
  );
  const anyBasket = fc.array(anyLine, { minLength: 1, maxLength: 4 });
  const anySchedule = fc.constantFrom("kd5" as const, "before-306" as const, "decision-306-2025" as const);

  it("costs in all what its lines cost, and no line overlaps cover or leaves the window", () => {
    fc.assert(
      fc.property(anyBasket, anySchedule, fc.boolean(), (lines, schedule, kuwaiti) => {
        const answer = ask(lines, schedule, kuwaiti);
        fc.pre(answer.ok);
        expect(answer.totalFils).toBe(answer.lines.map((l) => Number(l.fils)).reduce((a, b) => a + b, 0));
        expect(answer.lines).toHaveLength(lines.length);
        answer.lines.forEach((l, i) => {
          const until = lines[i]?.coverUntil;
          expect(daysBetween(today, l.from)).toBeGreaterThanOrEqual(0);
          expect(daysBetween(today, l.from)).toBeLessThanOrEqual(90);
          if (until) expect(overlaps(l, { from: "0001-01-01" as IsoDate, until })).toBe(false);
        });
      }),
    );
  });

  it("that is too early works from its first day on, and not the day before", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 90, max: 1500 }), (day, ahead) => {
        const request = { sponsor: { kuwaiti: true }, lines: [line({ coverUntil: addDays(day, ahead) })] };
        const answer = quote(request, builtInSchedules.kd5, day);
        if (answer.ok || answer.firstDay === undefined) throw new Error("should be too early");
        expect(quote(request, builtInSchedules.kd5, answer.firstDay).ok).toBe(true);
        expect(quote(request, builtInSchedules.kd5, addDays(answer.firstDay, -1)).ok).toBe(false);
      }),
    );
  });

  it("never throws, whatever is asked", () => {
    const odd = fc.oneof(
      anyText,
      anyDate.map(String),
      fc.constantFrom("0001-01-01", "9999-12-31"),
    ) as fc.Arbitrary<IsoDate>;
    const oddLine = fc.record(
      {
        worker: anyText,
        article: fc.double(),
        nth: fc.double(),
        inKuwait: fc.boolean(),
        years: fc.double(),
        start: odd,
        coverUntil: odd,
      },
      { requiredKeys: ["worker", "article", "nth", "inKuwait", "years"] },
    );
    const halfOdd = fc
      .tuple(oddLine, anyLine)
      .map(([a, b]) => ({ ...b, start: a.start ?? today, coverUntil: a.coverUntil ?? today }));
    fc.assert(
      fc.property(fc.array(fc.oneof(oddLine, halfOdd), { maxLength: 3 }), odd, (lines, day) => {
        const answer = quote({ sponsor: { kuwaiti: true }, lines }, builtInSchedules.kd5, day);
        expect(typeof answer.ok).toBe("boolean");
      }),
    );
  });
});

describe("a quote's digest", () => {
  const base = priced([line({ worker: "a" }), line({ worker: "b" })]);

  it("is 32 hex digits, the same for the same quote", () => {
    expect(quoteDigest(base)).toMatch(/^[0-9a-f]{32}$/);
    expect(quoteDigest(priced([line({ worker: "a" }), line({ worker: "b" })]))).toBe(quoteDigest(base));
  });

  it("does not depend on the order in which a quote's parts are written", () => {
    const turned = { ...base, lines: base.lines.map((l) => Object.fromEntries(Object.entries(l).toReversed())) };
    expect(quoteDigest(turned as Quote)).toBe(quoteDigest(base));
  });

  it("stays the same from release to release, or acceptances would fall", () => {
    expect(quoteDigest(base)).toBe("99a8d281ba9ff44b887abce28a7fe659");
  });

  it("changes with everything that is shown", () => {
    const [first, second] = base.lines;
    if (!first || !second) throw new Error("two lines were asked for");
    const changes: object[] = [
      { worker: "c" },
      { years: 2 },
      { from: on(1) },
      { until: on(400) },
      { fils: 5001 },
      { rule: "other" },
      { source: "another" },
      { certainty: "C" },
    ];
    const changed = changes.map((change) =>
      quoteDigest({ ...base, lines: [{ ...first, ...change }, second] } as Quote),
    );
    const others = [
      { ...base, totalFils: 1 },
      { ...base, lines: [second, first] },
      { ...base, lines: [first] },
    ].map((other) => quoteDigest(other as Quote));
    expect(new Set([quoteDigest(base), ...changed, ...others]).size).toBe(1 + changes.length + 3);
  });
});
