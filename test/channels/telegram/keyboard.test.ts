import { expect, it } from "vitest";
import { inlineKeyboard, replyMarkup } from "../../../src/channels/telegram/keyboard.js";

const data = { label: "Renew", data: "f.1" };
const url = { label: "Pay", url: "https://pay.example/p/1" };
const copy = { label: "Copy", copy: "TJ-2026-7KQ4MWXH" };

it("puts buttons under the message, links and numbers to copy among them", () => {
  expect(replyMarkup({ buttons: [[data, url, copy]] })).toEqual({
    inline_keyboard: [
      [
        { text: "Renew", callback_data: "f.1" },
        { text: "Pay", url: "https://pay.example/p/1" },
        { text: "Copy", copy_text: { text: "TJ-2026-7KQ4MWXH" } },
      ],
    ],
  });
});

it("asks for the sender's number with a keyboard that goes away, other buttons beside it as words, what only a press can do left out", () => {
  expect(replyMarkup({ contact: "Share", buttons: [[url], [copy], [data, url, copy]] })).toEqual({
    keyboard: [[{ text: "Share", request_contact: true }], [{ text: "Renew" }]],
    resize_keyboard: true,
    one_time_keyboard: true,
  });
});

it("takes a keyboard of words away where nothing is to be pressed", () => {
  expect(replyMarkup({ buttons: [] })).toEqual({ remove_keyboard: true });
  expect(inlineKeyboard({ buttons: [] })).toBeUndefined();
});
