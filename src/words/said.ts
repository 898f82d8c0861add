// Reads what a sentence says besides what it wants: for how many years, in which language.
import type { Language } from "./line.js";

/** "Renew for two years" names the years, "in English please" the language. */
export type Said = { readonly years?: 1 | 2 | 3; readonly language?: Language };

/** Over folded words. "This year" and "how much a year" name no length, so one year has to be counted. */
const yearsSaid: readonly (readonly [1 | 2 | 3, RegExp])[] = [
  [
    3,
    /(?:^| )(?:[وبل]?(?:ثلاث|ثلاثه|تلات|3) ?(?:سنوات|سنين|اعوام)|(?:three|3) ?(?:years?|yrs?)|(?:thalath|3) ?(?:sneen|snin|sanawat))(?= |$)/u,
  ],
  [
    2,
    /(?:^| )(?:[وبل]?(?:سنتين|سنتان|عامين|عامان)|2 ?(?:سنه|سنوات|سنين)|(?:two|2) ?(?:years?|yrs?)|san?tain|sen?tain|santein|sentein|snetain)(?= |$)/u,
  ],
  [
    1,
    /(?:^| )(?:[وبل]?(?:سنه|عام) (?:وحده|واحده|واحد|1)|1 سنه|لمده سنه|لسنه|(?:one|1) ?(?:year|yr)|for a year|another year|sena wa7da|sana wa7da)(?= |$)/u,
  ],
];

const languagesSaid: readonly (readonly [Language, RegExp])[] = [
  ["en", /english|englsh|inglish|engl[ei]{1,2}zi|ing?li[sz]i|[اأ]?ن[جقك]ل[يى]ز/u],
  ["ar", /arabic|arbic|3a?rabi|3rbi|عرب/u],
];
const refused = /(?:^| )(?:no|not|dont|ما|مو|لا) (?:\S+ ){0,2}/u;

/** @param folded as `foldText` gives it. Years that contradict one another are not taken. */
export function yearsIn(folded: string): 1 | 2 | 3 | undefined {
  const found = yearsSaid.filter(([, form]) => form.test(folded));
  return found.length === 1 ? found[0]?.[0] : undefined;
}

/** The one language that is named; "I do not speak Arabic" names what is not wanted. */
export function languageIn(folded: string): Language | undefined {
  const found = languagesSaid.filter(([, form]) => form.test(folded));
  const [only] = found;
  if (found.length !== 1 || only === undefined) return undefined;
  const [language] = only;
  return refused.test(folded) ? (language === "ar" ? "en" : "ar") : language;
}
