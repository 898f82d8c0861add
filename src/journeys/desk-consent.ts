// The answer to one of the staff who asks to see somebody's data in full: a button under their question, and nowhere else.
import { line } from "../words/line.js";
import type { Input } from "./input.js";
import type { Journey } from "./journey.js";
import { nextSteps } from "./next-steps.js";

const answerShape = /^(allow|refuse)-(\d{1,15})$/u;

/** Which question an input answers, and how; `undefined`: none. */
export function consentAnswer(input: Input): { readonly consent: number; readonly allowed: boolean } | undefined {
  if (input.kind !== "command" || input.command !== "desk-consent") return undefined;
  return read(input.argument);
}

function read(argument = "") {
  const [, word, id] = answerShape.exec(argument) ?? [];
  return word === undefined ? undefined : { consent: Number(id), allowed: word === "allow" };
}

export const deskConsent: Journey = async (_ask, _prove, { argument, accesses }) => {
  const answer = read(argument);
  // Typed by hand, too, it is answered as a question that is over.
  const answered = answer === undefined ? "over" : await accesses.answer(answer.consent, answer.allowed);
  const given = answer?.allowed === true ? "desk-consent-given" : "desk-consent-not-given";
  const said = answered === "over" ? "desk-consent-over" : given;
  return { say: [{ lines: [line(said)], buttons: nextSteps() }] };
};
