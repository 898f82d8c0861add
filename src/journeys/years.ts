// For how many years: one question for all where the same years are on offer to all, else one for each who has a choice.
import { type Term, termsAllowed } from "../domain/period-rules.js";
import { type Line, line } from "../words/line.js";
import type { Ask } from "./journey.js";
import type { Reading } from "./question.js";
import { oneOf } from "./questions/one-of.js";
import { readNumber } from "./questions/read-number.js";
import type { Renewable } from "./renewable.js";
import { workerName } from "./worker-lines.js";

export type Termed = Renewable & { readonly years: Term };

export async function chooseYears(ask: Ask, chosen: readonly Renewable[]): Promise<readonly Termed[]> {
  const [one, ...others] = chosen;
  if (one !== undefined && others.every(({ worker }) => worker.inKuwait === one.worker.inKuwait)) {
    // Asked once, not once for each: the path, and with it the answers that may be changed, holds one question.
    const years = await yearsFor(ask, one.worker);
    return chosen.map((each) => ({ ...each, years }));
  }
  const termed: Termed[] = [];
  for (const each of chosen) termed.push({ ...each, years: await yearsForOne(ask, each) });
  return termed;
}

/** The years for one worker, or for all alike: asked under the one key `years`. */
export function yearsFor(ask: Ask, of: { readonly inKuwait: boolean }): Promise<Term> {
  return yearsAsked(ask, "years", of.inKuwait, line("years-prompt"), line("years-name"));
}

function yearsForOne(ask: Ask, { worker }: Renewable): Promise<Term> {
  const of = { worker: workerName(worker) };
  const name = line("years-name-for", of);
  return yearsAsked(ask, `years:${worker.id}`, worker.inKuwait, line("years-prompt-for", of), name);
}

/** Nothing is asked where one term is all there is. */
async function yearsAsked(ask: Ask, key: string, inKuwait: boolean, prompt: Line, name: Line): Promise<Term> {
  const terms = termsAllowed({ inKuwait });
  const [only, ...more] = terms;
  if (only !== undefined && more.length === 0) return only;
  const options = terms.map((n) => ({
    value: String(n),
    label: line("button-years", { n }),
    means: n,
    said: line("said-years", { n }),
  }));
  const readText = (text: string, isKnown: boolean): Reading => {
    const said = readNumber(text);
    const isMeant = said !== undefined && (said.isAll || !isKnown) && terms.some((n) => n === said.n);
    return isMeant ? { kind: "answer", stored: String(said.n) } : { kind: "unread" };
  };
  return ask(key, oneOf({ prompt: [prompt], help: line("years-help"), name, options, perRow: 3, readText }));
}
