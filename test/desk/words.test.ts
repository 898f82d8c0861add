// Which texts are words that somebody can read, and which are somebody's number.
import { describe, expect, it } from "vitest";
import { isLookup, readWords } from "../../src/desk/words.js";
import { noura } from "../support/people-world.js";

describe("what one of the staff writes", () => {
  it("is kept without what cannot be seen, if it has letters enough", () => {
    expect(readWords(" a hos\u200bpital asks\u202e ", 10)).toBe("a hospital asks");
    expect(readWords("المستشفى يسأل", 10)).toBe("المستشفى يسأل");
    for (const nothing of ["..........", "\u200b".repeat(20), "aaaa.......", "12345678901"])
      expect(readWords(nothing, 10)).toBeUndefined();
  });

  it("is a lookup where the whole of it is a civil ID or a Kuwaiti mobile", () => {
    for (const number of [
      noura,
      ` ${noura.slice(0, 4)}-${noura.slice(4)}\u200f`,
      "٥٠١٢٣٤٥٦",
      "\u200e+965 5012 3456",
      "00965 50123456",
    ])
      expect(isLookup(number)).toBe(true);
    for (const words of [`ask about ${noura}`, "HI-2026-000123", "22345678", "No", "123"])
      expect(isLookup(words)).toBe(false);
  });
});
