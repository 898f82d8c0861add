// An answer to a reminder as it is told: what now holds, and how it is taken back.
import { type Line, line } from "../words/line.js";
import type { Ending } from "./journey.js";
import type { Button } from "./message.js";
import { nextSteps } from "./next-steps.js";
import type { Answered, ReminderAnswer } from "./reminders-port.js";
import { workerName } from "./worker-lines.js";
import type { Worker } from "./workers-port.js";
import type { World } from "./world.js";

/** What now holds, in one sentence. */
export function answerLine(of: Worker, answer: ReminderAnswer): Line {
  const worker = workerName(of);
  switch (answer.kind) {
    case "renewed":
      return line("answer-renewed", { worker, until: { date: answer.until } });
    case "later":
      return line("answer-later", { worker, on: { date: answer.on } });
    default:
      return line(`answer-${answer.kind}`, { worker });
  }
}

/** A case is about the record: there is none of somebody who is only followed. */
function nextLines({ source }: Worker, { kind }: ReminderAnswer, { hotline }: World["service"]): readonly Line[] {
  switch (kind) {
    case "later":
      return [];
    case "not-mine":
      return [source === "record" ? line("answer-not-mine-next", { hotline }) : line("answer-not-mine-followed")];
    default:
      return [line(`answer-${kind}-next`)];
  }
}

/** Keeps an answer, once in this draft, and says what holds from now on. */
export async function keepAnswer(world: World, worker: Worker, answer: ReminderAnswer): Promise<Ending> {
  await world.reminders.answer(`${world.draft}:answer`, worker.id, answer);
  const isToCome = answer.kind === "later" || answer.kind === "renewed";
  const isOff = isToCome && !(await world.reminders.wishes()).isOn;
  const lines = [
    answerLine(worker, answer),
    ...nextLines(worker, answer, world.service),
    ...(isOff ? [line("answer-while-off")] : []),
  ];
  return { say: [{ lines, buttons: [[undoButton(worker, line("button-undo"))], ...nextSteps("reminders")] }] };
}

export function undoButton({ id }: Worker, label: Line): Button {
  return { kind: "command", label, command: "undo", argument: id };
}

export type StandingAnswer = { readonly worker: Worker; readonly answer: ReminderAnswer };

/** The answers about the person's own workers. */
export async function standingAnswers(
  { reminders }: World,
  own: readonly Worker[],
): Promise<readonly StandingAnswer[]> {
  const answers = await reminders.answers();
  return own.flatMap((worker) =>
    answers.filter((of: Answered) => of.worker === worker.id).map(({ answer }) => ({ worker, answer })),
  );
}
