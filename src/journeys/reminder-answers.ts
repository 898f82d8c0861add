// The answers to a reminder, as buttons: each carries its worker, so that one press is enough.
import { type Line, line } from "../words/line.js";
import type { Button, Command } from "./message.js";
import type { Worker } from "./workers-port.js";

/** What the button carries that opens one worker's answers. */
export const forPrefix = "for-";

/** The likeliest first: a renewal for a worker on record; one who is only followed cannot be paid for here. */
export function answerButtons({ id, source }: Worker): readonly (readonly Button[])[] {
  const button = (label: Line, command: Command): Button => ({ kind: "command", label, command, argument: id });
  return [
    ...(source === "record" ? [[button(line("button-renew-now"), "renew")]] : []),
    [button(line("button-already-renewed"), "already-renewed"), button(line("button-remind-later"), "remind-later")],
    [button(line("button-worker-left"), "worker-left"), button(line("button-not-mine"), "not-mine")],
    [button(line("button-stop-reminding"), "stop-reminding")],
  ];
}
