// For how many years: one question for all where the same years are on offer to all, else one for each who has a choice.
import { type Fils, fils, formatDinars } from "../domain/kwd.js";
import { type Term, termsAllowed } from "../domain/period-rules.js";
import { type Line, line } from "../words/line.js";
import type { Ask } from "./journey.js";
import type { Reading } from "./question.js";
import { type Option, oneOf } from "./questions/one-of.js";
import { readNumber } from "./questions/read-number.js";
import type { Renewable } from "./renewable.js";
import { workerName } from "./worker-lines.js";

export type Termed = Renewable & { readonly years: Term };

/** What is known when the years are asked for. */
type Known = {
  /** Said already, and not asked for where they are among today's. */
  readonly usual?: Term | undefined;
  /** What a year costs, for those buttons that can tell it. */
  readonly perYear?: Fils | undefined;
};

/** One question answers for all of these. */
export function areAlike(chosen: readonly Renewable[]): boolean {
  return chosen.every(({ worker }) => worker.inKuwait === chosen[0]?.worker.inKuwait);
}

export async function chooseYears(
  ask: Ask,
  chosen: readonly Renewable[],
  known: { readonly usual: Term | undefined; perYear(chosen: readonly Renewable[]): Fils | undefined },
): Promise<readonly Termed[]> {
  const { usual } = known;
  const [one] = chosen;
  if (one !== undefined && areAlike(chosen)) {
    // Asked once, not once for each: the path, and with it the answers that may be changed, holds one question.
    const years = await yearsFor(ask, one.worker, { usual, perYear: known.perYear(chosen) });
    return chosen.map((each) => ({ ...each, years }));
  }
  const termed: Termed[] = [];
  for (const each of chosen) {
    const years = await yearsForOne(ask, each, { usual, perYear: known.perYear([each]) });
    termed.push({ ...each, years });
  }
  return termed;
}

/** The years for one worker, or for all alike: asked under the one key `years`. */
export function yearsFor(ask: Ask, of: { readonly inKuwait: boolean }, known: Known = {}): Promise<Term> {
  return yearsAsked(ask, "years", { ...of, ...known }, line("years-prompt"), line("years-name"));
}

function yearsForOne(ask: Ask, { worker }: Renewable, known: Known): Promise<Term> {
  const of = { worker: workerName(worker) };
  const { inKuwait } = worker;
  const asked = { inKuwait, ...known };
  return yearsAsked(ask, `years:${worker.id}`, asked, line("years-prompt-for", of), line("years-name-for", of));
}

/** Nothing is asked where one term is all there is. */
async function yearsAsked(
  ask: Ask,
  key: string,
  { inKuwait, usual, perYear }: { readonly inKuwait: boolean } & Known,
  prompt: Line,
  name: Line,
): Promise<Term> {
  const terms = termsAllowed({ inKuwait });
  const [only, ...more] = terms;
  if (only !== undefined && more.length === 0) return only;
  const question = oneOf({
    prompt: [prompt],
    help: line("years-help"),
    name,
    options: terms.map((n) => yearsOption(n, perYear)),
    readText: (text, isKnown) => readYears(text, isKnown, terms),
    perRow: perYear === undefined ? 3 : 2,
  });
  return ask(key, usual === undefined || !terms.includes(usual) ? question : { ...question, usual });
}

/** "two", "خلها سنتين": a number alone, or beside words that ask for nothing else. */
function readYears(text: string, isKnown: boolean, offered: readonly Term[]): Reading {
  const said = readNumber(text);
  const isMeant = said !== undefined && (said.isAll || !isKnown) && offered.some((n) => n === said.n);
  return isMeant ? { kind: "answer", stored: String(said.n) } : { kind: "unread" };
}

export function yearsOption(n: Term, perYear: Fils | undefined): Option<Term> & { readonly said: Line } {
  return { value: String(n), label: yearsLabel(n, perYear), means: n, said: line("said-years", { n }) };
}

/** "2 years · 10.000" */
export function yearsLabel(n: Term, perYear: Fils | undefined): Line {
  if (perYear === undefined) return line("button-years", { n });
  return perYear === 0
    ? line("button-years-free", { n })
    : line("button-years-fee", { n, amount: formatDinars(fils(perYear * n)) });
}
