// Finds the worker that a text names: by full or first name in either script, with one wrong letter, or by the last four digits.
import { asciiDigits } from "../../domain/digits.js";
import { foldText } from "../../words/fold-text.js";
import { skeleton } from "../../words/skeleton.js";
import { wordsOf } from "../../words/traits.js";
import type { Worker } from "../workers-port.js";

/** Words that stand beside a name and name nobody. */
const beside: ReadonlySet<string> = new Set(
  [
    ..."for the my maid driver cook nanny worker please of her him it is that one".split(" "),
    ..."حق مال لـ ل عاملة العامل العاملة عامل الخدامة خدامة الشغالة شغالة السايق سايق الطباخ المربية هي هو اسمها اسمه لو سمحت".split(
      " ",
    ),
  ].map(foldText),
);

/** Alone, or in a sentence that asks for nothing else. @param isKnown the words are understood as an errand */
export function workerIn(text: string, workers: readonly Worker[], isKnown: boolean): Worker | undefined {
  return workerNamed(text, workers, "whole") ?? (isKnown ? undefined : workerNamed(text, workers, "within"));
}

/** A shorter word is like too many others for a wrong letter to be forgiven. */
const shortestMistyped = 4;

type Names = { readonly worker: Worker; readonly all: readonly string[]; readonly first: readonly string[] };

/**
 * The one worker who is meant.
 * @param how `whole`: the text is a name and nothing else; `within`: the name stands somewhere in a sentence
 * @returns `undefined` where nobody is named, or more than one
 */
export function workerNamed(text: string, workers: readonly Worker[], how: "whole" | "within"): Worker | undefined {
  const words = wordsOf(text).filter((word) => !beside.has(word));
  const lastFour = how === "whole" ? /^\D*(\d{4})$/u.exec(asciiDigits(text).trim())?.[1] : undefined;
  if (lastFour !== undefined) return only(workers.filter(({ civilId }) => civilId.endsWith(lastFour)));
  const named = workers.map(namesOf);
  for (const isLike of [isSame, isMistyped, soundsAlike]) {
    const meant = named.filter((of) => isNamed(words, of, how, isLike)).map(({ worker }) => worker);
    if (meant.length === 1) return meant[0];
    // Two of one first name: whoever is named in full.
    if (meant.length > 1) return only(named.filter((of) => isInFull(words, of, isLike)).map(({ worker }) => worker));
  }
  return undefined;
}

function only(workers: readonly Worker[]): Worker | undefined {
  return workers.length === 1 ? workers[0] : undefined;
}

function namesOf(worker: Worker): Names {
  const names = [worker.name.ar, worker.name.en].map((name) => foldText(name ?? "").split(" "));
  return {
    worker,
    all: names.flat().filter((word) => word !== ""),
    first: names.flatMap(([first = ""]) => (first === "" ? [] : [first])),
  };
}

type IsLike = (word: string, name: string) => boolean;

/** A first name is enough; a family name alone may be half a village's. */
function isNamed(words: readonly string[], of: Names, how: "whole" | "within", isLike: IsLike): boolean {
  if (words.length === 0 || !words.some((word) => of.first.some((name) => isLike(word, name)))) return false;
  return how === "within" || words.every((word) => of.all.some((name) => isLike(word, name)));
}

function isInFull(words: readonly string[], of: Names, isLike: IsLike): boolean {
  const said = of.all.filter((name) => words.some((word) => isLike(word, name)));
  return said.length > 1;
}

const isSame: IsLike = (word, name) => word === name;

const isMistyped: IsLike = (word, name) =>
  Math.min(word.length, name.length) >= shortestMistyped && isOneLetterOff(word, name);

/** The same consonants in the other script: «ماريا» is Maria where the record has her in Latin letters alone. */
const soundsAlike: IsLike = (word, name) => {
  const sound = skeleton(word);
  return isArabic(word) !== isArabic(name) && sound.length > 1 && sound === skeleton(name);
};

function isArabic(word: string): boolean {
  return /\p{Script=Arabic}/u.test(word);
}

/** One letter more, less, another, or two neighbours swapped. */
function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [[...a], [...b]] : [[...b], [...a]];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = (letters: readonly string[], from: number) => letters.slice(from).join("");
  if (short.length < long.length) return rest(short, at) === rest(long, at + 1);
  if (rest(short, at + 1) === rest(long, at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && rest(short, at + 2) === rest(long, at + 2);
}
