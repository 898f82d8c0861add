// What a channel hands to a turn: who, which update, and what was said.

import type { Content } from "../desk/handoff.js";
import type { Input } from "../journeys/input.js";
import type { Channel } from "../messages/channel.js";
import type { Language } from "../words/line.js";
import type { AtDesk } from "./visit.js";

export type Incoming = {
  readonly channel: Channel;
  /** The channel's own chat id. */
  readonly chat: string;
  /** The channel's own id of this update: the same when it is sent again. */
  readonly update: string;
  readonly input: Input;
  /** The message as it can be passed on to another person; absent where there is nothing to pass on. */
  readonly content?: Content;
  /** The message whose button was pressed, so that a question answered in steps can be edited in place. */
  readonly pressedMessage?: string;
  /** Written in the staff's group: answered by the desk, or not at all. The channel's own id of who wrote it there. */
  readonly inGroupBy?: string;
  /** Called when its turn says nothing here: whoever pressed a button waits for a sign all the same. */
  readonly saysNothing?: () => void;
  /** Answers it at the desk, if its sender belongs there; absent on a channel that has none. */
  readonly atDesk?: AtDesk;
  /** What the sender's app is set to, as a first guess. */
  readonly language?: Language;
};

/** done: committed, now or before. later: nothing was taken, the platform must send it again (503). */
export type TurnResult = "done" | "later";

export type TakeTurn = (incoming: Incoming) => Promise<TurnResult>;

/** The language of a chat's first message: Arabic where it is written so, else the app's. A command or a number is in none. */
export function spokenIn({ input, language }: Pick<Incoming, "input" | "language">): Language | undefined {
  if (input.kind !== "text") return language;
  if (/\p{Script=Arabic}/u.test(input.text)) return "ar";
  return language ?? (/\p{Script=Latin}/u.test(input.text) ? "en" : undefined);
}
