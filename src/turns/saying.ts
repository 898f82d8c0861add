// What a turn says, and the session after it: messages with or without a question, and what stands before them.
import type { Message } from "../journeys/message.js";
import { type Line, line } from "../words/line.js";
import type { Session } from "./session.js";

/** Something to say: `fingerprint` is of the question it holds; `inPlace` replaces the message whose button was pressed. */
export type Saying = { readonly message: Message; readonly fingerprint: string; readonly inPlace: boolean };

export type Turned = { readonly session: Session; readonly says: readonly Saying[] };

/** A message that holds no question: no answer button stands in it. */
export function plainly(message: Message): Saying {
  return { message, fingerprint: "", inPlace: false };
}

/** Its lines stand before what is said, in the first message of it, which then is a new one. */
export function preceded(turned: Turned, ...why: readonly Line[]): Turned {
  const [first, ...others] = turned.says;
  if (first === undefined) return { ...turned, says: [plainly({ lines: why })] };
  const message = { ...first.message, lines: [...why, ...first.message.lines] };
  return { ...turned, says: [{ ...first, message, inPlace: false }, ...others] };
}

/** What was set aside is offered once what came between is done. */
export function resumeOffer({ aside: waiting }: Session): readonly Saying[] {
  if (waiting === undefined) return [];
  return [
    plainly({
      lines: [line("resume-offer", { what: line(`journey-${waiting.command}`) })],
      buttons: [
        [
          { kind: "command", label: line("button-resume"), command: "resume" },
          { kind: "command", label: line("button-cancel"), command: "cancel" },
        ],
      ],
    }),
  ];
}
