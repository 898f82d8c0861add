// Where somebody was when a person was asked for stands on the card in words, whatever journey and question it was.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { questionTitle, whereLines } from "../../src/desk/where-they-were.js";
import { languages } from "../../src/words/line.js";
import { speak } from "../support/journey.js";

const sources = readdirSync("src/journeys", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ file, text: readFileSync(`src/journeys/${file}`, "utf8") }));

/** What is asked under a key that stands there, and what is not. */
const asked = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/\b(?:await |return |: )(?:ask|prove)\(\s*([^,]+),/gu)].map(([, key = ""]) => ({ file, key })),
);
const literal = /^["`]([a-z-]+)(?::\$\{[\w.]+\})?["`]$/u;
const civilIds = sources.flatMap(({ text }) =>
  [...text.matchAll(/await askCivilId\(ask, "([a-z-]+)"/gu)].map(([, key = ""]) => key),
);
const keys = [
  ...asked.flatMap(({ key }) => literal.exec(key)?.slice(1) ?? []),
  ...civilIds.flatMap((key) => [key, `${key}-again`]),
  "years:w12",
];

describe("where somebody was", () => {
  it("is found in the journeys themselves: no key is asked by that this test does not see", () => {
    const elsewhere = asked.filter(({ key }) => !literal.test(key)).map(({ file }) => file);
    expect(elsewhere.toSorted()).toEqual(["questions/civil-id.ts", "questions/civil-id.ts", "years.ts"]);
    expect(civilIds.length).toBeGreaterThan(3);
    const calls = sources.flatMap(({ text }) => [...text.matchAll(/(?<![\w.])(?:ask|prove)\((?!key: string)/gu)]);
    expect(asked).toHaveLength(calls.length);
  });

  it.each([...new Set(keys)])("has a title in both languages: %s", (key) => {
    const title = questionTitle(key);
    expect(title).toBeDefined();
    for (const language of languages) expect(title && speak.plain(language, title)).toMatch(/\p{L}/u);
  });

  it("is told in the reader's language, and of a journey that has no name any more nothing is", () => {
    const told = (place: string, language: "ar" | "en") =>
      whereLines(place).map((each) => speak.plain(language, each).replace(/[\u2066-\u2069]/gu, ""));
    expect(told("renew:accept", "en")).toEqual(["Was at: the renewal (the summary before paying)"]);
    expect(told("renew:years:w12", "ar")).toEqual(["المرحلة: التجديد (عدد السنوات)"]);
    expect(told("inquire", "en")).toEqual(["Was at: looking up cover"]);
    expect(told("inquire:gone", "en")).toEqual(["Was at: looking up cover"]);
    expect(told("gone:terms", "en")).toEqual([]);
  });
});
