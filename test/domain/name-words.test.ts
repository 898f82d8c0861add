import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameWords } from "../../src/domain/name-words.js";

describe("the words of a name", () => {
  it.each([
    [["فاطمة عبدالله الرشود", "فاطمه عبدالله الرشود", "فَاطِمَة  عبدالله الرّشود"]],
    [["أحمد الإبراهيم", "احمد الابراهيم", "ٱحمد إبراهيم"]],
    [["Mohammed Al-Rashoud", "Muhammad Rashoud", "MOHAMED AL RASHUD", "Mohammed bin Rashoud"]],
    [["Fatima Yousef", "Fatma Yusuf", "Fáṭima Yousif"]],
    [["Maria Dela-Cruz", "Maria Dela Cruz"]],
  ])("are the same however it is spelled: %j", (spellings) => {
    const [first, ...others] = spellings.map(nameWords);
    expect(first?.length).toBeGreaterThan(1);
    for (const other of others) expect(other).toEqual(first);
  });

  it("keep names apart that are not the same", () => {
    const names = ["Maria", "Marta", "فاطمة", "فايزة", "Joseph", "Jassim", "علي", "عمر"];
    expect(new Set(names.map((name) => nameWords(name)[0])).size).toBe(names.length);
  });

  it("are each once, at most twelve, never empty, and none for what has no letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const words = nameWords(text);
        expect(words.length).toBeLessThanOrEqual(12);
        expect(new Set(words).size).toBe(words.length);
        for (const word of words) expect(word).toMatch(/^\p{L}+$/u);
      }),
    );
    expect(nameWords("12 34 ؟")).toEqual([]);
    expect(nameWords("bin al")).toEqual([]);
  });
});
