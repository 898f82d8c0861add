import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInSchedules, feeRow, loadFeeSchedule } from "../../src/domain/fee-schedule.js";
import kd5 from "../../src/domain/fee-schedules/kd5.json" with { type: "json" };

const title = { ar: "عنوان", en: "Title" };
const row = (over: object = {}) => ({
  id: "a",
  title,
  articles: [20],
  fils: 5000,
  source: "s",
  certainty: "A",
  ...over,
});
const file = (rows: unknown[], over: object = {}) => ({ id: "own", title, rows, ...over });
const faultsOf = (json: unknown) => {
  const loaded = loadFeeSchedule(json);
  return loaded.ok ? [] : loaded.faults;
};
const load = (...rows: object[]) => {
  const loaded = loadFeeSchedule(file(rows));
  if (!loaded.ok) throw new Error(loaded.faults.join("\n"));
  return loaded.schedule;
};

describe("built-in schedules", () => {
  const fee = (id: keyof typeof builtInSchedules, kuwaiti: boolean, nth: number, article = 20) => {
    const found = feeRow(builtInSchedules[id], { article, kuwaiti, nth });
    return found && [found.id, found.fils, found.certainty];
  };

  it("have the ids an operator names", () => {
    for (const [id, schedule] of Object.entries(builtInSchedules)) expect(schedule.id).toBe(id);
  });

  it("kd5: five dinars for everybody", () => {
    for (const kuwaiti of [true, false]) {
      for (const nth of [1, 4, 40]) expect(fee("kd5", kuwaiti, nth)).toEqual(["domestic-worker", 5000, "brief"]);
    }
    expect(builtInSchedules.kd5).not.toHaveProperty("from");
    expect(builtInSchedules.kd5).not.toHaveProperty("until");
  });

  it("before-306: five dinars until the day before the decision", () => {
    expect(fee("before-306", true, 1)).toEqual(["domestic-worker-before-306", 5000, "A"]);
    expect(fee("before-306", false, 9)).toEqual(["domestic-worker-before-306", 5000, "A"]);
    expect(builtInSchedules["before-306"]).toMatchObject({ from: "1999-01-01", until: "2025-12-22" });
  });

  it("decision-306-2025: three free for a Kuwaiti family, then ten dinars; a hundred for others", () => {
    for (const nth of [1, 2, 3]) expect(fee("decision-306-2025", true, nth)).toEqual(["kuwaiti-first-three", 0, "A"]);
    for (const nth of [4, 5, 60])
      expect(fee("decision-306-2025", true, nth)).toEqual(["kuwaiti-fourth-on", 10_000, "A"]);
    for (const nth of [1, 4]) expect(fee("decision-306-2025", false, nth)).toEqual(["other-sponsor", 100_000, "B"]);
    expect(builtInSchedules["decision-306-2025"]).toMatchObject({ from: "2025-12-23" });
    for (const { source } of builtInSchedules["decision-306-2025"].rows)
      expect(source).toContain("gazette text was not seen");
  });

  it("know Article 20 only", () => {
    for (const id of ["kd5", "before-306", "decision-306-2025"] as const) {
      for (const article of [17, 18, 19, 21, 22]) expect(fee(id, true, 1, article)).toBeUndefined();
    }
  });

  it("are files of the form that an operator writes, and cannot be changed", () => {
    expect(loadFeeSchedule(kd5)).toEqual({ ok: true, schedule: builtInSchedules.kd5 });
    expect(loadFeeSchedule(JSON.parse(JSON.stringify(builtInSchedules["decision-306-2025"])))).toMatchObject({
      ok: true,
    });
    expect(Object.isFrozen(builtInSchedules.kd5.rows[0])).toBe(true);
  });
});

