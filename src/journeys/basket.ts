// Which workers are to be renewed: the one that was pressed, the only one there is, or those that are ticked.
import { line } from "../words/line.js";
import type { Ask, Ending } from "./journey.js";
import { nextSteps } from "./next-steps.js";
import { noQuoteLine } from "./no-quote.js";
import type { Question } from "./question.js";
import { mayBeCivilId, readCivilId } from "./questions/civil-id.js";
import { workerNamed } from "./questions/read-worker.js";
import { someOf } from "./questions/some-of.js";
import { isRenewable, type NotRenewable, type Renewable, renewable } from "./renewable.js";
import { workerName } from "./worker-lines.js";
import type { Household } from "./workers-port.js";
import type { World } from "./world.js";

export type Basket =
  | { readonly ok: true; readonly chosen: readonly Renewable[] }
  /** Nobody that can be renewed today was meant: `ending` says why, for each. */
  | { readonly ok: false; readonly ending: Ending };

export async function fillBasket(ask: Ask, world: World, household: Household): Promise<Basket> {
  const all = household.workers.map((worker) => renewable(worker, world));
  const pressed = all.find(({ worker }) => worker.id === world.argument);
  if (pressed === undefined && (await isTracked(world))) return { ok: false, ending: onlyTracked(world) };

  const meant = pressed === undefined ? all : [pressed];
  const possible = meant.filter(isRenewable);
  const impossible = meant.filter((each): each is NotRenewable => !isRenewable(each));
  if (possible.length === 0) return { ok: false, ending: nobody(world, impossible) };
  if (possible.length === 1) return { ok: true, chosen: possible };
  return { ok: true, chosen: await ask("workers", workersAsked(world, possible, impossible)) };
}

function workersAsked(
  world: World,
  possible: readonly Renewable[],
  impossible: readonly NotRenewable[],
): Question<readonly Renewable[]> {
  const whyNot = (of: NotRenewable) => noQuoteLine(of.why, workerName(of.worker), world.service.hotline);
  return someOf({
    prompt: [line("renew-workers-prompt"), ...impossible.map(whyNot)],
    help: line("renew-workers-help"),
    name: line("renew-workers-name"),
    none: line("renew-workers-none"),
    options: possible.map((of) => ({ value: of.worker.id, label: workerName(of.worker), means: of })),
    readText(text, isKnown) {
      const listed = possible.map(({ worker }) => worker);
      const named = workerNamed(text, listed, "whole") ?? (isKnown ? undefined : workerNamed(text, listed, "within"));
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

function nobody({ service }: World, impossible: readonly NotRenewable[]): Ending {
  const lines = impossible.map(({ worker, why }) => noQuoteLine(why, workerName(worker), service.hotline));
  return { say: [{ lines, buttons: nextSteps("inquire", "pay", "human") }] };
}

async function isTracked({ argument, workers }: World): Promise<boolean> {
  return argument !== undefined && (await workers.tracked()).some(({ id }) => id === argument);
}

function onlyTracked({ service }: World): Ending {
  return {
    say: [
      { lines: [line("renew-only-tracked", { hotline: service.hotline })], buttons: nextSteps("workers", "human") },
    ],
  };
}
