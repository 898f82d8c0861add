// Undo: takes back the newest answer about a worker, and says what holds then.
import { line } from "../words/line.js";
import { answerLine, type StandingAnswer, standingAnswers, undoButton } from "./answer-lines.js";
import { registerFirst } from "./doors.js";
import type { Ask, Ending, Journey } from "./journey.js";
import { nextSteps } from "./next-steps.js";
import { oneOf } from "./questions/one-of.js";
import { refusal } from "./refusal.js";
import { ownWorkers } from "./remind-whom.js";
import { workerName } from "./worker-lines.js";
import type { World } from "./world.js";

export const undo: Journey = async (ask, _prove, world) => {
  if (world.account === undefined) return registerFirst(world, "undo");
  const own = await ownWorkers(world);
  const standing = await standingAnswers(world, own);
  const { argument } = world;
  if (argument !== undefined && !own.some(({ id }) => id === argument)) return refusal(world);
  const meant = standing.filter(({ worker }) => argument === undefined || worker.id === argument);
  const chosen = meant.length > 1 ? await whichAnswer(ask, meant) : meant[0];
  return chosen === undefined ? nothing() : takeBack(world, chosen);
};

function whichAnswer(ask: Ask, standing: readonly StandingAnswer[]): Promise<StandingAnswer> {
  return ask(
    "worker",
    oneOf({
      prompt: [line("undo-which"), ...standing.map(({ worker, answer }) => answerLine(worker, answer))],
      help: line("undo-which-help"),
      options: standing.map((of) => ({ value: of.worker.id, label: workerName(of.worker), means: of })),
    }),
  );
}

/** Told by what holds afterwards: true also of a turn that is repeated. */
async function takeBack(world: World, { worker }: StandingAnswer): Promise<Ending> {
  await world.reminders.answer(`${world.draft}:undo`, worker.id, undefined);
  const [still] = await standingAnswers(world, [worker]);
  if (still === undefined)
    return { say: [{ lines: [line("undo-done", { worker: workerName(worker) })], buttons: nextSteps("reminders") }] };
  const buttons = [[undoButton(worker, line("button-undo"))], ...nextSteps("reminders")];
  return { say: [{ lines: [line("undo-still"), answerLine(worker, still.answer)], buttons }] };
}

function nothing(): Ending {
  return { say: [{ lines: [line("undo-nothing")], buttons: nextSteps("reminders") }] };
}
