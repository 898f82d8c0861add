import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCall } from "../../../src/demo/bot-api/check-call.js";
import { methodNames } from "../../../src/demo/bot-api/spec.js";

const problemOf = (method: string, params: Record<string, unknown>) => {
  const check = checkCall(method, params);
  return check.ok ? "none" : check.problem;
};
const sendWith = (reply_markup: unknown) => problemOf("sendMessage", { chat_id: 1, text: "hi", reply_markup });
const inline = (button: Record<string, unknown>) => sendWith({ inline_keyboard: [[button]] });

describe("a call is checked against the published description", () => {
  it("lets a plain message pass", () => {
    expect(checkCall("sendMessage", { chat_id: 1, text: "hi" })).toEqual({ ok: true });
  });

  it("knows no method that the bot has no use for", () => {
    expect(checkCall("promoteChatMember", { chat_id: 1 })).toMatchObject({ ok: false, reason: "method" });
    expect(checkCall("toString", {})).toMatchObject({ ok: false, reason: "method" });
  });

  it("names a parameter that does not exist, is missing, or has another type", () => {
    expect(problemOf("sendMessage", { chat_id: 1, text: "hi", txt: "hi" })).toBe(
      "txt: the Bot API knows no such field",
    );
    expect(problemOf("sendMessage", { text: "hi" })).toBe("chat_id: is required");
    expect(problemOf("sendMessage", { chat_id: 1, text: 7 })).toBe("text: must be String");
    expect(problemOf("sendMessage", { chat_id: 1.5, text: "hi" })).toBe("chat_id: must be Integer or String");
    expect(problemOf("getUpdates", { limit: 101 })).toBe("limit: must be 1 to 100");
    expect(problemOf("setMyCommands", { commands: Array(101).fill({ command: "a", description: "a" }) })).toBe(
      "commands: must be at most 100",
    );
  });

  it("takes an absent optional parameter that was written down as undefined", () => {
    expect(problemOf("sendMessage", { chat_id: 1, text: "hi", parse_mode: undefined })).toBe("none");
  });

  it("counts a text's length after its marks are read, 1 to 4096", () => {
    const html = (text: string) => problemOf("sendMessage", { chat_id: 1, text, parse_mode: "HTML" });
    expect(html(`<b>${"x".repeat(4096)}</b>`)).toBe("none");
    expect(html("x".repeat(4097))).toBe("message is too long");
    expect(html("<b></b>")).toBe("message text is empty");
    expect(problemOf("sendMessage", { chat_id: 1, text: "" })).toBe("message text is empty");
    expect(problemOf("sendPhoto", { chat_id: 1, photo: "id", caption: "x".repeat(1025) })).toBe(
      "message caption is too long",
    );
  });

  it("counts callback data in bytes, 1 to 64", () => {
    expect(inline({ text: "a", callback_data: "x".repeat(64) })).toBe("none");
    expect(inline({ text: "a", callback_data: "ع".repeat(32) })).toBe("none");
    expect(inline({ text: "a", callback_data: "ع".repeat(33) })).toContain("66 bytes, must be 1 to 64");
    expect(inline({ text: "a", callback_data: "" })).toContain("0 bytes, must be 1 to 64");
  });

  it("counts what a button copies in characters, 1 to 256, and wants nothing beside it", () => {
    const copying = (text: unknown) => inline({ text: "Copy", copy_text: { text } });
    expect(copying("TJ-2026-7KQ4MWXH")).toBe("none");
    expect(copying("ع".repeat(256))).toBe("none");
    expect(copying("x".repeat(257))).toContain("257 characters, must be 1 to 256");
    expect(copying("")).toContain("0 characters, must be 1 to 256");
    expect(copying(7)).toContain("must be String");
    expect(inline({ text: "Copy", copy_text: {} })).toContain("copy_text.text: is required");
    expect(inline({ text: "Copy", copy_text: { text: "a", label: "b" } })).toContain("knows no such field");
    expect(inline({ text: "Copy", copy_text: { text: "a" }, callback_data: "a" })).toContain("exactly one of");
  });

  it("wants an inline button to have a text and exactly one action", () => {
    expect(inline({ text: " ", callback_data: "a" })).toContain("Text must be non-empty");
    expect(inline({ text: "a" })).toContain("Text buttons are unallowed in the inline keyboard");
    expect(inline({ text: "a", callback_data: "a", url: "https://example.com" })).toContain("exactly one of");
  });

  it.each(["https://pay.example.com/p/1", "http://127.0.0.1:8080/p/1", "http://[::1]:8080/"])("links to %s", (url) => {
    expect(inline({ text: "a", url })).toBe("none");
  });

  it.each(["http://localhost:8080/p/1", "ftp://example.com", "javascript:alert(1)", "/p/1", "http://intranet/"])(
    "does not link to %s",
    (url) => {
      expect(inline({ text: "a", url })).toContain("Wrong HTTP URL");
    },
  );

  it("looks into keyboards of every kind", () => {
    expect(sendWith({ keyboard: [[{ text: "Share", request_contact: true }, "Cancel"]] })).toBe("none");
    expect(sendWith({ keyboard: [[{ text: "" }]] })).toContain("Text must be non-empty");
    expect(sendWith({ keyboard: [[{ text: "Share", request_contact: "yes" }]] })).toBe(
      "reply_markup.keyboard[0][0].request_contact: must be Boolean",
    );
    expect(sendWith({ remove_keyboard: true })).toBe("none");
    expect(sendWith("none")).toContain("reply_markup: must be");
  });

  it("knows the rules that stand in the prose alone", () => {
    expect(problemOf("editMessageText", { text: "a", chat_id: 1 })).toBe("message identifier is not specified");
    expect(problemOf("setWebhook", { url: "gopher://x" })).toContain("bad webhook");
    expect(problemOf("setWebhook", { url: "https://x.example", secret_token: "ö" })).toContain("unallowed");
    expect(problemOf("setMyCommands", { commands: [{ command: "Start", description: "a" }] })).toBe(
      "BOT_COMMAND_INVALID",
    );
    expect(problemOf("sendMessage", { chat_id: 1, text: "<x>", parse_mode: "HTML" })).toContain("can't parse entities");
  });

  it("says what is wrong with anything at all, and never throws", () => {
    fc.assert(
      fc.property(fc.constantFrom(...methodNames), fc.dictionary(fc.string(), fc.anything()), (method, params) => {
        expect(typeof checkCall(method, params).ok).toBe("boolean");
      }),
    );
    fc.assert(
      fc.property(fc.anything(), (reply_markup) => {
        expect(typeof sendWith(reply_markup)).toBe("string");
      }),
    );
  });
});
