// What comes by itself while a person is talking to a person says so first: a receipt, a payment's end.
import type { Speak } from "../words/fluent.js";
import { line } from "../words/line.js";
import type { Rendered } from "./channel.js";
import { under } from "./render.js";

export function createAsAutomatic(speak: Speak): (message: Rendered) => Rendered {
  return (message) => under(`${speak.plain(message.language, line("desk-handoff-automatic"))}\n`, message);
}
