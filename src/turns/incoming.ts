// What a channel hands to a turn: who, which update, and what was said.

import type { Input } from "../journeys/input.js";
import type { Channel } from "../messages/channel.js";
import type { Language } from "../words/line.js";

export type Incoming = {
  readonly channel: Channel;
  /** The channel's own chat id. */
  readonly chat: string;
  /** The channel's own id of this update: the same when it is sent again. */
  readonly update: string;
  readonly input: Input;
  /** The message whose button was pressed, so that a question answered in steps can be edited in place. */
  readonly pressedMessage?: string;
  /** What the sender's app is set to, as a first guess. */
  readonly language?: Language;
};

/** done: committed, now or before. later: nothing was taken, the platform must send it again (503). */
export type TurnResult = "done" | "later";

export type TakeTurn = (incoming: Incoming) => Promise<TurnResult>;
