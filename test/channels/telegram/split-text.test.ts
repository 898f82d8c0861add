import fc from "fast-check";
import { expect, it } from "vitest";
import { splitText } from "../../../src/channels/telegram/split-text.js";

it("leaves a text that fits as it is", () => {
  const piece = { text: "a".repeat(4096), code: [{ offset: 1, length: 2 }] };
  expect(splitText(piece)).toEqual([piece]);
});

it("cuts at the end of a line, then at a space, then anywhere", () => {
  const texts = (text: string) => splitText({ text, code: [] }, 10).map((piece) => piece.text);
  expect(texts("one two\nthree four\nfive")).toEqual(["one two", "three four", "five"]);
  expect(texts("one two three")).toEqual(["one two", " three"]);
  expect(texts("onetwothreefour")).toEqual(["onetwothre", "efour"]);
});

it("gives each piece its own copyable spans", () => {
  const text = "12345678\nab TJ-1 cd";
  const pieces = splitText(
    {
      text,
      code: [
        { offset: 0, length: 4 },
        { offset: 12, length: 4 },
      ],
    },
    10,
  );
  expect(
    pieces.map(({ text: own, code }) => code.map(({ offset, length }) => own.slice(offset, offset + length))),
  ).toEqual([["1234"], ["TJ-1"]]);
});

it("loses nothing but the line ends it cuts at, and never half a character", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", " ", "\n", "م", "✅", "😀"), maxLength: 200 }),
      fc.integer({ min: 2, max: 40 }),
      (text, longest) => {
        const pieces = splitText({ text, code: [] }, longest).map((piece) => piece.text);
        expect(pieces.every((piece) => piece.length <= longest && !/[\uD800-\uDBFF]$/.test(piece))).toBe(true);
        expect(pieces.join("").replaceAll("\n", "")).toBe(text.replaceAll("\n", ""));
      },
    ),
  );
});
