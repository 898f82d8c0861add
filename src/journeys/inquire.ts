// Inquiry: until when each of a sponsor's workers is covered, and all that is known of one worker's cover; for nobody else's workers.
import { line } from "../words/line.js";
import { notOnRecord, noWorkers, registerFirst } from "./doors.js";
import { isDue } from "./due-workers.js";
import type { Ending, Journey } from "./journey.js";
import type { Button } from "./message.js";
import { nextSteps } from "./next-steps.js";
import { namedByCommand, ownWorker } from "./own-worker.js";
import { feePerYear } from "./quote-renewal.js";
import { refusal } from "./refusal.js";
import { ownWorkers } from "./remind-whom.js";
import { isRenewable, renewable } from "./renewable.js";
import { coverLines, standingLines, workerName } from "./worker-lines.js";
import type { Worker } from "./workers-port.js";
import type { World } from "./world.js";
import { yearButtons } from "./year-buttons.js";

export const inquire: Journey = async (_ask, _prove, world) => {
  if (world.account === undefined) return registerFirst(world, "inquire");
  const known = await ownWorkers(world);
  const named = namedByCommand(world, known);
  if (named !== undefined) {
    const worker = await ownWorker(world, known, named);
    return worker === undefined ? refusal(world) : cover(worker, world);
  }
  const [first, ...others] = known;
  if (first === undefined) return world.account.standing === "proved" ? noWorkers(world) : notOnRecord(world);
  return others.length === 0 ? cover(first, world) : everyone(known, world);
};

/** Until when each is covered: whoever asks about cover without a name gets every worker's answer at once. */
function everyone(known: readonly Worker[], world: World): Ending {
  const rows = known.flatMap((worker) => {
    const [standing, ...more] = standingLines(worker, world.today);
    return [line("workers-row", { worker: workerName(worker), standing }), ...more];
  });
  return {
    say: [
      {
        lines: [line("inquire-all"), ...rows],
        buttons: [...known.map((worker) => [rowButton(worker, world)]), ...nextSteps("workers")],
      },
    ],
  };
}

/** The likeliest next step for this one: a renewal that is due, else all that is known of the cover. */
function rowButton(worker: Worker, world: World): Button {
  const label = workerName(worker);
  const mayRenew = worker.source === "record" && isDue(worker, world.today) && isRenewable(renewable(worker, world));
  return mayRenew
    ? { kind: "command", label: line("button-renew-for", { worker: label }), command: "renew", argument: worker.id }
    : { kind: "command", label, command: "inquire", argument: worker.id };
}

async function cover(worker: Worker, world: World): Promise<Ending> {
  const source = worker.source === "told" ? [line("worker-tracked")] : [];
  return {
    say: [
      {
        lines: [line("inquire-title", { worker: workerName(worker) }), ...coverLines(worker, world.today), ...source],
        buttons: await buttonsFor(worker, world),
      },
    ],
  };
}

async function buttonsFor(worker: Worker, world: World): Promise<readonly (readonly Button[])[]> {
  if (worker.source === "told") return nextSteps("quote", "workers");
  const quote = { command: "quote", argument: worker.id } as const;
  if (worker.covers.length + worker.waiting.length === 0)
    return nextSteps({ command: "renew", argument: worker.id, isFirst: true }, quote);
  if (!isRenewable(renewable(worker, world))) return nextSteps(quote, "workers");
  const perYear = feePerYear(await world.workers.household(), [worker], world);
  return [...yearButtons(worker, perYear), ...nextSteps(quote)];
}
