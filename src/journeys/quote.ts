// A quote: what a renewal costs and why, for a worker on record or one that is only thought of. Asks for no proof: fees are public.
import type { Term } from "../domain/period-rules.js";
import { quote as priceOf, type Quote } from "../domain/quote.js";
import { type Line, line } from "../words/line.js";
import { feeLines, priceLines, quotedOf, reasonLines } from "./fee-lines.js";
import type { Ask, Ending, Journey } from "./journey.js";
import { nextSteps } from "./next-steps.js";
import { noQuoteLine } from "./no-quote.js";
import { namedByCommand, ownWorker } from "./own-worker.js";
import { workerAsked } from "./questions/worker.js";
import { feePerYear, renewalRequest } from "./quote-renewal.js";
import { refusal } from "./refusal.js";
import { parseRenewalArgument } from "./renewal-argument.js";
import { askThoughtOf } from "./thought-of.js";
import { workerName } from "./worker-lines.js";
import type { Household, Worker } from "./workers-port.js";
import type { World } from "./world.js";
import { yearButtons } from "./year-buttons.js";

export const quote: Journey = async (ask, _prove, world) => {
  const household = await world.workers.household();
  const { workers } = household;
  const said = parseRenewalArgument(world.argument);
  const named = namedByCommand({ argument: said.worker }, workers);
  const chosen = named ?? (workers.length === 0 ? "thought-of" : await ask("who", whoAsked(workers, world)));
  if (chosen === "thought-of") return thoughtOf(ask, world);
  const worker = await ownWorker(world, workers, chosen);
  return worker === undefined ? refusal(world) : onRecord(world, household, worker, said.years ?? 1);
};

function whoAsked(workers: readonly Worker[], { today }: World) {
  const others = [{ value: "thought-of", label: line("button-another-worker"), means: "thought-of" as const }];
  const prompt = [line("quote-who")];
  return workerAsked({ prompt, help: line("quote-who-help"), name: line("quote-who-name"), workers, today, others });
}

/** A year, or as many as were asked for: the years to renew for stand under it with what each costs. */
function onRecord(world: World, household: Household, worker: Worker, years: Term): Ending {
  const { service, today } = world;
  const request = renewalRequest(household, [{ worker, years, start: undefined }], today);
  const quoted = priceOf(request, service.fees, today);
  const name = workerName(worker);
  if (quoted.ok) {
    const buttons = [...yearButtons(worker, feePerYear(household, [worker], world)), ...nextSteps("quote", "inquire")];
    return told(
      world,
      quoted,
      priceLines(quoted, () => name),
      buttons,
    );
  }
  const why = noQuoteLine(quoted, name, service.hotline);
  // Cover that runs on moves the days, not the fee: that can be told today.
  const undated = { ...request, lines: request.lines.map(({ coverUntil: _end, ...of }) => of) };
  const price = priceOf(undated, service.fees, today);
  if (price.ok) return told(world, price, [...feeLines(price, () => name), why], nextSteps("inquire", "quote"));
  return { say: [{ lines: [why], buttons: nextSteps("human") }] };
}

async function thoughtOf(ask: Ask, world: World): Promise<Ending> {
  const { account, service, today } = world;
  const { sponsor, of } = await askThoughtOf(ask, account?.kuwaiti);
  const quoted = priceOf({ sponsor, lines: [of] }, service.fees, today);
  const name = line("worker-nth", { n: of.nth });
  if (!quoted.ok)
    return { say: [{ lines: [noQuoteLine(quoted, name, service.hotline)], buttons: nextSteps("human") }] };
  const next = account === undefined ? nextSteps("register", "pay-quick", "quote") : nextSteps("renew", "quote");
  return told(
    world,
    quoted,
    priceLines(quoted, () => name),
    next,
  );
}

function told(
  { service }: World,
  quoted: Quote,
  price: readonly Line[],
  buttons: ReturnType<typeof nextSteps>,
): Ending {
  return {
    say: [{ lines: [...price, ...reasonLines(quoted, service.fees)], buttons, quoted: quotedOf(quoted, service.fees) }],
  };
}
