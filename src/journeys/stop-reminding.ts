// The answers that stop reminders of one worker at once: left or transferred, not mine, or simply no more.
import { line } from "../words/line.js";
import { keepAnswer } from "./answer-lines.js";
import type { Journey } from "./journey.js";
import { isEnding, remindWhom } from "./remind-whom.js";
import { changeWishes } from "./reminder-page.js";

export const workerLeft: Journey = async (ask, _prove, world) => {
  const worker = await remindWhom(ask, world, { command: "worker-left", prompt: line("whom-worker-left") });
  return isEnding(worker) ? worker : keepAnswer(world, worker, { kind: "left" });
};

export const notMine: Journey = async (ask, _prove, world) => {
  const worker = await remindWhom(ask, world, { command: "not-mine", prompt: line("whom-not-mine") });
  return isEnding(worker) ? worker : keepAnswer(world, worker, { kind: "not-mine" });
};

const all = { value: "all", label: line("button-stop-all"), means: "all" } as const;

/** Typed where there are several workers, it may well mean all reminders. */
export const stopReminding: Journey = async (ask, _prove, world) => {
  const whom = await remindWhom(ask, world, {
    command: "stop-reminding",
    prompt: line("whom-stop-reminding"),
    others: [all],
  });
  if (whom === "all") return changeWishes(world, (wishes) => ({ ...wishes, isOn: false }));
  return isEnding(whom) ? whom : keepAnswer(world, whom, { kind: "stopped" });
};
