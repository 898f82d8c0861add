// From when: as early as possible for each, unless another day is asked for; what that leaves without cover is said first.
import { addDays, type IsoDate, laterOf } from "../domain/iso-date.js";
import { startAheadDays } from "../domain/period-rules.js";
import { type Line, line } from "../words/line.js";
import { gapsAsked, gapsOf } from "./gaps.js";
import type { Ask } from "./journey.js";
import { type ChosenDay, type DateWithin, dateWithin } from "./questions/date-within.js";
import type { Choice } from "./quote-renewal.js";
import { workerName } from "./worker-lines.js";
import type { Termed } from "./years.js";

/** Where nothing else is asked for, each begins on the first possible day: that is asked of nobody. */
export async function chooseStarts(ask: Ask, chosen: readonly Termed[], today: IsoDate): Promise<readonly Choice[]> {
  const choices = await startsAsked(ask, chosen, today);
  const started = chosen.map((of) => ({ of, start: choices.find(({ worker }) => worker.id === of.worker.id)?.start }));
  const [gap, ...gaps] = gapsOf(started);
  if (gap !== undefined) await ask("gap", gapsAsked([gap, ...gaps], chosen.length, today));
  return choices;
}

async function startsAsked(ask: Ask, chosen: readonly Termed[], today: IsoDate): Promise<readonly Choice[]> {
  // Every window ends on the same day, so all of them share the days from the latest beginning on.
  const first = chosen.reduce((day, each) => laterOf(day, each.first), today);
  const asked = startFrom(first, today, line("start-prompt"), line("start-name"));
  if (chosen.length === 1) {
    const day = await ask<ChosenDay>("start", { ...dateWithin(asked), usual: "earliest" });
    return chosen.map((each) => choiceOf(each, day));
  }
  const prompt = [line("start-prompt-all"), ...asked.prompt.slice(1)];
  const earliest = line("button-earliest");
  const question = dateWithin({ ...asked, prompt, earliest, each: line("button-each-start") });
  const day = await ask<ChosenDay>("start", { ...question, usual: "earliest" });
  return day === "each" ? eachStart(ask, chosen, today) : chosen.map((each) => choiceOf(each, day));
}

async function eachStart(ask: Ask, chosen: readonly Termed[], today: IsoDate): Promise<readonly Choice[]> {
  const choices: Choice[] = [];
  for (const each of chosen) {
    const of = { worker: workerName(each.worker) };
    const asked = startFrom(each.first, today, line("start-prompt-for", of), line("start-name-for", of));
    choices.push(choiceOf(each, await ask(`start:${each.worker.id}`, dateWithin(asked))));
  }
  return choices;
}

function choiceOf({ worker, years }: Termed, day: ChosenDay): Choice {
  return { worker, years, start: day === "earliest" || day === "each" ? undefined : day };
}

function startFrom(first: IsoDate, today: IsoDate, prompt: Line, name: Line): DateWithin {
  const last = addDays(today, startAheadDays);
  return {
    prompt: [prompt, line("start-days", { first: { date: first }, last: { date: last } })],
    help: line("start-help"),
    name,
    today,
    first,
    last,
    earliest: first === today ? line("button-start-today") : line("button-start-on", { first: { date: first } }),
  };
}
