// A typed civil ID: each way in which it can be wrong has its own sentence, and a doubtful one is looked at twice.
import { type CivilId, maskCivilId, type ParsedCivilId, parseCivilId } from "../../domain/civil-id.js";
import { asciiDigits, dropInvisible } from "../../domain/digits.js";
import type { IsoDate } from "../../domain/iso-date.js";
import { line } from "../../words/line.js";
import type { Ask } from "../journey.js";
import type { Question } from "../question.js";
import { accept } from "./accept.js";
import type { Asked } from "./one-of.js";
import { type Parsed, typed } from "./typed.js";

/** Words with few digits or none are meant for something else ("when does it expire?", "two years, 2 workers"). */
export function mayBeCivilId(text: string): boolean {
  const digits = asciiDigits(text).replace(/\D/gu, "").length;
  return digits >= fewestDigits || (digits > 0 && !/\p{L}/u.test(text));
}

const fewestDigits = 5;

export function readCivilId(text: string, today: IsoDate): Parsed<CivilId> {
  const parsed = parseCivilId(civilIdIn(text) ?? text, { today });
  return parsed.ok ? { ok: true, value: parsed.civilId } : { ok: false, why: civilIdFault(parsed) };
}

/** The twelve digits that stand in a sentence, if there is one such run: "her number is 2880 7080 4106". */
export function civilIdIn(text: string): string | undefined {
  const runs = asciiDigits(dropInvisible(text)).match(/(?<!\d)\d(?:[\s\p{Pd}\u0640]?\d){11}(?![\s\p{Pd}]?\d)/gu) ?? [];
  return runs.length === 1 ? runs[0] : undefined;
}

function civilIdFault({ reason }: Extract<ParsedCivilId, { ok: false }>) {
  return line(`civil-id-${reason}`);
}

export type CivilIdAsked = Asked & {
  /** Asked beside another number, which may come in the same message: this one stands there second, or before the one with that key. */
  readonly ofTwo?: { readonly before: string } | "second";
};

function ofPair<T>(asked: Question<T>, ofTwo: NonNullable<CivilIdAsked["ofTwo"]>): Question<T> {
  return {
    ...asked,
    read(input, partial) {
      const pair = input.kind === "text" ? civilIdPair(input.text) : undefined;
      if (pair === undefined) return asked.read(input, partial);
      const readAlone = (text: string) => asked.read({ kind: "text", text }, partial);
      const [first, second] = [readAlone(pair[0]), readAlone(pair[1])];
      if (ofTwo === "second") return second;
      if (first.kind !== "answer") return first;
      if (!isDoubtful(pair[0])) return { ...first, goesOn: true };
      // This one is looked at once more before anything else is read; the other is kept until then.
      return second.kind === "answer" ? { ...first, also: { [ofTwo.before]: second.stored } } : first;
    },
  };
}

/** Public sources disagree about its check digit. */
function isDoubtful(text: string): boolean {
  const parsed = parseCivilId(text);
  return parsed.ok && parsed.checkAgain === true;
}

/** The two numbers of a message that holds just two, in the order in which they were written. */
function civilIdPair(text: string): readonly [first: string, second: string] | undefined {
  const numbers = asciiDigits(text).match(/\d[\d -]*\d/g) ?? [];
  const digits = numbers.map((number) => number.replace(/\D/g, "")).join("");
  return digits.length === 24 ? [digits.slice(0, 12), digits.slice(12)] : undefined;
}

/** Asks under `key`; where public sources disagree about the check digit, asks to look at the number once more. */
export async function askCivilId(ask: Ask, key: string, today: IsoDate, of: CivilIdAsked): Promise<CivilId> {
  const asked = typed({ ...of, parse: (text) => readCivilId(text, today), isForThis: mayBeCivilId });
  const { given } = await ask(key, of.ofTwo === undefined ? asked : ofPair(asked, of.ofTwo));
  if (isDoubtful(given)) {
    await ask(
      `${key}-again`,
      accept({
        prompt: [line("civil-id-again", { lastFour: maskCivilId(given) })],
        help: line("civil-id-again-help"),
        button: line("button-number-right"),
        bound: given,
      }),
    );
  }
  return given;
}