describe("the row that decides", () => {
  const worker = { article: 20, kuwaiti: true, nth: 1 };

  it("is the first that fits", () => {
    const schedule = load(row({ id: "any" }), row({ id: "later", fils: 1 }));
    expect(feeRow(schedule, worker)?.id).toBe("any");
    expect(
      feeRow(load(row({ id: "free", nth: { from: 1, to: 2 } }), row({ id: "rest" })), { ...worker, nth: 2 })?.id,
    ).toBe("free");
    expect(
      feeRow(load(row({ id: "rest" }), row({ id: "free", nth: { from: 1, to: 2 } })), { ...worker, nth: 2 })?.id,
    ).toBe("rest");
  });

  it("fits by article, sponsor and place, each at its bounds", () => {
    const schedule = load(
      row({ id: "b", articles: [18, 22], sponsor: "other" }),
      row({ id: "c", sponsor: "kuwaiti", nth: { from: 2, to: 3 } }),
      row({ id: "d", sponsor: "other", nth: { from: 5 } }),
    );
    const id = (article: number, kuwaiti: boolean, nth: number) => feeRow(schedule, { article, kuwaiti, nth })?.id;
    expect([id(18, false, 1), id(22, false, 9), id(18, true, 1), id(19, false, 1)]).toEqual([
      "b",
      "b",
      undefined,
      undefined,
    ]);
    expect([1, 2, 3, 4].map((nth) => id(20, true, nth))).toEqual([undefined, "c", "c", undefined]);
    expect([4, 5, 6, 500].map((nth) => id(20, false, nth))).toEqual([undefined, "d", "d", "d"]);
  });

  it("is none for a place that is no place", () => {
    for (const nth of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(feeRow(load(row()), { ...worker, nth })).toBeUndefined();
    }
  });
});

