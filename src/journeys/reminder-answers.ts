// The answers to a reminder, as buttons: each carries its worker, so that one press is enough.
import { type Line, line } from "../words/line.js";
import type { Button, Command } from "./message.js";
import type { Worker } from "./workers-port.js";

/** What the button carries that opens one worker's answers. */
export const forPrefix = "for-";

/** The likeliest first: a renewal for a worker on record; one who is only followed cannot be paid for here. */
export function answerButtons(worker: Worker): readonly (readonly Button[])[] {
  return [
    ...(worker.source === "record" ? [[answer(worker, line("button-renew-now"), "renew")]] : []),
    quickAnswers(worker),
    [answer(worker, line("button-worker-left"), "worker-left"), answer(worker, line("button-not-mine"), "not-mine")],
    [answer(worker, line("button-stop-reminding"), "stop-reminding")],
  ];
}

/** The two that stand on a reminder itself. */
export function quickAnswers(worker: Worker): readonly Button[] {
  return [
    answer(worker, line("button-already-renewed"), "already-renewed"),
    answer(worker, line("button-remind-later"), "remind-later"),
  ];
}

/** Opens all answers about one worker. */
export function answersButton({ id }: Worker, label: Line): Button {
  return { kind: "command", label, command: "reminders", argument: forPrefix + id };
}

function answer({ id }: Worker, label: Line, command: Command): Button {
  return { kind: "command", label, command, argument: id };
}
