import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initials, parsePersonName } from "../../src/domain/person-name.js";
import { anyText, notText } from "./arbitraries.js";

describe("person's name", () => {
  it("is read in any script", () => {
    for (const name of [
      "Maria Santos",
      "محمد حسن",
      "Abd Al-Rahman",
      "O'Neil",
      "D’Souza",
      "J. R. Perera",
      "ලක්ෂ්මී",
      "सीता देवी",
      "Nguyễn Thị",
      "Li",
    ]) {
      expect(parsePersonName(name), name).toEqual({ ok: true, name });
    }
  });

  it("is read without the marks and spaces that came with it", () => {
    expect(parsePersonName(" \u200fمحـــمد \t\u00a0 حسن\u200f ")).toEqual({ ok: true, name: "محمد حسن" });
    expect(parsePersonName("Jose\u0301 Cruz")).toEqual({ ok: true, name: "Jos\u00e9 Cruz" });
  });

  it("is refused when nothing is left of it", () => {
    for (const text of ["", "   ", "\u200f\u0640 "])
      expect(parsePersonName(text)).toEqual({ ok: false, reason: "empty" });
  });

  it("has 2 to 80 characters", () => {
    expect(parsePersonName("A")).toEqual({ ok: false, reason: "not-a-name" });
    expect(parsePersonName("Al")).toEqual({ ok: true, name: "Al" });
    expect(parsePersonName("a".repeat(80)).ok).toBe(true);
    expect(parsePersonName("a".repeat(81))).toEqual({ ok: false, reason: "too-long" });
    expect(parsePersonName("\u{1E900}".repeat(80)).ok).toBe(true); // Adlam: two UTF-16 units a letter
    expect(parsePersonName("\u{1E900}".repeat(81))).toEqual({ ok: false, reason: "too-long" });
  });

  it("is refused when it is something else", () => {
    for (const text of [
      "12",
      "Maria 2",
      "<b>Maria</b>",
      "maria@example.com",
      "- -",
      "'Ali",
      "Maria\u0000",
      "😀😀",
      "https://x.y",
      "Maria;",
    ]) {
      expect(parsePersonName(text), text).toEqual({ ok: false, reason: "not-a-name" });
    }
  });

  it("has the initials of its first and last word", () => {
    expect(initials("Maria Hernandez")).toBe("M. H.");
    expect(initials("Maria Clara de los Santos")).toBe("M. S.");
    expect(initials("محمد حسن")).toBe("م. ح.");
    expect(initials("maria")).toBe("M.");
    expect(initials("'abd (Al-Rahman)")).toBe("A. R.");
    expect(initials("- Maria 3 -")).toBe("M.");
    expect(initials("")).toBe("");
  });

  it.each([
    ["نورة الرشود", "ن. ر."],
    ["الرشود", "ر."],
    ["نورة ال رشود", "ن. ر."],
    ["ال رشود", "ر."],
    ["نورة الْرّشود", "ن. ر."],
    ["Noura Al-Rashoud", "N. R."],
    ["Noura AL RASHOUD", "N. R."],
    ["Al Rashoud", "R."],
    ["el-Sayed Hassan", "S. H."],
    ["Al’Rashoud", "R."],
  ])("has initials without the article: %s", (name, shown) => {
    expect(initials(name)).toBe(shown);
  });

  it.each([
    ["عبد الله", "ع. ا."],
    ["عبد اللّه", "ع. ا."],
    ["الف", "ا."],
    ["نورة ال", "ن. ا."],
    ["Al", "A."],
    ["Noura Al", "N. A."],
    ["Al-B", "A."],
    ["Alia Elias", "A. E."],
    ["Alrashoud", "A."],
    ["ألطاف", "أ."],
  ])("keeps what only looks like an article: %s", (name, shown) => {
    expect(initials(name)).toBe(shown);
  });

  it("never throws, and reads its own result alike", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parsePersonName(text);
        if (parsed.ok) expect(parsePersonName(parsed.name)).toEqual(parsed);
        else expect(["empty", "too-long", "not-a-name"]).toContain(parsed.reason);
        expect(initials(text).length).toBeLessThanOrEqual(12);
      }),
    );
    fc.assert(fc.property(notText, (value) => !parsePersonName(value as string).ok));
  });
});
