// Which of a person's own workers an answer is about: the one that was pressed, the only one there is, or the one that is asked for.
import { type Line, line } from "../words/line.js";
import { notOnRecord, noWorkers, registerFirst } from "./doors.js";
import type { Ask, Ending } from "./journey.js";
import { lastKnownDay } from "./last-known-cover.js";
import { namedByCommand, ownWorker } from "./own-worker.js";
import type { Question } from "./question.js";
import type { Option } from "./questions/one-of.js";
import { type ChosenWorker, workerAsked } from "./questions/worker.js";
import { refusal } from "./refusal.js";
import type { Wish } from "./wish.js";
import type { Worker } from "./workers-port.js";
import type { World } from "./world.js";

/** A worker, or why there is none; or one of `others`, which stand under the workers where there are several. */
export async function remindWhom<T extends string = never>(
  ask: Ask,
  world: World,
  {
    command,
    prompt,
    others = [],
    check,
  }: {
    /** Whose question it is: a stranger comes back to it. */
    readonly command: Wish["command"];
    readonly prompt: Line;
    readonly others?: readonly Option<T>[];
    /** Asked about the only worker, where words began it: they may be about something else. */
    readonly check?: (only: Worker) => Question<true>;
  },
): Promise<Worker | Ending | T> {
  if (world.account === undefined) return registerFirst(world, command);
  const own = await ownWorkers(world);
  const [only, ...more] = own;
  if (only === undefined) return world.account.standing === "proved" ? noWorkers(world) : notOnRecord(world);
  if (world.argument !== undefined) {
    const named = namedByCommand(world, own);
    return (named && (await ownWorker(world, own, named))) ?? refusal(world);
  }
  if (more.length === 0) {
    if (check !== undefined) await ask("sure", check(only));
    return only;
  }
  const asked = { prompt: [prompt], help: line("whom-help"), name: line("inquire-worker-name") };
  const chosen: ChosenWorker | T = await ask(
    "worker",
    workerAsked({ ...asked, workers: own, today: world.today, others }),
  );
  if (typeof chosen === "string") return chosen;
  return (await ownWorker(world, own, chosen)) ?? refusal(world);
}

/** On record and followed, whose cover ends first in the beginning: that is who a reminder was about. */
export async function ownWorkers({ workers }: World): Promise<readonly Worker[]> {
  const own = [...(await workers.household()).workers, ...(await workers.tracked())];
  const day = (worker: Worker) => lastKnownDay(worker) ?? "9999-12-31";
  return own.toSorted((a, b) => day(a).localeCompare(day(b)));
}

export function isEnding(of: Worker | Ending): of is Ending {
  return "say" in of;
}
