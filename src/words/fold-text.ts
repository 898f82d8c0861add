// Folds what people type to what they mean: two texts that a reader would call the same words fold to the same string.
import { asciiDigits } from "../domain/digits.js";

/** Letters that are typed for one another: hamza seats, alef maqsura, taa marbuta, Persian and Gulf keyboards. */
const sameLetter: ReadonlyMap<string, string> = new Map(
  ["اأإآٱ", "يىئیې", "هةۀ", "وؤ", "كکگ", "جچ", "فڤ", "بپ"].flatMap((letters) =>
    [...letters].map((letter) => [letter, letters.charAt(0)] as const),
  ),
);

/** Lower case, one kind of digit, no vowel marks or tatweel, no punctuation, no letter twice in a row, no leading article. */
export function foldText(text: string): string {
  return (
    asciiDigits(text)
      .normalize("NFKC")
      .toLowerCase()
      // Hamza on its own is left out as often as typed; apostrophes join ("maid's" is "maids").
      .replace(/[\p{M}\p{Cf}ءـ'’‘`]/gu, "")
      .replace(/[أإآٱىئیېةۀؤکگچڤپ]/gu, (letter) => sameLetter.get(letter) ?? letter)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .replace(/(\p{L})\1+/gu, "$1")
      .replace(/(^| )(?:ال)+(?=\p{L}{3})/gu, "$1")
      .trim()
  );
}
