import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatReceiptNumber, parseReceiptNumber } from "../../src/domain/receipt-number.js";
import { anyText, notText } from "./arbitraries.js";

const eightBytes = fc.uint8Array({ minLength: 8, maxLength: 8 });

describe("receipt number", () => {
  it("is the year and eight characters made of the bytes", () => {
    expect(formatReceiptNumber(2025, new Uint8Array(8))).toBe("TJ-2025-22222222");
    expect(formatReceiptNumber(2025, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 29))).toBe("TJ-2025-Z2222222");
    expect(formatReceiptNumber(2025, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 30))).toBe("TJ-2025-23222222");
    // 256 = 8 · 30 + 16, and 8 is "A", 16 is "J".
    expect(formatReceiptNumber(2026, Uint8Array.of(0, 0, 0, 0, 0, 0, 1, 0))).toBe("TJ-2026-JA222222");
  });

  it("has no characters that are mistaken for one another", () => {
    fc.assert(
      fc.property(eightBytes, (bytes) => {
        expect(formatReceiptNumber(2025, bytes)).toMatch(/^TJ-2025-[2-9A-HJKMNP-TV-Z]{8}$/);
      }),
    );
  });

  it("depends on every byte", () => {
    const numbers = Array.from({ length: 8 }, (_, i) => formatReceiptNumber(2025, new Uint8Array(8).fill(1, i, i + 1)));
    expect(new Set(numbers).size).toBe(8);
  });

  it("needs exactly eight bytes", () => {
    for (const length of [0, 7, 9]) {
      expect(() => formatReceiptNumber(2025, new Uint8Array(length))).toThrow("needs eight random bytes");
    }
  });

  it("is read as people type it", () => {
    for (const text of ["TJ-2025-JA222222", "tj2025ja222222", " tj ٢٠٢٥ ja22 ٢٢٢٢ ", "TJ–2025–JA222222\u200f"]) {
      expect(parseReceiptNumber(text), text).toEqual({ ok: true, receiptNumber: "TJ-2025-JA222222" });
    }
  });

  it("is refused with a character it never has, or of another length", () => {
    for (const text of [
      "",
      "TJ-2025-JA22222O",
      "TJ-2025-JA22222",
      "TJ-2025-JA2222222",
      "TX-2025-JA222222",
      "TJ-25-JA222222",
      "x TJ-2025-JA222222",
    ]) {
      expect(parseReceiptNumber(text), text).toEqual({ ok: false, reason: "not-a-receipt-number" });
    }
    for (const odd of "01ILOUilou_") expect(parseReceiptNumber(`TJ-2025-A222222${odd}`).ok).toBe(false);
  });

  it("comes back as it was, and no text makes it throw", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), eightBytes, (year, bytes) => {
        const receiptNumber = formatReceiptNumber(year, bytes);
        expect(parseReceiptNumber(receiptNumber.toLowerCase())).toEqual({ ok: true, receiptNumber });
      }),
    );
    expect(formatReceiptNumber(25, new Uint8Array(8))).toBe("TJ-0025-22222222");
    fc.assert(fc.property(fc.oneof(anyText, notText), (value) => !parseReceiptNumber(value as string).ok));
  });
});
