import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePolicyNumber } from "../../src/domain/policy-number.js";

const wrong = { ok: false, reason: "not-a-policy-number" };

describe("a policy number", () => {
  it("reads alike in any digits, with spaces around it and marks that nobody sees", () => {
    for (const text of ["HI-2026 / 17", "  HI-٢٠٢٦ /  ۱۷ ", "\u200FHI-2026 / 17\u200E"])
      expect(parsePolicyNumber(text)).toEqual({ ok: true, policyNumber: "HI-2026 / 17" });
    expect(parsePolicyNumber("ض-17")).toEqual({ ok: true, policyNumber: "ض-17" });
  });

  it("is refused empty, without a digit, with other signs, or longer than 60 characters", () => {
    for (const text of ["", " ", "-17", "HI#17", "HI\u000017", "HI", "later", `1${"x".repeat(60)}`])
      expect(parsePolicyNumber(text)).toEqual(wrong);
    expect(parsePolicyNumber(`1${"x".repeat(59)}`)).toMatchObject({ ok: true });
  });

  it("read once is read the same again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = parsePolicyNumber(text);
        if (once.ok) expect(parsePolicyNumber(once.policyNumber)).toEqual(once);
      }),
    );
  });
});
