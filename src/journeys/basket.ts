// Which workers are to be renewed: the one that was named, the only one there is, or those that are ticked.
import { type Term, termsAllowed } from "../domain/period-rules.js";
import { line } from "../words/line.js";
import { dueWorkers } from "./due-workers.js";
import type { Ask, Ending } from "./journey.js";
import { nextSteps } from "./next-steps.js";
import { noQuoteLine } from "./no-quote.js";
import { namedByCommand } from "./own-worker.js";
import type { Question } from "./question.js";
import { mayBeCivilId, readCivilId } from "./questions/civil-id.js";
import { workerIn } from "./questions/read-worker.js";
import { type Finish, someOf } from "./questions/some-of.js";
import { feePerYear } from "./quote-renewal.js";
import { isRenewable, type NotRenewable, type Renewable, renewable } from "./renewable.js";
import { due } from "./renewal-argument.js";
import { workerName } from "./worker-lines.js";
import type { Household, Worker } from "./workers-port.js";
import type { World } from "./world.js";
import { areAlike, yearsOption } from "./years.js";

export type Basket =
  | { readonly ok: true; readonly chosen: readonly Renewable[] }
  /** Nobody that can be renewed today was meant: `ending` says why, for each. */
  | { readonly ok: false; readonly ending: Ending };

/** @param asked the worker that the command names, by id, civil ID or as `due` */
export async function fillBasket(
  ask: Ask,
  world: World,
  household: Household,
  asked: string | undefined,
): Promise<Basket> {
  const all = household.workers.map((worker) => renewable(worker, world));
  const named = workerNamed(asked, household);
  const pressed = all.find(({ worker }) => worker.id === named?.id);
  if (pressed === undefined && (await isTracked(world, asked))) return { ok: false, ending: onlyTracked(world) };
  if (pressed !== undefined && !isRenewable(pressed)) return { ok: false, ending: nobody(world, [pressed]) };

  const possible = all.filter(isRenewable);
  const impossible = all.filter((each): each is NotRenewable => !isRenewable(each));
  if (possible.length === 0) return { ok: false, ending: nobody(world, impossible) };
  if (possible.length === 1) return { ok: true, chosen: possible };

  const dueIds = await dueWorkers(world, household.workers);
  const dueNow = possible.filter(({ worker }) => dueIds.has(worker.id));
  const meant = pressed !== undefined ? [pressed] : asked === due ? dueNow : [];
  const ticked = meant.length > 0 ? meant : dueNow;
  const question = workersAsked({ world, household, possible, impossible, ticked });
  return { ok: true, chosen: await ask("workers", meant.length > 0 ? { ...question, usual: meant } : question) };
}

function workerNamed(asked: string | undefined, { workers }: Household): Worker | undefined {
  const named = namedByCommand({ argument: asked }, workers);
  if (named?.kind === "typed") return workers.find(({ civilId }) => civilId === named.civilId);
  return named?.worker;
}

type Asked = {
  readonly world: World;
  readonly household: Household;
  readonly possible: readonly Renewable[];
  readonly impossible: readonly NotRenewable[];
  readonly ticked: readonly Renewable[];
};

function workersAsked({ world, household, possible, impossible, ticked }: Asked): Question<readonly Renewable[]> {
  const whyNot = (of: NotRenewable) => noQuoteLine(of.why, workerName(of.worker), world.service.hotline);
  return someOf({
    prompt: [line("renew-workers-prompt"), ...impossible.map(whyNot)],
    help: line("renew-workers-help"),
    name: line("renew-workers-name"),
    none: line("renew-workers-none"),
    options: possible.map((of) => ({ value: of.worker.id, label: workerName(of.worker), means: of })),
    ticked: ticked.map(({ worker }) => worker.id),
    finishes: (chosen) => yearsAtOnce(chosen, household, world),
    readText(text, isKnown) {
      const listed = possible.map(({ worker }) => worker);
      const named = workerIn(text, listed, isKnown);
      if (named !== undefined) return { tick: named.id };
      if (!mayBeCivilId(text)) return undefined;
      const typed = readCivilId(text, world.today);
      if (!typed.ok) return { why: typed.why };
      const tick = possible.find(({ worker }) => worker.civilId === typed.value);
      if (tick !== undefined) return { tick: tick.worker.id };
      const known = impossible.find(({ worker }) => worker.civilId === typed.value);
      // Nobody else's number is looked up here, so the refusal tells nothing.
      return { why: known === undefined ? line("refusal", { hotline: world.service.hotline }) : whyNot(known) };
    },
  });
}

/** The years for all that are ticked, with what they cost: one press chooses both. None where the years on offer differ. */
function yearsAtOnce(chosen: readonly Renewable[], household: Household, world: World): readonly Finish[] {
  const [one] = chosen;
  if (one === undefined || !areAlike(chosen)) return [];
  const perYear = feePerYear(
    household,
    chosen.map(({ worker }) => worker),
    world,
  );
  return termsAllowed(one.worker).map((n: Term) => {
    const { label, value, said } = yearsOption(n, perYear);
    return { label, value: `y${value}`, said, also: { years: value } };
  });
}

function nobody({ service }: World, impossible: readonly NotRenewable[]): Ending {
  const lines = impossible.map(({ worker, why }) => noQuoteLine(why, workerName(worker), service.hotline));
  return { say: [{ lines, buttons: nextSteps("inquire", "pay", "human") }] };
}

async function isTracked({ workers }: World, asked: string | undefined): Promise<boolean> {
  return asked !== undefined && (await workers.tracked()).some(({ id }) => id === asked);
}

function onlyTracked({ service }: World): Ending {
  return {
    say: [
      { lines: [line("renew-only-tracked", { hotline: service.hotline })], buttons: nextSteps("workers", "human") },
    ],
  };
}
