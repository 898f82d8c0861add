import fc from "fast-check";
import { expect, it } from "vitest";
import { foldText } from "../../src/words/fold-text.js";

it.each([
  ["إيصال", "ايصال"],
  ["شغّالة", "شغاله"],
  ["مبنى", "مبني"],
  ["الضمان الصحي", "ضمان صحي"],
  ["چم باقي؟", "جم باقي"],
  ["maid’s", "maids"],
  ["  Okaaay,  then. ", "okay then"],
  ["رقم ١٢٣ و۴۵", "رقم 123 و45"],
  ["ＲＥＮＥＷ", "renew"],
])("folds «%s» to «%s»", (typed, folded) => {
  expect(foldText(typed)).toBe(folded);
});

it("keeps a digit that stands twice", () => {
  expect(foldText("100")).toBe("100");
});

it("never throws", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof foldText(text) === "string"));
});

it("folds what is folded to itself", () => {
  const letters = fc.string({
    unit: fc.constantFrom(..."اأإآءىيةهوؤكگجچفڤبپلالال ـaAbB23'9٥ّ؟".split("")),
    maxLength: 40,
  });
  fc.assert(fc.property(letters, (text) => foldText(foldText(text)) === foldText(text)));
});
