// Paying without an account: both civil IDs that belong together open the fee and the pay link, and nothing else.
import type { QuoteRefusal } from "../domain/quote.js";
import { line } from "../words/line.js";
import { checkout, renewedBefore } from "./checkout.js";
import type { Ending, Journey } from "./journey.js";
import { nextSteps } from "./next-steps.js";
import { noQuoteLine } from "./no-quote.js";
import { askCivilId } from "./questions/civil-id.js";
import { feePerYear, quoteRenewal } from "./quote-renewal.js";
import { refusal } from "./refusal.js";
import { isRenewable, renewable } from "./renewable.js";
import { maskedName, namesOf } from "./worker-lines.js";
import type { Worker } from "./workers-port.js";
import type { World } from "./world.js";
import { yearsFor } from "./years.js";

export const payQuick: Journey = async (ask, _prove, world) => {
  const renewed = await renewedBefore(world);
  if (renewed !== undefined) return renewed;
  const sponsor = await askCivilId(ask, "sponsor", world.today, {
    prompt: [line("pay-quick-sponsor"), line("civil-id-example")],
    help: line("pay-quick-help"),
    name: line("pay-quick-sponsor-name"),
    ofTwo: { before: "worker" },
  });
  const civilId = await askCivilId(ask, "worker", world.today, {
    prompt: [line("pay-quick-worker"), line("civil-id-example")],
    help: line("pay-quick-help"),
    name: line("pay-quick-worker-name"),
    ofTwo: "second",
  });
  const pair = await world.workers.pair(sponsor, civilId);
  if (pair === undefined) return refusal(world, true);

  const { worker, household } = pair;
  const possible = renewable(worker, world);
  if (!isRenewable(possible)) return notNow(world, worker, possible.why);
  const years = await yearsFor(ask, worker, { perYear: feePerYear(household, [worker], world) });
  // No choice of start: its first day would tell when the present cover ends to somebody who may only pay.
  const quoted = quoteRenewal(household, [{ worker, years, start: undefined }], world);
  if (!quoted.ok) return notNow(world, worker, quoted);
  return checkout(ask, world, { quote: quoted, nameOf: namesOf([worker], maskedName), payer: "quick" });
};

/** Without the first day on which asking works: that, too, would tell when the present cover ends. */
function notNow({ service }: World, worker: Worker, { reason }: QuoteRefusal): Ending {
  const why = noQuoteLine({ ok: false, reason }, maskedName(worker), service.hotline);
  return { say: [{ lines: [why], buttons: nextSteps("register", "human") }] };
}
