// A typed civil ID: each way in which it can be wrong has its own sentence, and a doubtful one is looked at twice.
import { type CivilId, maskCivilId, type ParsedCivilId, parseCivilId } from "../../domain/civil-id.js";
import { asciiDigits } from "../../domain/digits.js";
import type { IsoDate } from "../../domain/iso-date.js";
import { line } from "../../words/line.js";
import type { Ask } from "../journey.js";
import type { Question } from "../question.js";
import { accept } from "./accept.js";
import type { Asked } from "./one-of.js";
import { type Parsed, typed } from "./typed.js";

/** Text without a digit is meant for something else ("when does it expire?"). */
export function mayBeCivilId(text: string): boolean {
  return /\d/.test(asciiDigits(text));
}

export function readCivilId(text: string, today: IsoDate): Parsed<CivilId> {
  const parsed = parseCivilId(text, { today });
  return parsed.ok ? { ok: true, value: parsed.civilId } : { ok: false, why: civilIdFault(parsed) };
}

function civilIdFault({ reason }: Extract<ParsedCivilId, { ok: false }>) {
  return line(`civil-id-${reason}`);
}

export type CivilIdAsked = Asked & {
  /** Asked beside another number, which may come in the same message: this one stands there first, or second. */
  readonly ofTwo?: "first" | "second";
};

function ofPair<T>(asked: Question<T>, which: "first" | "second"): Question<T> {
  return {
    ...asked,
    read(input, partial) {
      const pair = input.kind === "text" ? civilIdPair(input.text) : undefined;
      if (pair === undefined) return asked.read(input, partial);
      const reading = asked.read({ kind: "text", text: pair[which === "first" ? 0 : 1] }, partial);
      return reading.kind === "answer" && which === "first" ? { ...reading, goesOn: true } : reading;
    },
  };
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
  const parsed = parseCivilId(given);
  if (parsed.ok && parsed.checkAgain === true) {
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
