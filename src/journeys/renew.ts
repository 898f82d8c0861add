// Renewal, or first issue: one worker or several in one basket, by way of one summary to a pay link.
import { fillBasket } from "./basket.js";
import { checkout, renewedBefore } from "./checkout.js";
import { notOnRecord, noWorkers, registerFirst } from "./doors.js";
import type { Journey } from "./journey.js";
import { nextSteps } from "./next-steps.js";
import { noQuoteLine } from "./no-quote.js";
import { feePerYear, quoteRenewal } from "./quote-renewal.js";
import { parseRenewalArgument } from "./renewal-argument.js";
import { chooseStarts } from "./starts.js";
import { namesOf, workerName } from "./worker-lines.js";
import { chooseYears } from "./years.js";

export const renew: Journey = async (ask, _prove, world) => {
  if (world.account === undefined) return registerFirst(world, "renew");
  if (world.account.standing === "unproved") return notOnRecord(world);
  const renewed = await renewedBefore(world);
  if (renewed !== undefined) return renewed;
  const household = await world.workers.household();
  if (household.workers.length === 0) return noWorkers(world);

  const said = parseRenewalArgument(world.argument);
  const basket = await fillBasket(ask, world, household, said.worker);
  if (!basket.ok) return basket.ending;
  const { chosen } = basket;
  const termed = await chooseYears(ask, chosen, {
    usual: said.years,
    perYear: (of) =>
      feePerYear(
        household,
        of.map(({ worker }) => worker),
        world,
      ),
  });
  const choices = await chooseStarts(ask, termed, world.today);

  const quoted = quoteRenewal(household, choices, world);
  const nameOf = namesOf(household.workers, workerName);
  if (!quoted.ok) {
    const why = noQuoteLine(quoted, nameOf(quoted.worker), world.service.hotline);
    return { say: [{ lines: [why], buttons: nextSteps("renew", "human") }] };
  }
  return checkout(ask, world, { quote: quoted, nameOf, payer: "account", onRecord: chosen });
};
