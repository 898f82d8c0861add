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

/** What was said first stands above what follows: in one message, where it brings no buttons of its own. */
export function under(said: readonly Message[], turned: Turned): Turned {
  const last = said.at(-1);
  if (last === undefined) return turned;
  if (last.buttons !== undefined) return { ...turned, says: [...said.map(plainly), ...turned.says] };
  const above = said.slice(0, -1).map(plainly);
  const joined = preceded(turned, ...last.lines);
  return { ...joined, says: [...above, ...joined.says] };
}

/** The first message with rows under all its own; a question for a number has a keyboard that takes none. */
export function followedBy(turned: Turned, rows: NonNullable<Message["buttons"]>): Turned {
  const [first, ...others] = turned.says;
  if (first === undefined || first.message.contact !== undefined) return turned;
  const message = { ...first.message, buttons: [...(first.message.buttons ?? []), ...rows] };
  return { ...turned, says: [{ ...first, message }, ...others] };
}
