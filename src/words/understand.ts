// Understands free text: what a person means, by what was learned from the phrasings in locales/phrases.json.
import { type Concepts, createConcepts } from "./concepts.js";
import { foldText } from "./fold-text.js";
import { longHashOf } from "./hash.js";
import type { Learned } from "./learned.js";
import { type Meaning, meanings, type Understood, understood } from "./meanings.js";
import { languageIn, type Said, yearsIn } from "./said.js";
import { createScore, type Score } from "./scorer.js";
import { createMend, type Mend } from "./spelling.js";
import { isCut, traitsOf, wordsOf } from "./traits.js";

/** `near`: one to three likely meanings, the best first, to be offered as buttons. */
export type Understanding =
  | { readonly kind: "meant"; readonly meaning: Meaning; readonly said?: Said }
  | { readonly kind: "near"; readonly meanings: readonly Meaning[] }
  | { readonly kind: "unknown" };

/** Reads what a person typed. Never throws, whatever the text. */
export type Understand = (text: string) => Understanding;

/**
 * Steer the question on the table, where "yes" spends money and a name may be the answer: only a phrase of the table says them,
 * and they are never offered. "Yes, but only one year" is no yes.
 */
export const steering: ReadonlySet<Meaning> = new Set(["back", "change", "yes", "no", "undo", "helped"]);

/**
 * Meant in a short sentence that says nothing else: a draft is not thrown away for a "cancel" somewhere in a question.
 * So too that a worker left ("if she left, …?"), is not theirs, or is to be reminded of no more: reminders would stop.
 */
const onlyAlone: ReadonlySet<Meaning> = new Set([
  "cancel",
  "language",
  "start",
  "worker-left",
  "not-mine",
  "stop-reminding",
]);

/** End the reminders of a worker: "the card is not with me" is near to "not mine". */
const stops: ReadonlySet<Meaning> = new Set(["not-mine", "stop-reminding"]);

/** Not begun for those who say that they do not want it. */
const begun: ReadonlySet<Meaning> = new Set(["renew", "pay", "pay-quick", "register", "already-renewed", "quote"]);
const declines =
  /(?:^| )(?:(?:do ?nt|dont|do not|does not|never|not) (?:want|need|wish|like|renew|pay|register|extend)|(?:ما|لا|مو|مب|لن) ?(?:ابي|ابغي|ابغا|نبي|ودي|اريد|ارغب|اود|تجدد\S*|نجدد|اجدد|تدفع\S*|تسجل\S*)|م[اا]?بي|ma (?:abi|aby|ab3a|nabi|abgha)|la tjad\S*)(?= |$)/u;
const supposes = /(?:^| )(?:if|when|what|why|how|اذا|لو|هل|ليش|شلون|كيف|متي|etha|law|shlon|laish)(?= |$)/u;
/** Said to be polite, or before the matter: a phrase means the same with and without. */
const polite =
  /(?:^| )(?:please|pls|plz|kindly|sir|madam|maam|hello|hi|hey|لو سمحت\S*|من فضلك\S*|ممكن|رجاء|يرجي|الله يخليك\S*|عفوا|سلام عليكم|السلام عليكم|اخوي|law sama7t\S*|law sm7t)(?= |$)/gu;

/** Chances from cross-validation (`npm run phrases`). */
const sure = 0.6;
/** A question wrongly answered costs a glance; an act wrongly begun costs more. */
const sureOfTopic = 0.55;
const surer = 0.75;
const surest = 0.85;
/** By how much surer, where all words are new: the sentence may be about something else. */
const dearNew = 0.5;
/** How many times likelier than that it is no business of ours. */
const likelier = 3;
const likely = 0.1;
const mostOffered = 3;
const mostAlone = 7;

/** @param labels what the buttons say, in every language: a label means its button, whatever a phrasing says of it */
export function createUnderstand(
  learned: Learned,
  labels: readonly (readonly [label: string, meaning: Understood])[],
): Understand {
  const phrases = new Map<number, Meaning | undefined>();
  for (const [at, hash] of learned.phrases.entries()) phrases.set(hash, meanings[learned.meant[at] ?? nothing]);
  for (const [label, meaning] of labels) phrases.set(longHashOf(foldText(label)), meaning);
  const phrased = (folded: string) => phrases.get(longHashOf(folded));
  const model: Model = {
    mend: createMend(learned.words),
    known: new Set(learned.words),
    concepts: createConcepts(learned.forms),
    score: createScore(learned.weights),
  };
  return (text) => {
    const words = wordsOf(text);
    const folded = words.join(" ");
    const exact = phrased(folded) ?? phrased(folded.replace(polite, "").trim());
    // What stands behind the part that is read may take it back.
    if (exact !== undefined && !(steering.has(exact) && isCut(text))) return meant(exact, folded);
    if (!/\p{L}/u.test(folded)) return { kind: "unknown" };
    const mended = phrased(words.map(model.mend).join(" "));
    if (mended !== undefined && !steering.has(mended)) return meant(mended, folded);
    return judged(model, words, folded);
  };
}

function meant(meaning: Meaning, folded: string): Understanding {
  const years = yearsIn(folded);
  const language = meaning === "language" ? languageIn(folded) : undefined;
  if (years === undefined && language === undefined) return { kind: "meant", meaning };
  return {
    kind: "meant",
    meaning,
    said: { ...(years === undefined ? {} : { years }), ...(language === undefined ? {} : { language }) },
  };
}

type Model = {
  readonly mend: Mend;
  readonly known: ReadonlySet<string>;
  readonly concepts: Concepts;
  readonly score: Score;
};
/** The class behind the last meaning: no business of this service. */
const nothing = meanings.length;

function judged({ score, mend, known, concepts }: Model, words: readonly string[], folded: string): Understanding {
  const chances = score(traitsOf(words, mend, concepts));
  const chance = (at: number) => chances[at] ?? 0;
  const order = [...chances.keys()].sort((a, b) => chance(b) - chance(a));
  const best = order[0] ?? nothing;
  const meaning = meanings[best];
  const isDeclined = declines.test(folded);
  const isOurs = chance(best) > likelier * chance(nothing);
  const newWords = words.filter((word) => !known.has(word) && !known.has(mend(word))).length;
  const mended = words.filter((word) => !known.has(word)).length - newWords;
  if (
    meaning !== undefined &&
    isOurs &&
    !steering.has(meaning) &&
    !(isDeclined && begun.has(meaning)) &&
    newWords * 2 <= words.length
  ) {
    const isAlone = words.length <= mostAlone && !supposes.test(folded);
    const isMeant = onlyAlone.has(meaning)
      ? chance(best) >= (stops.has(meaning) ? surest : surer) && isAlone
      : chance(best) >=
        (best < understood.length ? sure : sureOfTopic) + (dearNew * (newWords + mended / 2)) / words.length;
    if (isMeant) return meant(meaning, folded);
  }
  if (chance(nothing) > sure) return { kind: "unknown" };
  const near = order
    .filter((at) => chance(at) >= likely)
    .flatMap((at) => meanings[at] ?? [])
    .filter((each) => !steering.has(each) && !(isDeclined && begun.has(each)))
    .slice(0, mostOffered);
  if (near.length > 0) return { kind: "near", meanings: near };
  return isDeclined && meaning !== undefined && begun.has(meaning)
    ? { kind: "near", meanings: ["cancel", "stop-reminding", "worker-left"] }
    : { kind: "unknown" };
}
