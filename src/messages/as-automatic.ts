// What comes by itself while a person is talking to a person says so first: a receipt, a payment's end.
import type { Speak } from "../words/fluent.js";
import { line } from "../words/line.js";
import type { Rendered } from "./channel.js";

export function createAsAutomatic(speak: Speak): (message: Rendered) => Rendered {
  return (message) => {
    const before = `${speak.plain(message.language, line("desk-handoff-automatic"))}\n`;
    return {
      ...message,
      text: before + message.text,
      code: message.code.map((span) => ({ ...span, offset: span.offset + before.length })),
    };
  };
}
