// What a turn says: messages with the questions that they hold, and what is put before them.
import type { Message } from "../journeys/message.js";
import type { Line } from "../words/line.js";
import type { Session } from "./session.js";

/** Something to say: `fingerprint` is of the question it holds; `inPlace` replaces the message whose button was pressed. */
export type Saying = { readonly message: Message; readonly fingerprint: string; readonly inPlace: boolean };

export type Turned = { readonly session: Session; readonly says: readonly Saying[] };

/** A message that holds no question: no answer button stands in it. */
export function plainly(message: Message): Saying {
  return { message, fingerprint: "", inPlace: false };
}

export function preceded<T extends Turned>(turned: T, ...why: readonly Line[]): T {
  const [first, ...others] = turned.says;
  if (first === undefined) return { ...turned, says: [plainly({ lines: why })] };
  const message = { ...first.message, lines: [...why, ...first.message.lines] };
  return { ...turned, says: [{ ...first, message, inPlace: false }, ...others] };
}
