// Understands free text: what a person means, learned at the first need from the table of phrasings in locales/phrases.json.
import { buttonsAlone, type Command, commands } from "./command.js";
import { foldText } from "./fold-text.js";
import { type Language, languages } from "./line.js";
import { languageIn, type Said, yearsIn } from "./said.js";
import { learn, type Score } from "./scorer.js";
import { createMend, type Mend } from "./spelling.js";
import { type Topic, topics } from "./topics.js";
import { isCut, stem, traitsOf, wordsOf } from "./traits.js";

/** What free text can mean: a command of the chat, or a word that steers the question on the table (`cancel` and `help` are both). */
export type Understood = Exclude<Command, (typeof buttonsAlone)[number]> | "back" | "change" | "yes" | "no";
export const understood: readonly Understood[] = [...commands.filter(isSaid), "back", "change", "yes", "no"];

function isSaid(command: Command): command is Exclude<Command, (typeof buttonsAlone)[number]> {
  return !buttonsAlone.some((answer) => answer === command);
}

/** Everything that free text can mean: an act of the chat, a word that steers, or a question to answer. */
export type Meaning = Understood | Topic;
export const meanings: readonly Meaning[] = [...understood, ...topics];

/** Arabizi is Arabic in Latin letters, with digits for some. */
export const registers = [...languages, "arabizi"] as const;
type Texts = Readonly<Record<Language | "arabizi", readonly string[]>>;

/** `nothing` holds what people write that is no business of this service; `words` what many words stand for alike. */
export type Table = {
  readonly phrases: Readonly<Record<Meaning, Texts>>;
  readonly nothing: Texts;
  readonly words: Readonly<Record<string, readonly string[]>>;
};

/** `near`: one to three likely meanings, the best first, to be offered as buttons. */
export type Understanding =
  | { readonly kind: "meant"; readonly meaning: Meaning; readonly said?: Said }
  | { readonly kind: "near"; readonly meanings: readonly Meaning[] }
  | { readonly kind: "unknown" };

/** Reads what a person typed. Never throws, whatever the text. */
export type Understand = (text: string) => Understanding;

/** Steer the question on the table, where "yes" spends money and a name may be the answer: all that was said, and never offered. */
const steering: ReadonlySet<Meaning> = new Set(["back", "change", "yes", "no", "undo", "helped"]);

/**
 * Meant in a short sentence that says nothing else: a draft is not thrown away for a "cancel" somewhere in a question.
 * So too that a worker left: "if she left, …?".
 */
const onlyAlone: ReadonlySet<Meaning> = new Set(["cancel", "language", "start", "worker-left"]);

/** Done at once: only a phrase of the table says it. "Yes, but only one year" is no yes. */
const onlyWhole: ReadonlySet<Meaning> = new Set([...steering, "not-mine", "stop-reminding"]);

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
const surest = 0.85;
const likely = 0.1;
const mostOffered = 3;
const mostAlone = 7;

/** @param labels what the buttons say, in every language: a label means its button, whatever a phrasing says of it */
export function createUnderstand(
  table: Table,
  labels: readonly (readonly [label: string, meaning: Understood])[],
): Understand {
  const whole = new Map<string, Meaning>();
  for (const meaning of meanings)
    for (const phrase of registers.flatMap((register) => table.phrases[meaning][register])) {
      const folded = foldText(phrase);
      const other = whole.get(folded);
      if (folded === "" || (other !== undefined && other !== meaning))
        throw new Error(
          `phrases.json: "${phrase}" cannot mean ${meaning}${other === undefined ? "" : ` and ${other}`}`,
        );
      whole.set(folded, meaning);
    }
  for (const [label, meaning] of labels) whole.set(foldText(label), meaning);
  let learned: Model | undefined;
  return (text) => {
    const words = wordsOf(text);
    const folded = words.join(" ");
    const exact = whole.get(folded) ?? whole.get(folded.replace(polite, "").trim());
    // What stands behind the part that is read may take it back.
    if (exact !== undefined && !(steering.has(exact) && isCut(text))) return meant(exact, folded);
    if (!/\p{L}/u.test(folded)) return { kind: "unknown" };
    learned ??= createModel(table);
    const mended = whole.get(words.map(learned.mend).join(" "));
    if (mended !== undefined && !steering.has(mended)) return meant(mended, folded);
    return judged(learned, words, folded);
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
  readonly score: Score;
  readonly mend: Mend;
  readonly known: ReadonlySet<string>;
  readonly concepts: ReadonlyMap<string, string>;
};
/** The class behind the last meaning: no business of this service. */
const nothing = meanings.length;

function createModel(table: Table): Model {
  const concepts = conceptsOf(table.words);
  const examples = [...meanings.map((meaning) => table.phrases[meaning]), table.nothing].flatMap((texts, of) =>
    registers.flatMap((register) => texts[register].map((text) => ({ words: wordsOf(text), of }))),
  );
  const counts = new Map([...concepts.keys()].map((word) => [word, 1]));
  for (const { words } of examples) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const mend = createMend(counts);
  return {
    score: learn(
      examples.map(({ words, of }) => ({ traits: traitsOf(words, mend, concepts), of })),
      nothing + 1,
    ),
    mend,
    known: new Set(counts.keys()),
    concepts,
  };
}

function conceptsOf(words: Table["words"]): ReadonlyMap<string, string> {
  const concepts = new Map<string, string>();
  for (const [concept, forms] of Object.entries(words))
    for (const form of forms.map(foldText)) if (!concepts.has(form)) concepts.set(form, concept);
  for (const [form, concept] of [...concepts]) if (!concepts.has(stem(form))) concepts.set(stem(form), concept);
  return concepts;
}

function judged({ score, mend, known, concepts }: Model, words: readonly string[], folded: string): Understanding {
  const chances = score(traitsOf(words, mend, concepts));
  const chance = (at: number) => chances[at] ?? 0;
  const order = [...chances.keys()].sort((a, b) => chance(b) - chance(a));
  const best = order[0] ?? nothing;
  const meaning = meanings[best];
  const isDeclined = declines.test(folded);
  const newWords = words.filter((word) => !known.has(word) && !known.has(mend(word))).length;
  if (
    meaning !== undefined &&
    !onlyWhole.has(meaning) &&
    !(isDeclined && begun.has(meaning)) &&
    newWords * 2 <= words.length
  ) {
    const isAlone = words.length <= mostAlone && !supposes.test(folded);
    const isMeant = onlyAlone.has(meaning)
      ? chance(best) >= surest && isAlone
      : chance(best) >= (best < understood.length ? sure : sureOfTopic);
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
