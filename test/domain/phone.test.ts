import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPhone, maskPhone, type Phone, parsePhone } from "../../src/domain/phone.js";
import { anyText, notText, typed } from "./arbitraries.js";

describe("phone", () => {
  it("reads a Kuwaiti mobile in every usual form", () => {
    for (const text of [
      "50123456",
      "5012 3456",
      "5012-3456",
      "+96550123456",
      "+965 5012 3456",
      "0096550123456",
      "00965 5012 3456",
      "96550123456",
      "(+965) 5012.3456",
      "＋965 50123456",
      "٥٠١٢٣٤٥٦",
      "+٩٦٥ ٥٠١٢ ٣٤٥٦",
      "\u202a+96550123456\u202c",
    ]) {
      expect(parsePhone(text), text).toEqual({ ok: true, phone: "+96550123456" });
    }
  });

  it("knows the mobile ranges: 5, 6, 9 and 41", () => {
    for (const text of ["50123456", "60123456", "90123456", "41123456"]) {
      expect(parsePhone(text)).toEqual({ ok: true, phone: `+965${text}` });
    }
  });

  it("refuses landlines and service numbers", () => {
    for (const text of ["22012345", "+96525312345", "1801801"]) {
      expect(parsePhone(text), text).toEqual({ ok: false, reason: "not-mobile" });
    }
  });

  it("refuses numbers of other countries", () => {
    for (const text of ["+966501234567", "+201001234567", "+639171234567", "00919812345678"]) {
      expect(parsePhone(text), text).toEqual({ ok: false, reason: "not-kuwaiti" });
    }
  });

  it("refuses what is no number", () => {
    for (const text of [
      "",
      "+",
      "123",
      "5012345",
      "501234567890123456",
      "++96550123456",
      "50123456x9",
      "5FLOWERS",
      "call 50123456",
      "tel:50123456",
      "50123456;ext=1",
    ]) {
      expect(parsePhone(text).ok, text).toBe(false);
    }
    for (const text of [
      "",
      "123",
      "5FLOWERS",
      "5012345",
      "42123456",
      "70123456",
      "50123456;ext=1",
      "501234567890123456",
    ]) {
      expect(parsePhone(text), text).toEqual({ ok: false, reason: "not-a-number" });
    }
  });

  it("reads any mixture of scripts and separators alike", () => {
    const way = fc.stringMatching(/^[569][0-9]{7}$/).chain((n) => typed(n).map((text) => ({ n, text })));
    fc.assert(
      fc.property(way, ({ n, text }) => {
        expect(parsePhone(text)).toEqual({ ok: true, phone: `+965${n}` });
      }),
    );
  });

  it("shows the last three digits where it is masked, and groups of four where it is not", () => {
    expect(maskPhone("+96550123456" as Phone)).toBe("456");
    expect(formatPhone("+96550123456" as Phone)).toBe("+965 5012 3456");
  });

  it("comes back from how it is shown, and never throws", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parsePhone(text);
        if (parsed.ok) {
          expect(parsed.phone).toMatch(/^\+965\d{8}$/);
          expect(parsePhone(formatPhone(parsed.phone))).toEqual(parsed);
        } else expect(["not-a-number", "not-kuwaiti", "not-mobile"]).toContain(parsed.reason);
      }),
    );
    fc.assert(fc.property(notText, (value) => !parsePhone(value as string).ok));
  });
});
