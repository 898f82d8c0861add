// The TEST mark: in full where a message tells of money or of what money changed, a short tag before everything else.
import type { Message } from "../journeys/message.js";
import { introduces } from "../journeys/start.js";
import type { Speak } from "../words/fluent.js";
import { type Language, type Line, line, type Value } from "../words/line.js";

/** Sentences about payments, renewals and receipts begin so; they need no amount to be about money. */
const moneyIds = /^(?:notice|renewal|receipt|nothing-to-pay|unpaid)(?:-|$)/;

/** Whether a message says the mark in full: the first one, and each with an amount, a link or a state that money changed. */
export function isMarkedInFull(message: Message): boolean {
  const { lines, buttons = [], quoted } = message;
  return (
    quoted !== undefined ||
    introduces(message) ||
    lines.some(isAboutMoney) ||
    buttons.flat().some(({ kind }) => kind === "url")
  );
}

function isAboutMoney({ id, args = {} }: Line): boolean {
  return moneyIds.test(id) || Object.values(args).some(isMoneyOrLink);
}

function isMoneyOrLink(value: Value): boolean {
  if (typeof value !== "object") return false;
  return "kwd" in value || "link" in value || ("id" in value && isAboutMoney(value));
}

/** The short tag, ready to stand before the first line. */
export function testTag(speak: Speak, language: Language): string {
  return `${speak.plain(language, line("test-tag"))} `;
}
