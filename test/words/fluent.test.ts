import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { fils } from "../../src/domain/kwd.js";
import { createWords } from "../../src/words/fluent.js";
import type { Line, WordId } from "../../src/words/line.js";

// Sentences of this test's own: their ids are none of locales/.
const id = (text: string) => text as WordId;
const sentence = (name: string, args?: Line["args"]): Line =>
  args === undefined ? { id: id(name) } : { id: id(name), args };
const words = createWords({
  en: "plain = Covered\nvalue = Fee { $fee }, until { $day }, for { $name }\nnumber = { $code } and { $link }\ncount = { $n -> \n [one] { $n } day\n *[other] { $n } days\n }\nonly = { $code }\nouter = Next: { $inner }",
  ar: "plain = سارية\nvalue = رسم { $fee } حتى { $day } لـ{ $name }\nnumber = { $code } و { $link }\ncount = { $n -> \n [zero] z\n [one] o\n [two] t\n [few] few { $n }\n [many] many { $n }\n *[other] other { $n }\n }\nonly = { $code }\nouter = ثم: { $inner }",
});
const day = "2028-11-21" as IsoDate;

describe("speaking a line", () => {
  it("writes money, dates and names as the reader writes them, with Latin digits in both languages", () => {
    const args = { fee: { kwd: fils(10_000) }, day: { date: day }, name: { name: { ar: "ماريا", en: "Maria" } } };
    expect(words.plain("en", sentence("value", args))).toBe("Fee KD\u00a010.000, until 21 Nov 2028, for Maria");
    expect(words.plain("ar", sentence("value", args))).toBe("رسم 10.000\u00a0د.ك حتى 21 نوفمبر 2028 لـماريا");
  });

  it("gives a name in the other script when the reader's is not known", () => {
    const args = { fee: "1", day: "2" };
    expect(words.plain("en", sentence("value", { ...args, name: { name: { ar: "ماريا" } } }))).toContain("for ماريا");
    expect(words.plain("ar", sentence("value", { ...args, name: { name: { ar: "", en: "Maria" } } }))).toContain(
      "Maria",
    );
    expect(() => words.say("ar", sentence("value", { ...args, name: { name: {} } }))).toThrow(/name/);
  });

  it("isolates values, so that a Latin name cannot reorder an Arabic sentence", () => {
    const { text } = words.say("ar", sentence("value", { fee: "f", day: "d", name: "Maria" }));
    expect(text).toBe("رسم \u2068f\u2069 حتى \u2068d\u2069 لـ\u2068Maria\u2069");
  });

  it("keeps codes and links free of the marks that would travel with a copy, and says where the codes stand", () => {
    const args = { code: { code: "TJ-2026-AB23CD45" }, link: { link: "https://pay.example/p/abc" } };
    for (const language of ["ar", "en"] as const) {
      const { text, code } = words.say(language, sentence("number", args));
      expect(text).not.toMatch(/[\u2066-\u2069\uE000-\uE003]/);
      expect(code.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(["TJ-2026-AB23CD45"]);
    }
  });

  it("finds the codes of sentences within sentences", () => {
    const inner = sentence("number", { code: { code: "1234" }, link: { link: "l" } });
    for (const nested of [inner, sentence("only", { code: { code: "1234" } })]) {
      const { text, code } = words.say("en", sentence("outer", { inner: nested }));
      expect(code.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(["1234"]);
      expect((text.match(/[\u2066-\u2068]/g) ?? []).length).toBe((text.match(/\u2069/g) ?? []).length);
    }
  });

  it("runs a sentence within a sentence in its own direction, even when it holds nothing but isolated values", () => {
    const inner = sentence("value", { fee: "f", day: "d", name: "Maria" });
    expect(words.say("ar", sentence("outer", { inner })).text).toMatch(/^ثم: \u2067.*\u2069$/su);
    expect(words.say("en", sentence("outer", { inner })).text).toMatch(/\u2066.*\u2069$/su);
  });

  it("speaks a sentence within a sentence in the same language", () => {
    expect(words.plain("ar", sentence("outer", { inner: sentence("plain") }))).toBe("ثم: سارية");
  });

  it.each([
    [0, "z"],
    [1, "o"],
    [2, "t"],
    [3, "few 3"],
    [10, "few 10"],
    [11, "many 11"],
    [99, "many 99"],
    [100, "other 100"],
    [103, "few 103"],
    [1000, "other 1000"],
  ])("counts %i in Arabic as %s", (n, expected) => {
    expect(words.plain("ar", sentence("count", { n }))).toBe(expected);
  });

  it("throws for a missing variable or sentence, and never prints its name to a person", () => {
    expect(() => words.say("en", sentence("value", { fee: "1", day: "2" }))).toThrow(/name/);
    expect(() => words.say("en", sentence("value"))).toThrow();
    expect(() => words.say("ar", sentence("nothing-of-that-name"))).toThrow(/nothing-of-that-name/);
  });

  it("refuses a file that gives one id twice", () => {
    expect(() => createWords({ ar: "a = 1\na = 2", en: "a = 1" })).toThrow();
  });

  it("lets no direction mark out of people's own words, whatever they typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        const text = words.say(
          "ar",
          sentence("value", { fee: typed, day: { code: typed }, name: { name: { en: `x${typed}` } } }),
        ).text;
        let depth = 0;
        for (const char of text) {
          depth += char === "\u2068" ? 1 : char === "\u2069" ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(text).not.toMatch(/[\u061C\u200E\u200F\u202A-\u202E\u2066\u2067\uE000-\uE003]/);
      }),
    );
  });
});
