// Renewal, or first issue: one worker or several in one basket, from the data on record to a pay link.
import { line } from "../words/line.js";
import { fillBasket } from "./basket.js";
import { checkout, renewedBefore } from "./checkout.js";
import { notOnRecord, noWorkers, registerFirst } from "./doors.js";
import type { Journey } from "./journey.js";
import { nextSteps } from "./next-steps.js";
import { noQuoteLine } from "./no-quote.js";
import type { Question } from "./question.js";
import { accept } from "./questions/accept.js";
import { quoteRenewal } from "./quote-renewal.js";
import type { Renewable } from "./renewable.js";
import { chooseStarts } from "./starts.js";
import { namesOf, standingLines, workerName } from "./worker-lines.js";
import type { World } from "./world.js";
import { chooseYears } from "./years.js";

export const renew: Journey = async (ask, _prove, world) => {
  if (world.account === undefined) return registerFirst(world, "renew");
  if (world.account.standing === "unproved") return notOnRecord(world);
  const renewed = await renewedBefore(world);
  if (renewed !== undefined) return renewed;
  const household = await world.workers.household();
  if (household.workers.length === 0) return noWorkers(world);

  const basket = await fillBasket(ask, world, household);
  if (!basket.ok) return basket.ending;
  await ask("data", dataIsRight(basket.chosen, world));
  const termed = await chooseYears(ask, basket.chosen);
  const choices = await chooseStarts(ask, termed, world.today);

  const quoted = quoteRenewal(household, choices, world);
  const nameOf = namesOf(household.workers, workerName);
  if (!quoted.ok) {
    const why = noQuoteLine(quoted, nameOf(quoted.worker), world.service.hotline);
    return { say: [{ lines: [why], buttons: nextSteps("renew", "human") }] };
  }
  return checkout(ask, world, { quote: quoted, nameOf, payer: "account" });
};

/** The check of what is on record: a yes to it falls when it changes there. */
function dataIsRight(chosen: readonly Renewable[], { today }: World): Question<true> {
  const data = chosen.flatMap(({ worker }) => {
    const place = line(worker.inKuwait ? "worker-in-kuwait" : "worker-outside");
    const told = { worker: workerName(worker), article: worker.article, place };
    return [line("renew-data-worker", told), ...standingLines(worker, today)];
  });
  return accept({
    prompt: [line("renew-data-prompt"), ...data],
    help: line("renew-data-help"),
    button: line("button-data-right"),
    bound: chosen.map(({ worker }) => `${worker.id} ${worker.article} ${worker.inKuwait}`).join(", "),
    beside: [{ kind: "command", label: line("button-data-wrong"), command: "human" }],
  });
}
