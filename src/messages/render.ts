// Puts a message into a language, ready for any channel, and reads its buttons' data back.

import type { Input } from "../journeys/input.js";
import { type Button, type Command, commands, type Message } from "../journeys/message.js";
import type { Span, Speak } from "../words/fluent.js";
import { type Language, line } from "../words/line.js";
import type { Rendered, RenderedButton } from "./channel.js";
import { isMarkedInFull, testTag } from "./test-mark.js";

/** Telegram's limit for `callback_data`, the smallest of the channels'. */
const maxDataBytes = 64;

/** Renders as this service speaks: where money is not real, every message says so first, in full or by a tag. */
export function createRender(speak: Speak, { isTest }: { readonly isTest: boolean }) {
  return (message: Message, language: Language, fingerprint = ""): Rendered => {
    if (!isTest) return render(message, language, speak, fingerprint);
    const { file } = message;
    // A file goes on without its message: its name says it.
    const named = file === undefined ? message : { ...message, file: { ...file, name: `TEST-${file.name}` } };
    if (!isMarkedInFull(message)) return under(testTag(speak, language), render(named, language, speak, fingerprint));
    return render({ ...named, lines: [line("message-test"), ...message.lines] }, language, speak, fingerprint);
  };
}

/**
 * @param fingerprint of the question the message asks; its answer buttons carry it, so that a press counts for that question only
 * @throws when a button's data does not fit: a journey gave a value too long, which is a bug
 */
export function render(message: Message, language: Language, speak: Speak, fingerprint: string): Rendered {
  const { text, code } = joinLines(message, language, speak);
  const { contact, file } = message;
  return {
    text,
    language,
    code,
    buttons: (message.buttons ?? []).map((row) =>
      row.map((button) => renderButton(button, speak.plain(language, button.label), fingerprint)),
    ),
    ...(contact === undefined ? {} : { contact: speak.plain(language, contact) }),
    ...(file === undefined ? {} : { file: { ...file, text: file.text((line) => speak.plain(language, line)) } }),
  };
}

/** Lines as one text, with its copyable spans. */
export function joinLines(
  message: Pick<Message, "lines">,
  language: Language,
  speak: Speak,
): { text: string; code: readonly Span[] } {
  const code: Span[] = [];
  let text = "";
  for (const each of message.lines) {
    const spoken = speak.say(language, each);
    if (text !== "") text += "\n";
    for (const span of spoken.code) code.push({ offset: text.length + span.offset, length: span.length });
    text += spoken.text;
  }
  return { text, code };
}

/** Puts words before a text; what is to be copied keeps its place. */
export function under<T extends { readonly text: string; readonly code: readonly Span[] }>(before: string, said: T): T {
  const code = said.code.map((span) => ({ ...span, offset: span.offset + before.length }));
  return { ...said, text: before + said.text, code };
}

function renderButton(button: Button, label: string, fingerprint: string): RenderedButton {
  if (button.kind === "url") return { label, url: button.url };
  if (button.kind === "copy") return { label, copy: button.text };
  const data = button.kind === "answer" ? `${fingerprint}.${button.value}` : commandData(button);
  const bytes = Buffer.byteLength(data);
  if (bytes > maxDataBytes)
    throw new Error(`a button's data has ${bytes} bytes, ${maxDataBytes} fit: shorten its value`);
  return { label, data };
}

function commandData(button: Extract<Button, { kind: "command" }>): string {
  return button.argument === undefined ? `/${button.command}` : `/${button.command} ${button.argument}`;
}

/**
 * Reads what `render` wrote. Data of another make (an older program's, or made up) is a press that fits no question,
 * and is answered as an old button is.
 */
export function parseButtonData(data: string): Input {
  if (data.startsWith("/")) return parseCommand(data) ?? { kind: "press", fingerprint: "", value: "" };
  const dot = data.indexOf(".");
  if (dot === -1) return { kind: "press", fingerprint: "", value: "" };
  return { kind: "press", fingerprint: data.slice(0, dot), value: data.slice(dot + 1) };
}

const commandText = /^\/([a-z][a-z-]*)(?:@\w+)?(?:\s+(\S.*))?$/isu;

/** Reads "/renew", "/renew w17", "/Renew@tajdeed_bot"; `undefined` for a command that is none of ours. */
export function parseCommand(text: string): Extract<Input, { kind: "command" }> | undefined {
  const [, name, argument] = commandText.exec(text.trim()) ?? [];
  const command = commands.find((each): each is Command => each === name?.toLowerCase());
  if (command === undefined) return undefined;
  return argument === undefined ? { kind: "command", command } : { kind: "command", command, argument };
}
