import { describe, expect, expectTypeOf, it } from "vitest";
import type { CivilId, FeeSchedule, Fils, IsoDate, QuoteRequest } from "../../src/domain/index.js";
import * as domain from "../../src/domain/index.js";

// The printed interface, word for word; a change here is a change of what others build on.
type PrintedQuoteRequest = {
  sponsor: { kuwaiti: boolean };
  lines: {
    worker: string;
    article: number;
    nth: number;
    inKuwait: boolean;
    years: number;
    start?: IsoDate;
    coverUntil?: IsoDate;
  }[];
};
type PrintedQuote =
  | {
      ok: true;
      lines: {
        worker: string;
        years: number;
        from: IsoDate;
        until: IsoDate;
        fils: Fils;
        rule: string;
        source: string;
        certainty: "brief" | "A" | "B" | "C";
      }[];
      totalFils: Fils;
    }
  | {
      ok: false;
      reason:
        | "empty"
        | "same-worker-twice"
        | "no-row"
        | "years"
        | "start-past"
        | "start-too-far"
        | "too-early"
        | "overlap";
      worker?: string;
      firstDay?: IsoDate;
    };
type PrintedCivilId =
  | { ok: true; civilId: CivilId; birthDate: IsoDate; checkAgain?: true }
  | { ok: false; reason: "not-a-number" | "length" | "century" | "birth-date" | "check-digit" };

describe("the rules as a package", () => {
  it("have the types that are printed", () => {
    expectTypeOf<Parameters<typeof domain.parseCivilId>>().toEqualTypeOf<
      [text: string, at?: { today: IsoDate } | undefined]
    >();
    expectTypeOf(domain.parseCivilId).returns.toEqualTypeOf<PrintedCivilId>();
    expectTypeOf(domain.foldDigits).toEqualTypeOf<(text: string) => string>();
    expectTypeOf(domain.formatKwd).toEqualTypeOf<(amount: Fils, locale: "ar" | "en") => string>();
    expectTypeOf(domain.parseKwd).toEqualTypeOf<
      (
        text: string,
      ) => { ok: true; fils: Fils } | { ok: false; reason: "not-an-amount" | "sub-fils" | "negative" | "too-large" }
    >();
    expectTypeOf(domain.coverPeriod).toEqualTypeOf<
      (of: { start: IsoDate; years: 1 | 2 | 3 }) => { from: IsoDate; until: IsoDate }
    >();
    expectTypeOf(domain.loadFeeSchedule).toEqualTypeOf<
      (json: unknown) => { ok: true; schedule: FeeSchedule } | { ok: false; faults: string[] }
    >();
    expectTypeOf(domain.builtInSchedules).toEqualTypeOf<
      Record<"kd5" | "before-306" | "decision-306-2025", FeeSchedule>
    >();
    expectTypeOf<QuoteRequest>().toEqualTypeOf<PrintedQuoteRequest>();
    expectTypeOf<Parameters<typeof domain.quote>>().toEqualTypeOf<[QuoteRequest, FeeSchedule, IsoDate]>();
    expectTypeOf(domain.quote).returns.toEqualTypeOf<PrintedQuote>();
    expectTypeOf(domain.intentTable).toExtend<readonly { from: string; event: string; to: string }[]>();
    expectTypeOf(domain.attemptTable).toExtend<readonly { from: string; event: string; to: string }[]>();
    expectTypeOf(domain.renewalTable).toExtend<readonly { from: string; event: string; to: string }[]>();
    expectTypeOf<CivilId>().toExtend<string>();
    expectTypeOf<Fils>().toExtend<number>();
  });

  it("are exported under the names that are printed", () => {
    expect(domain).toMatchObject({
      parseCivilId: expect.any(Function),
      foldDigits: expect.any(Function),
      formatKwd: expect.any(Function),
      parseKwd: expect.any(Function),
      coverPeriod: expect.any(Function),
      loadFeeSchedule: expect.any(Function),
      builtInSchedules: { kd5: {}, "before-306": {}, "decision-306-2025": {} },
      quote: expect.any(Function),
      intentTable: expect.any(Array),
      attemptTable: expect.any(Array),
      renewalTable: expect.any(Array),
    });
  });

  it("are plain strings and numbers at run time", () => {
    const parsed = domain.parseCivilId("288070804106");
    expect(parsed.ok && typeof parsed.civilId).toBe("string");
    expect(typeof domain.fils(5)).toBe("number");
  });
});
