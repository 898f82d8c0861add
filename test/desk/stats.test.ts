// How the desk's times are counted: nearest rank, by the day in Kuwait on which somebody asked, and by who helped them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deskFigures, type HandoffTimes, quantile } from "../../src/desk/stats.js";
import type { IsoDate } from "../../src/domain/iso-date.js";

const today = "2026-11-22" as IsoDate;
const minute = 60_000;
const someValues = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 60 });
const shares = fc.constantFrom(0.5, 0.9, 1);

const handoff = (opened: string, more: Partial<HandoffTimes> = {}): HandoffTimes => ({
  state: "bot",
  openedAt: new Date(opened),
  firstAnswerAt: undefined,
  closedAt: undefined,
  owner: undefined,
  answeredBy: undefined,
  closedBy: undefined,
  helped: undefined,
  ...more,
});

describe("a quantile", () => {
  it("is one of the values, which its share of them do not exceed, and no smaller one is", () => {
    fc.assert(
      fc.property(someValues, shares, (values, q) => {
        const found = quantile(values, q) ?? Number.NaN;
        const upTo = (most: number) => values.filter((value) => value <= most).length / values.length;
        expect(values).toContain(found);
        expect(upTo(found)).toBeGreaterThanOrEqual(q - 1e-9);
        for (const smaller of values.filter((value) => value < found)) expect(upTo(smaller)).toBeLessThan(q);
      }),
    );
  });

  it("does not depend on the order, grows with its share, and is nothing of nothing", () => {
    fc.assert(
      fc.property(someValues, (values) => {
        expect(quantile(values.toReversed(), 0.5)).toBe(quantile(values, 0.5));
        expect(quantile(values, 0.9)).toBeGreaterThanOrEqual(quantile(values, 0.5) ?? 0);
      }),
    );
    expect(quantile([], 0.5)).toBeUndefined();
  });
});

describe("the desk's figures", () => {
  it("count who waits and who is helped now, however long ago they asked", () => {
    const figures = deskFigures(
      [
        handoff("2026-10-01T09:00:00Z", { state: "queue" }),
        handoff("2026-11-22T09:00:00Z", { state: "queue" }),
        handoff("2026-11-22T09:00:00Z", { state: "agent" }),
      ],
      today,
    );
    expect(figures).toMatchObject({ waiting: 2, owned: 1, all: { opened: 2 } });
  });

  it("are those of fourteen days, each by Kuwait's own midnight", () => {
    const figures = deskFigures(
      ["2026-11-08T20:59:59Z", "2026-11-08T21:00:00Z", "2026-11-22T20:59:59Z"].map((at) => handoff(at)),
      today,
    );
    expect(figures.days).toHaveLength(14);
    expect(figures.days.map(({ opened }) => opened)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(figures.days[0]?.day).toBe("2026-11-09");
  });

  it("say how long the first answer and the end took, of those that had them, by who helped", () => {
    const at = (minutes: number) => new Date(Date.parse("2026-11-22T09:00:00Z") + minutes * minute);
    const [one, other] = [
      { id: 1, name: "Amal" },
      { id: 2, name: "Badr" },
    ];
    const by = (helper: typeof one) => ({ owner: helper, answeredBy: helper });
    const figures = deskFigures(
      [
        handoff("2026-11-22T09:00:00Z", { ...by(other), closedBy: other, firstAnswerAt: at(4), closedAt: at(30) }),
        handoff("2026-11-22T09:00:00Z", { ...by(one), firstAnswerAt: at(2) }),
        handoff("2026-11-22T09:00:00Z", { ...by(one), firstAnswerAt: at(9) }),
        handoff("2026-11-22T09:00:00Z"),
      ],
      today,
    );
    expect(figures.all).toEqual({
      opened: 4,
      toAnswer: { median: 4 * minute, p90: 9 * minute },
      toClose: { median: 30 * minute, p90: 30 * minute },
    });
    expect(figures.agents).toEqual([
      { name: "Amal", opened: 2, toAnswer: { median: 2 * minute, p90: 9 * minute }, toClose: undefined },
      {
        name: "Badr",
        opened: 1,
        toAnswer: { median: 4 * minute, p90: 4 * minute },
        toClose: { median: 30 * minute, p90: 30 * minute },
      },
    ]);
  });

  it("give the first answer to whoever wrote it, and the end to whoever closed it, though it was handed over", () => {
    const at = (minutes: number) => new Date(Date.parse("2026-11-22T09:00:00Z") + minutes * minute);
    const [one, other] = [
      { id: 1, name: "Amal" },
      { id: 2, name: "Badr" },
    ];
    const times = { firstAnswerAt: at(4), closedAt: at(30) };
    const { agents } = deskFigures(
      [handoff("2026-11-22T09:00:00Z", { ...times, owner: other, answeredBy: one, closedBy: other })],
      today,
    );
    const lasting = (minutes: number) => ({ median: minutes * minute, p90: minutes * minute });
    expect(agents).toEqual([
      { name: "Amal", opened: 1, toAnswer: lasting(4), toClose: undefined },
      { name: "Badr", opened: 1, toAnswer: undefined, toClose: lasting(30) },
    ]);
  });
});
