// The answers that stop reminders of one worker: left or transferred, not mine, or simply no more. A button is enough; words are checked.
import { type Line, line } from "../words/line.js";
import { keepAnswer } from "./answer-lines.js";
import type { Ending, Journey } from "./journey.js";
import type { Question } from "./question.js";
import { accept } from "./questions/accept.js";
import { isEnding, ownWorkers, remindWhom } from "./remind-whom.js";
import { changeWishes } from "./reminder-page.js";
import { workerName } from "./worker-lines.js";
import type { Worker } from "./workers-port.js";
import type { World } from "./world.js";

/** How a worker went, as far as it was said in words; it stands where a button carries the worker. */
const hows = ["absconded", "transferred"] as const;

export const workerLeft: Journey = async (ask, _prove, { argument, ...of }) => {
  const how = hows.find((each) => each === argument);
  const world: World = { ...of, argument: how === undefined ? argument : undefined };
  const tell = line(`left-tell-${how ?? "left"}`);
  const worker = await remindWhom(ask, world, { command: "worker-left", prompt: line("whom-worker-left") });
  if (isEnding(worker)) return how !== undefined && (await hasNobody(world)) ? withLine(worker, tell) : worker;
  // Words may be about somebody else, or a question: only a button that named the worker was sure.
  if (world.argument === undefined) await ask("left", leftIsMeant(worker, tell));
  return withLine(await keepAnswer(world, worker, { kind: "left" }), tell);
};

/** Their worker is not known here; what they must tell elsewhere is said all the same. */
async function hasNobody(world: World): Promise<boolean> {
  return world.account === undefined || (await ownWorkers(world)).length === 0;
}

function leftIsMeant(worker: Worker, tell: Line): Question<true> {
  return isMeant(worker, [line("left-check", { worker: workerName(worker) }), tell], line("button-left-yes"));
}

function isMeant({ id }: Worker, prompt: readonly Line[], button: Line): Question<true> {
  return accept({ prompt, help: line("whom-help"), button, bound: id });
}

/** What the Ministry of Interior must be told goes with whatever is said here. */
function withLine(ending: Ending, told: Line): Ending {
  const [first, ...others] = ending.say;
  // Where registering comes first, it stands above that.
  if (first === undefined) return { ...ending, say: [{ lines: [told] }] };
  return { ...ending, say: [{ ...first, lines: [...first.lines, told] }, ...others] };
}

export const notMine: Journey = async (ask, _prove, world) => {
  const worker = await remindWhom(ask, world, {
    command: "not-mine",
    prompt: line("whom-not-mine"),
    check: (only) => isMeant(only, [line("not-mine-check", { worker: workerName(only) })], line("button-not-mine-yes")),
  });
  return isEnding(worker) ? worker : keepAnswer(world, worker, { kind: "not-mine" });
};

const all = { value: "all", label: line("button-stop-all"), means: "all" } as const;

/** Typed where there are several workers, it may well mean all reminders. */
export const stopReminding: Journey = async (ask, _prove, world) => {
  const whom = await remindWhom(ask, world, {
    command: "stop-reminding",
    prompt: line("whom-stop-reminding"),
    others: [all],
    check: (only) => isMeant(only, [line("stop-check", { worker: workerName(only) })], line("button-stop-yes")),
  });
  if (whom === "all") return changeWishes(world, (wishes) => ({ ...wishes, isOn: false }));
  return isEnding(whom) ? whom : keepAnswer(world, whom, { kind: "stopped" });
};
