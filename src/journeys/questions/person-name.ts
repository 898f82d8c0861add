// A person's name, typed; each way in which it can be wrong has its own sentence.

import { asciiDigits } from "../../domain/digits.js";
import { type PersonName, parsePersonName } from "../../domain/person-name.js";
import { line } from "../../words/line.js";
import type { Question } from "../question.js";
import type { Asked } from "./one-of.js";
import { typed } from "./typed.js";

export function personNameAsked(of: Pick<Asked, "prompt" | "help">): Question<{ readonly given: PersonName }> {
  return typed<PersonName>({
    ...of,
    name: line("answer-name"),
    isForThis,
    isWords: true,
    parse(text) {
      const parsed = parsePersonName(text);
      return parsed.ok ? { ok: true, value: parsed.name } : { ok: false, why: line(`name-${parsed.reason}`) };
    },
  });
}

/** A question, or a number without a letter, is meant for something else. */
function isForThis(text: string): boolean {
  const isNumber = /\d/.test(asciiDigits(text)) && !/\p{L}/u.test(text);
  return !isNumber && !/[?؟]/.test(text);
}
