import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessLanguage, receive } from "../../../src/channels/telegram/receive.js";
import { parseUpdate } from "../../../src/channels/telegram/update.js";

const chat = { id: 42, type: "private", first_name: "N" };
const from = { id: 42, is_bot: false, first_name: "N", language_code: "ar" };
const message = (content: object) => ({ update_id: 7, message: { message_id: 3, date: 1, chat, from, ...content } });

function read(json: unknown) {
  const parsed = parseUpdate(json);
  return parsed.ok ? receive(parsed.update) : parsed;
}
const inputOf = (json: unknown) => {
  const reading = read(json);
  return reading.ok ? reading.received.input : reading;
};

describe("receiving an update", () => {
  it("names chat, update and the sender's language", () => {
    expect(read(message({ text: "hello" }))).toEqual({
      ok: true,
      received: {
        chat: "42",
        update: "7",
        language: "ar",
        input: { kind: "text", text: "hello" },
        content: { message: "3", text: "hello", isEdited: false },
      },
    });
  });

  it("guesses no language where the app says none", () => {
    const { language_code: _, ...silent } = from;
    expect(read(message({ text: "x", from: silent }))).toMatchObject({ ok: true, received: { chat: "42" } });
    expect(guessLanguage({})).toBeUndefined();
    expect(["ar", "ar-KW", "AR", "en", "en-GB", "fil"].map((code) => guessLanguage({ language_code: code }))).toEqual([
      "ar",
      "ar",
      "ar",
      "en",
      "en",
      "en",
    ]);
  });

  it.each([
    ["/start", { kind: "command", command: "start" }],
    ["/start w17", { kind: "command", command: "start", argument: "w17" }],
    ["/renew@tajdeed_bot", { kind: "command", command: "renew" }],
    ["/nothing", { kind: "text", text: "/nothing" }],
    ["renew", { kind: "text", text: "renew" }],
  ])("reads %s", (text, input) => {
    expect(inputOf(message({ text }))).toEqual(input);
  });

  it("reads a press with the message it stood under", () => {
    const query = { id: "q", from, chat_instance: "c", message: { message_id: 9, date: 0, chat }, data: "a1.w17" };
    expect(read({ update_id: 8, callback_query: query })).toEqual({
      ok: true,
      received: {
        chat: "42",
        update: "8",
        language: "ar",
        pressedMessage: "9",
        input: { kind: "press", fingerprint: "a1", value: "w17" },
      },
    });
  });

  it("vouches for a contact only when it is the sender's own", () => {
    const contact = { phone_number: "96555512345", first_name: "N" };
    const own = { ...contact, user_id: 42 };
    expect(inputOf(message({ contact: own }))).toEqual({ kind: "contact", phone: "+96555512345", own: true });
    expect(inputOf(message({ contact: { ...own, phone_number: "+96555512345" } }))).toMatchObject({
      phone: "+96555512345",
    });
    expect(inputOf(message({ contact }))).toEqual({ kind: "contact", phone: "96555512345", own: false });
    expect(inputOf(message({ contact: { ...contact, user_id: 43 } }))).toMatchObject({ own: false });
  });

  it("lets a forwarded contact prove nothing, and a forwarded text be nobody's answer", () => {
    const forward_origin = { type: "user", date: 1, sender_user: from };
    const contact = { phone_number: "96555512345", first_name: "N", user_id: 42 };
    expect(inputOf(message({ contact, forward_origin }))).toEqual({ kind: "media", media: "forwarded" });
    expect(inputOf(message({ text: "yes", forward_origin }))).toEqual({ kind: "media", media: "forwarded" });
  });

  it.each([
    ["photo", { photo: [], caption: "renew" }],
    ["voice", { voice: {} }],
    ["voice", { audio: {} }],
    ["video", { video: {} }],
    ["video", { video_note: {} }],
    ["video", { animation: {}, document: {} }],
    ["sticker", { sticker: {} }],
    ["location", { location: {} }],
    ["location", { venue: {}, location: {} }],
    ["document", { document: {} }],
    ["other", { dice: {} }],
    ["other", { poll: {} }],
    ["other", { story: {} }],
    ["other", { paid_media: {} }],
  ])("reads %s", (media, content) => {
    expect(inputOf(message(content))).toEqual({ kind: "media", media });
  });

  it("reads the pictures of one album as one", () => {
    expect(inputOf(message({ photo: [], media_group_id: "a1" }))).toEqual({
      kind: "media",
      media: "photo",
      album: "a1",
    });
  });

  it("reads an edited message as edited, whatever it says now", () => {
    const edited_message = { message_id: 3, date: 1, edit_date: 2, chat, from, text: "/renew" };
    expect(inputOf({ update_id: 1, edited_message })).toEqual({ kind: "media", media: "edited" });
  });

  it.each<[string, unknown]>([
    ["not-private", message({ text: "x", chat: { id: -1, type: "group", title: "G" } })],
    ["bot", message({ text: "x", from: { ...from, is_bot: true } })],
    ["no-sender", message({ text: "x", from: undefined })],
    ...[
      "pinned_message",
      "message_auto_delete_timer_changed",
      "forum_topic_created",
      "forum_topic_edited",
      "forum_topic_closed",
      "forum_topic_reopened",
      "general_forum_topic_hidden",
      "new_chat_members",
      "left_chat_member",
      "new_chat_title",
      "chat_background_set",
      "write_access_allowed",
      "boost_added",
      "gift",
      "unique_gift",
      "giveaway_created",
      "paid_message_price_changed",
      "proximity_alert_triggered",
      "video_chat_started",
      "users_shared",
      "successful_payment",
      "something_of_next_year",
    ].map((kind) => ["service-message", message({ [kind]: {} })] as [string, unknown]),
    ["live-location", { update_id: 1, edited_message: { message_id: 3, date: 1, chat, from, location: {} } }],
    ["nothing-said", { update_id: 1 }],
    ["nothing-said", { update_id: 1, poll: {} }],
    ["nothing-said", { update_id: 1, callback_query: { id: "q", from, chat_instance: "c", data: "x" } }],
  ])("ignores what is %s", (reason, json) => {
    expect(read(json)).toEqual({ ok: false, reason });
  });

  it.each([
    null,
    [],
    "x",
    7,
    {},
    { update_id: "7" },
    { update_id: 1.5 },
    { update_id: 1, message: "hello" },
    { update_id: 1, message: null },
    { update_id: 1, message: { message_id: 1, chat: { id: "42", type: "private" } } },
    message({ text: 5 }),
    message({ contact: { phone_number: 96555512345 } }),
  ])("takes %j for no update", (json) => {
    expect(read(json)).toEqual({ ok: false, reason: "malformed" });
  });

  it("never throws, whatever JSON comes", () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => void read(json)));
    fc.assert(fc.property(fc.jsonValue(), (content) => void read(message({ text: content }))));
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => void read(message(content))));
  });
});
