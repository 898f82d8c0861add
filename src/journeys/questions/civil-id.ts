// A typed civil ID: each way in which it can be wrong has its own sentence, and a doubtful one is looked at twice.
import { type CivilId, maskCivilId, type ParsedCivilId, parseCivilId } from "../../domain/civil-id.js";
import { asciiDigits } from "../../domain/digits.js";
import type { IsoDate } from "../../domain/iso-date.js";
import { line } from "../../words/line.js";
import type { Ask } from "../journey.js";
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

/** Asks under `key`; where public sources disagree about the check digit, asks to look at the number once more. */
export async function askCivilId(ask: Ask, key: string, today: IsoDate, asked: Asked): Promise<CivilId> {
  const { given } = await ask(
    key,
    typed({ ...asked, parse: (text) => readCivilId(text, today), isForThis: mayBeCivilId }),
  );
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
