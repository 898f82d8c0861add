import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEmail } from "../../src/domain/email.js";
import { anyText, notText } from "./arbitraries.js";

const refused = { ok: false, reason: "not-an-address" };

describe("e-mail address", () => {
  it("is read without what surrounds it, its domain in lower case", () => {
    expect(parseEmail("sara@example.com")).toEqual({ ok: true, email: "sara@example.com" });
    expect(parseEmail("  \u200eSara.Ali+kw@Example.COM\u200e ")).toEqual({
      ok: true,
      email: "Sara.Ali+kw@example.com",
    });
  });

  it("is refused when a mail server could not take it", () => {
    for (const text of [
      "",
      "sara",
      "sara@",
      "@example.com",
      "sara@example",
      "a b@example.com",
      "a@b@example.com",
      "سارة@example.com",
    ]) {
      expect(parseEmail(text), text).toEqual(refused);
    }
  });

  it("cannot carry a header", () => {
    expect(parseEmail("a@example.com\r\nBcc: b@example.com")).toEqual(refused);
    expect(parseEmail("a@example.com, b@example.com")).toEqual(refused);
    expect(parseEmail("<a@example.com>")).toEqual(refused);
  });

  it("has at most 254 characters", () => {
    const domain = `${"d".repeat(60)}.${"e".repeat(60)}.${"f".repeat(60)}.com`;
    const longest = `${"a".repeat(254 - domain.length - 1)}@${domain}`;
    expect(longest).toHaveLength(254);
    expect(parseEmail(longest)).toEqual({ ok: true, email: longest });
    expect(parseEmail(`a${longest}`)).toEqual(refused);
  });

  it("never throws, and reads its own result alike", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.emailAddress()), (text) => {
        const parsed = parseEmail(text);
        expect(parsed.ok ? parseEmail(parsed.email) : refused).toEqual(parsed);
      }),
    );
    fc.assert(fc.property(notText, (value) => !parseEmail(value as string).ok));
  });
});
