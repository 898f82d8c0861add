// The answer to one of the staff who asks to see somebody's data in full: a button under their question, and nowhere else.
import { line } from "../words/line.js";
import type { Journey } from "./journey.js";
import { nextSteps } from "./next-steps.js";

const answerShape = /^(allow|refuse)-(\d{1,15})$/u;

export const deskConsent: Journey = async (_ask, _prove, { argument, accesses }) => {
  const [, word, id] = answerShape.exec(argument ?? "") ?? [];
  const allowed = word === "allow";
  // Typed by hand, too, it is answered as a question that is over.
  const answered = word === undefined ? "over" : await accesses.answer(Number(id), allowed);
  const said = answered === "over" ? "desk-consent-over" : allowed ? "desk-consent-given" : "desk-consent-not-given";
  return { say: [{ lines: [line(said)], buttons: nextSteps() }], isAside: true };
};
