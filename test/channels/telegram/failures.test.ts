// What a refusal of Telegram's means, by its words: of being allowed to write nothing, one kind of file, or nowhere.
import { GrammyError } from "grammy";
import { expect, it } from "vitest";
import { failureOf } from "../../../src/channels/telegram/failures.js";

const refusal = (error_code: number, description: string) =>
  new GrammyError("refused", { ok: false, error_code, description }, "sendMessage", {});

it.each([
  [400, "Bad Request: not enough rights to send text messages to the chat"],
  [400, "Bad Request: have no rights to send a message"],
  [400, "Bad Request: CHAT_WRITE_FORBIDDEN"],
  [400, "Bad Request: CHAT_RESTRICTED"],
  [400, "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN"],
  [400, "Bad Request: need administrator rights in the channel chat"],
  [403, "Forbidden: CHAT_WRITE_FORBIDDEN"],
])("the bot may not write there: %i %s", (code, description) => {
  expect(failureOf(refusal(code, description))).toEqual({ ok: false, reason: "unreachable", isMuted: true });
});

it.each([
  [403, "Forbidden: bot was kicked from the supergroup chat", "unreachable"],
  [400, "Bad Request: chat not found", "unreachable"],
  [400, "Bad Request: TOPIC_CLOSED", "misplaced"],
  [400, "Bad Request: message thread not found", "misplaced"],
  [400, "Bad Request: not enough rights to send photos to the chat", "refused"],
  [400, "Bad Request: not enough rights to create a topic", "refused"],
  [400, "Bad Request: REACTION_INVALID", "refused"],
  [400, "Bad Request: can't parse entities", "refused"],
] as const)("is none of that: %i %s", (code, description, reason) => {
  expect(failureOf(refusal(code, description))).toEqual({ ok: false, reason });
});