describe("an operator's own schedule", () => {
  it("is taken as it is written", () => {
    const json = file([row({ sponsor: "other", nth: { from: 1, to: 1 } })], {
      from: "2026-01-01",
      until: "2026-01-01",
    });
    expect(loadFeeSchedule(json)).toEqual({ ok: true, schedule: json });
    expect(loadFeeSchedule(file([row({ fils: 0 }), row({ id: "b", fils: 999_999_999 })])).ok).toBe(true);
  });

  it("is refused when it is no schedule at all", () => {
    expect(faultsOf(null)).toEqual(["the schedule: Invalid input: expected object, received null"]);
    expect(faultsOf({})).toEqual([
      expect.stringMatching(/^id: /),
      expect.stringMatching(/^title: /),
      expect.stringMatching(/^rows: /),
    ]);
    expect(faultsOf(file([]))).toEqual(["rows: must have at least one row"]);
  });

  it("is refused with the path of every fault", () => {
    const bad = row({
      id: " ",
      title: { ar: "", en: "x" },
      articles: [],
      fils: -1,
      source: "",
      certainty: "D",
      nth: { from: 0, to: 1.5 },
      sponsor: "all",
    });
    expect(faultsOf(file([bad, row({ id: "b", title: { ar: "x" } })])).map((fault) => fault.split(":")[0])).toEqual([
      "rows[0].id",
      "rows[0].title.ar",
      "rows[0].articles",
      "rows[0].sponsor",
      "rows[0].nth.from",
      "rows[0].nth.to",
      "rows[0].fils",
      "rows[0].source",
      "rows[0].certainty",
      "rows[1].title.en",
    ]);
  });

  it("is refused when a fee is not a whole, possible number of fils", () => {
    expect(faultsOf(file([row({ fils: -1 })]))).toEqual(["rows[0].fils: must not be negative"]);
    expect(faultsOf(file([row({ fils: 0.5 })]))).toEqual(["rows[0].fils: must be a whole number of fils"]);
    expect(faultsOf(file([row({ fils: "5000" })]))).toEqual(["rows[0].fils: must be a whole number of fils"]);
    expect(faultsOf(file([row({ fils: 1_000_000_000 })]))).toEqual([
      "rows[0].fils: is larger than any amount taken here",
    ]);
  });

  it("is refused when an article is not a positive whole number", () => {
    for (const article of [0, -1, 20.5, "20"]) {
      expect(faultsOf(file([row({ articles: [20, article] })]))).toEqual([
        expect.stringMatching(/^rows\[0\]\.articles\[1\]: /),
      ]);
    }
  });

  it("is refused when a name is misspelt, since the row would fit everybody", () => {
    expect(faultsOf(file([row({ sponser: "kuwaiti" })]))).toEqual(['rows[0]: Unrecognized key: "sponser"']);
    expect(faultsOf(file([row({ nth: { from: 1, too: 3 } })]))).toEqual(['rows[0].nth: Unrecognized key: "too"']);
    expect(faultsOf(file([row()], { form: "2026-01-01" }))).toEqual(['the schedule: Unrecognized key: "form"']);
    expect(faultsOf(file([row({ title: { ...title, fr: "Titre" } })]))).toEqual([
      'rows[0].title: Unrecognized key: "fr"',
    ]);
  });

  it("is refused when its dates are none, or turned round", () => {
    expect(faultsOf(file([row()], { from: "2026-02-30" }))).toEqual(["from: must be a real date, YYYY-MM-DD"]);
    expect(faultsOf(file([row()], { until: 20_260_101 }))).toEqual(["until: must be a real date, YYYY-MM-DD"]);
    expect(faultsOf(file([row()], { from: "2026-01-02", until: "2026-01-01" }))).toEqual([
      "until: must not be before from",
    ]);
    expect(faultsOf(file([row()], { from: "2026-01-02" }))).toEqual([]);
    expect(faultsOf(file([row()], { until: "2026-01-02" }))).toEqual([]);
  });

  it("is refused when two rows have one id", () => {
    expect(faultsOf(file([row(), row({ articles: [18] }), row({ articles: [17] })]))).toEqual([
      "rows[1].id: already used by rows[0]",
      "rows[2].id: already used by rows[0]",
      "rows[2].id: already used by rows[1]",
    ]);
  });

  it("is refused when a range is turned round", () => {
    expect(faultsOf(file([row({ nth: { from: 3, to: 2 } })]))).toEqual(["rows[0].nth: from must not be after to"]);
    expect(faultsOf(file([row({ nth: { from: 3, to: 3 } })]))).toEqual([]);
  });

  describe("with places in two rows for the same article and sponsor", () => {
    type Range = { from: number; to?: number };
    const clash = (a: Range, b: Range, over: object = {}) =>
      faultsOf(file([row({ nth: a }), row({ id: "b", nth: b, ...over })]));
    const fault = ["rows[1].nth: overlaps nth of rows[0] for the same article and sponsor"];

    it("is refused when they cross, are the same, or leave the second without a case", () => {
      expect(clash({ from: 1, to: 3 }, { from: 3, to: 5 })).toEqual(fault);
      expect(clash({ from: 3, to: 5 }, { from: 1, to: 3 })).toEqual(fault);
      expect(clash({ from: 3 }, { from: 1, to: 3 })).toEqual(fault);
      expect(clash({ from: 1, to: 3 }, { from: 1, to: 3 })).toEqual(fault);
      expect(clash({ from: 2 }, { from: 2 })).toEqual(fault);
      expect(clash({ from: 1 }, { from: 2, to: 3 })).toEqual(fault);
      expect(clash({ from: 1, to: 3 }, { from: 1, to: 2 })).toEqual(fault);
    });

    it("is taken when they only touch", () => {
      expect(clash({ from: 1, to: 3 }, { from: 4 })).toEqual([]);
      expect(clash({ from: 4 }, { from: 1, to: 3 })).toEqual([]);
    });

    it("is taken when the first is an exception and the second its fallback", () => {
      expect(clash({ from: 1, to: 3 }, { from: 1 })).toEqual([]);
      expect(clash({ from: 2, to: 3 }, { from: 1, to: 3 })).toEqual([]);
    });

    it("is taken when another article or sponsor keeps them apart, or one names no place", () => {
      expect(clash({ from: 1, to: 3 }, { from: 3 }, { articles: [18] })).toEqual([]);
      expect(clash({ from: 1, to: 3 }, { from: 3 }, { articles: [18, 20] })).toEqual(fault);
      expect(clash({ from: 1, to: 3 }, { from: 3 }, { sponsor: "other" })).toEqual([]);
      expect(clash({ from: 1, to: 3 }, { from: 3 }, { nth: undefined })).toEqual([]);
      expect(faultsOf(file([row(), row({ id: "b", nth: { from: 3 } })]))).toEqual([]);
    });
  });

  it("never makes the program fall over, whatever JSON it is", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const loaded = loadFeeSchedule(json);
        if (!loaded.ok) expect(loaded.faults.length).toBeGreaterThan(0);
      }),
    );
    const field = fc.constantFrom("id", "title", "articles", "sponsor", "nth", "fils", "source", "certainty");
    fc.assert(
      fc.property(field, fc.jsonValue(), (name, value) => {
        const faults = faultsOf(file([row({ [name]: value })]));
        expect(faults.every((fault) => /^rows\[0\]\.[a-z]+.*: /.test(fault))).toBe(true);
      }),
    );
  });
});
