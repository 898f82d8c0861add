import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fils, fils, formatKwd, mostFils, parseKwd } from "../../src/domain/kwd.js";
import { anyText, notText, typed } from "./arbitraries.js";

const amount = fc.integer({ min: 0, max: 999_999_999 }).map(fils);

describe("money", () => {
  it("is shown with three decimals, an ordinary space and no other marks", () => {
    expect(formatKwd(fils(10_000), "en")).toBe("KD 10.000");
    expect(formatKwd(fils(10_000), "ar")).toBe("10.000 \u062f.\u0643");
    expect(formatKwd(fils(0), "en")).toBe("KD 0.000");
    expect(formatKwd(fils(1), "en")).toBe("KD 0.001");
    expect(formatKwd(fils(39_250), "ar")).toBe("39.250 د.ك");
    expect(formatKwd(fils(999_999_999), "en")).toBe("KD 999999.999");
    expect(formatKwd(fils(-1_005), "en")).toBe("KD -1.005");
    expect(formatKwd(fils(Number.MAX_SAFE_INTEGER), "en")).toBe("KD 9007199254740.991");
  });

  it("is read with and without the unit, in any digits, with either point", () => {
    for (const text of [
      "10",
      "10.0",
      "10.000",
      "10.0000",
      "010",
      "KD 10",
      "kd10.00",
      "10 KD",
      "10.000 د.ك",
      "د.ك 10",
      "١٠٫٠٠٠",
      "۱۰.۰",
      "１０",
      " \u200f10.000\u200f د.ك\u200f ",
    ]) {
      expect(parseKwd(text), text).toEqual({ ok: true, fils: 10_000 });
    }
    expect(parseKwd("39.25")).toEqual({ ok: true, fils: 39_250 });
    expect(parseKwd("39.2500")).toEqual({ ok: true, fils: 39_250 });
    expect(parseKwd("0.001")).toEqual({ ok: true, fils: 1 });
    expect(parseKwd("0.01")).toEqual({ ok: true, fils: 10 });
    expect(parseKwd("0")).toEqual({ ok: true, fils: 0 });
  });

  it("is refused with the first reason that fits", () => {
    for (const text of [
      "",
      "KD",
      "د.ك",
      "x",
      "39,250",
      "1٬500",
      "1 500",
      "1.5.0",
      ".5",
      "5.",
      "5-10",
      "5-",
      "+5",
      "1e3",
      "KD 5 KD x",
      "٪5",
    ]) {
      expect(parseKwd(text), text).toEqual({ ok: false, reason: "not-an-amount" });
    }
    for (const text of ["39.2505", "0.0001", "-1.2345", "9999999.0001"]) {
      expect(parseKwd(text), text).toEqual({ ok: false, reason: "sub-fils" });
    }
    for (const text of ["-5", "−5", "－5", "- 5", "KD -5.000", "-5.000 د.ك", "-0", "-9999999"]) {
      expect(parseKwd(text), text).toEqual({ ok: false, reason: "negative" });
    }
    for (const text of ["1000000", "1000000.000", "9".repeat(400)]) {
      expect(parseKwd(text), text).toEqual({ ok: false, reason: "too-large" });
    }
  });

  it("is read up to KD 999,999.999 and no fils further", () => {
    expect(mostFils).toBe(999_999_999);
    expect(parseKwd("999999.999")).toEqual({ ok: true, fils: 999_999_999 });
    expect(parseKwd("000999999.999")).toEqual({ ok: true, fils: 999_999_999 });
    expect(parseKwd("1000000.000")).toEqual({ ok: false, reason: "too-large" });
  });

  it("comes back from text as it was", () => {
    fc.assert(
      fc.property(amount, fc.constantFrom("ar" as const, "en" as const), (value, locale) => {
        expect(parseKwd(formatKwd(value, locale))).toEqual({ ok: true, fils: value });
      }),
    );
  });

  it("reads any mixture of scripts alike", () => {
    const part = fc.stringMatching(/^[0-9]{1,3}$/);
    const scripts = (digits: string) => typed(digits).map((text) => text.replace(/[\s\u0640\u2011-]/g, ""));
    const way = fc
      .tuple(part, part)
      .chain(([a, b]) => fc.record({ plain: fc.constant(`${a}.${b}`), a: scripts(a), b: scripts(b) }));
    fc.assert(
      fc.property(way, fc.constantFrom(".", "٫"), ({ plain, a, b }, point) => {
        expect(parseKwd(`${a}${point}${b}`)).toEqual(parseKwd(plain));
        expect(parseKwd(plain).ok).toBe(true);
      }),
    );
  });

  it("is a whole number of fils, or a fault of the caller", () => {
    expect(fils(5000)).toBe(5000);
    expect(() => fils(0.5)).toThrow("fils: 0.5 is not a safe integer");
    expect(() => fils(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError);
    expect(() => fils(Number.NaN)).toThrow(RangeError);
  });

  it("never throws on input, and never reads more than it may", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseKwd(text);
        if (parsed.ok)
          expect(parsed.fils >= 0 && parsed.fils <= mostFils && Number.isSafeInteger(parsed.fils)).toBe(true);
        else expect(["not-an-amount", "sub-fils", "negative", "too-large"]).toContain(parsed.reason);
      }),
    );
    fc.assert(fc.property(notText, (value) => !parseKwd(value as string).ok));
  });

  it("is a plain number at run time", () => {
    const plain: number = fils(7) satisfies Fils;
    expect(typeof plain).toBe("number");
  });
});
