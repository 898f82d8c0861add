// Inquiry: all that is known of one worker's cover, for that worker's own sponsor only, and where the knowledge comes from.
import { line } from "../words/line.js";
import { notOnRecord, noWorkers, registerFirst } from "./doors.js";
import type { Ask, Ending, Journey } from "./journey.js";
import { anotherKind, anotherKindAsked, elsewhere } from "./kind-of-cover.js";
import { nextSteps } from "./next-steps.js";
import { namedByCommand, ownWorker } from "./own-worker.js";
import { type ChosenWorker, workerAsked } from "./questions/worker.js";
import { refusal } from "./refusal.js";
import { coverLines, workerName } from "./worker-lines.js";
import type { Worker } from "./workers-port.js";
import type { World } from "./world.js";

export const inquire: Journey = async (ask, _prove, world) => {
  if (world.account === undefined) return registerFirst(world, "inquire");
  const known = [...(await world.workers.household()).workers, ...(await world.workers.tracked())];
  const chosen = namedByCommand(world, known) ?? (await chooseWorker(ask, world, known));
  if ("say" in chosen) return chosen;
  const worker = await ownWorker(world, known, chosen);
  return worker === undefined ? refusal(world) : cover(worker, world);
};

const asked = {
  prompt: [line("inquire-kind"), line("inquire-worker")],
  help: line("inquire-worker-help"),
  name: line("inquire-worker-name"),
};

async function chooseWorker(ask: Ask, world: World, known: readonly Worker[]): Promise<ChosenWorker | Ending> {
  if (known.length === 0) return world.account?.standing === "proved" ? noWorkers(world) : notOnRecord(world);
  const others = [anotherKind];
  const chosen = await ask("worker", workerAsked({ ...asked, workers: known, today: world.today, others }));
  return chosen === "another-kind" ? elsewhere(await ask("kind", anotherKindAsked()), world) : chosen;
}

function cover(worker: Worker, { today }: World): Ending {
  const source = worker.source === "told" ? [line("worker-tracked")] : [];
  return {
    say: [
      {
        lines: [line("inquire-title", { worker: workerName(worker) }), ...coverLines(worker, today), ...source],
        buttons:
          worker.source === "told"
            ? nextSteps("quote", "workers")
            : nextSteps(
                { command: "renew", argument: worker.id, isFirst: worker.covers.length + worker.waiting.length === 0 },
                { command: "quote", argument: worker.id },
                "inquire",
              ),
      },
    ],
  };
}
