// Tells a name by its consonants, so that it is the same in Arabic and in Latin letters: «ماريا» and "maria" are both "mr".

/** Each to the Latin letter that it is heard as; vowels and what is heard differently in the two scripts go. */
const latinOf: Readonly<Record<string, string>> = {
  ب: "b",
  ت: "t",
  ط: "t",
  ث: "t",
  ج: "g",
  ح: "h",
  ه: "h",
  خ: "k",
  د: "d",
  ض: "d",
  ذ: "d",
  ر: "r",
  ز: "s",
  ظ: "s",
  س: "s",
  ش: "s",
  ص: "s",
  غ: "g",
  ف: "f",
  ق: "k",
  ك: "k",
  ل: "l",
  م: "m",
  ن: "n",
};
const digraphs: readonly (readonly [string, string])[] = [
  ["sh", "s"],
  ["ch", "s"],
  ["th", "t"],
  ["kh", "k"],
  ["gh", "g"],
  ["ph", "f"],
  ["ck", "k"],
];
const lettersOf: Readonly<Record<string, string>> = { c: "k", q: "k", x: "ks", j: "g", v: "f", p: "b", z: "s" };

/** @param word folded. Empty where it has no consonant: then it is like nothing. */
export function skeleton(word: string): string {
  const soft = digraphs.reduce((text, [two, one]) => text.replaceAll(two, one), word).replace(/c(?=[eiy])/gu, "s");
  return [...soft]
    .map((letter) => latinOf[letter] ?? lettersOf[letter] ?? letter)
    .join("")
    .replace(/[^bdfghklmnrst]/gu, "")
    .replace(/h$/u, "")
    .replace(/(.)\1+/gu, "$1");
}
