// "Remind me later": tomorrow, on Sunday or in a week, and nothing before.
import { addDays, type IsoDate } from "../domain/iso-date.js";
import { nextSunday } from "../domain/reminder.js";
import { line } from "../words/line.js";
import { keepAnswer } from "./answer-lines.js";
import type { Ending, Journey } from "./journey.js";
import { lastKnownDay } from "./last-known-cover.js";
import { nextSteps } from "./next-steps.js";
import type { Question } from "./question.js";
import { oneOf } from "./questions/one-of.js";
import { isEnding, remindWhom } from "./remind-whom.js";
import { workerName } from "./worker-lines.js";
import type { Worker } from "./workers-port.js";

export const remindLater: Journey = async (ask, _prove, world) => {
  const worker = await remindWhom(ask, world, { command: "remind-later", prompt: line("whom-remind-later") });
  if (isEnding(worker)) return worker;
  if (lastKnownDay(worker) === undefined) return noEnd(worker);
  return keepAnswer(world, worker, { kind: "later", on: await ask("on", dayAsked(worker, world.today)) });
};

/** The days themselves are the answers: "tomorrow" pressed a day late is another day. */
function dayAsked(worker: Worker, today: IsoDate): Question<IsoDate> {
  const days = [
    { day: addDays(today, 1), label: line("button-tomorrow"), said: line("said-tomorrow") },
    { day: nextSunday(today), label: line("button-sunday"), said: line("said-sunday") },
    { day: addDays(today, 7), label: line("button-in-a-week"), said: line("said-in-a-week") },
  ];
  return oneOf({
    prompt: [line("later-when", { worker: workerName(worker) })],
    help: line("later-when-help"),
    // From a Saturday or a Sunday on, Sunday is a day that is offered already.
    options: days
      .filter(({ day }, index) => days.findIndex((other) => other.day === day) === index)
      .map(({ day, label, said }) => ({ value: day, label, means: day, said })),
  });
}

function noEnd(worker: Worker): Ending {
  const tell = { kind: "command", command: "already-renewed", argument: worker.id } as const;
  const lines = [line("later-no-end", { worker: workerName(worker) })];
  return { say: [{ lines, buttons: [[{ ...tell, label: line("button-tell-end") }], ...nextSteps()] }] };
}
