import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumber } from "../../../src/journeys/questions/read-number.js";

describe("a number that is said", () => {
  it.each([
    ["2", 2],
    ["٢", 2],
    ["two", 2],
    ["two years please", 2],
    ["for 3 years", 3],
    ["سنتين", 2],
    ["سنتان", 2],
    ["خلها سنتين", 2],
    ["ثلاث", 3],
    ["ثلاث سنوات", 3],
    ["ثلاثة", 3],
    ["سنة", 1],
    ["سنة واحدة", 1],
    ["a year", 1],
    ["the third", 3],
    ["الثالث", 3],
    ["الرابعة", 4],
    ["twenty first", 21],
  ])("is read in words as in digits: %s", (text, n) => {
    expect(readNumber(text)).toEqual({ n, isAll: true });
  });

  it("is told from one that stands beside other words", () => {
    expect(readNumber("what do two years cost")).toEqual({ n: 2, isAll: false });
  });

  it.each(["", "hello", "one or two", "1 2", "288070804106", "in 2027"])("is no number, or more than one: %s", (text) =>
    expect(readNumber(text)).toBeUndefined(),
  );

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readNumber(text)));
  });
});
