// For tests of the outbox: what comes by itself to somebody who is talking to a person, marked plainly.
import type { Rendered } from "../../src/messages/channel.js";

export const asAutomatic = (message: Rendered): Rendered => ({ ...message, text: `(automatic) ${message.text}` });
