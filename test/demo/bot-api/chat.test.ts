import { describe, expect, it } from "vitest";
import { checkType } from "../../../src/demo/bot-api/check-shape.js";
import { startedServer, takeAll } from "./fixtures.js";

const menu = {
  inline_keyboard: [
    [
      { text: "Renew", callback_data: "r" },
      { text: "Pay", url: "http://127.0.0.1:1/p" },
    ],
  ],
};

describe("a person and a bot", () => {
  it("hear each other", async () => {
    const { api, person } = await startedServer();
    person.say("/start now");
    const [update] = await takeAll(api);
    expect(update?.message).toMatchObject({
      text: "/start now",
      entities: [{ type: "bot_command", offset: 0, length: 6 }],
      from: { id: 501, first_name: "Fatima", language_code: "ar" },
      chat: { id: 501, type: "private" },
    });
    await api.sendMessage(501, "<b>Hello</b>", { parse_mode: "HTML", reply_markup: menu });
    expect(await person.waitFor()).toMatchObject({
      text: "Hello",
      entities: [{ type: "bold" }],
      buttons: [
        [
          { label: "Renew", data: "r" },
          { label: "Pay", url: "http://127.0.0.1:1/p" },
        ],
      ],
    });
  });

  it("stay who they are when they are asked for again without a profile", async () => {
    const { server, api, person } = await startedServer();
    person.say("hi");
    await api.sendMessage(501, "hello");
    expect(await server.person(501).waitFor()).toMatchObject({ text: "hello" });
    server.person(501).say("again");
    server.person(501, { firstName: "Fatima", languageCode: "en" }).say("in English");
    const languages = (await takeAll(api)).map(({ message }) => message?.from?.language_code);
    expect(languages).toEqual(["ar", "ar", "en"]);
  });

  it("press buttons by label or data, on messages however old, and only those that are there", async () => {
    const { api, person } = await startedServer();
    person.say("hi");
    const sent = await api.sendMessage(501, "menu", { reply_markup: menu });
    await api.sendMessage(501, "later");
    person.press(sent.message_id, "Renew");
    person.press(sent.message_id, "r");
    const presses = (await takeAll(api)).filter(({ callback_query }) => callback_query !== undefined);
    expect(presses.map(({ callback_query }) => callback_query?.data)).toEqual(["r", "r"]);
    expect(new Set(presses.map(({ callback_query }) => callback_query?.id)).size).toBe(2);
    expect(() => person.press(sent.message_id, "Pay")).toThrow("has no button to press");
    expect(() => person.press(99, "r")).toThrow("no message 99");
  });

  it("send and are sent everything in the shape the Bot API publishes", async () => {
    const { server, api, person } = await startedServer();
    person.say("hi");
    const sent = await api.sendMessage(501, "menu https://x.example", { reply_markup: menu });
    person.press(sent.message_id, "Renew");
    person.shareContact({ phone: "+96550009001" });
    person.sendPhoto();
    person.sendVoice();
    person.sendSticker();
    person.sendLocation();
    person.forward("a poem");
    person.edit(person.say("one"), "two");
    person.block();
    person.unblock();
    const group = server.group(-900, "Team");
    group.addBot({ id: 502, firstName: "Omar" });
    group.say("hello", { id: 502, firstName: "Omar" });

    const updates = await takeAll(api);
    expect(updates).toHaveLength(14);
    expect(updates.map((update) => checkType(update, "Update", "update")).filter(Boolean)).toEqual([]);
    const answers = [
      sent,
      await api.editMessageText(501, sent.message_id, "changed"),
      await api.sendPhoto(501, "demo-photo"),
    ];
    expect(answers.map((message) => checkType(message, "Message", "message")).filter(Boolean)).toEqual([]);
    expect(checkType(await api.getWebhookInfo(), "WebhookInfo", "info")).toBeUndefined();
    expect(checkType(await api.getMe(), "User", "me")).toBeUndefined();
  });

  it("tell a contact that is one's own from another's and from one without an account", async () => {
    const { api, person } = await startedServer();
    person.shareContact({ phone: "+96550009001" });
    person.shareContact({ phone: "+96550009002", userId: 502 });
    person.shareContact({ phone: "+96550009003", userId: null });
    const contacts = (await takeAll(api)).map(({ message }) => message?.contact?.user_id);
    expect(contacts).toEqual([501, 502, undefined]);
  });

  it("number messages within their chat and updates over all of them, always rising", async () => {
    const { server, api, person } = await startedServer();
    const other = server.person(502, { firstName: "Omar" });
    expect([person.say("a"), other.say("a"), person.say("b")]).toEqual([1, 1, 2]);
    const ids = (await takeAll(api)).map(({ update_id }) => update_id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(new Set(ids).size).toBe(3);
  });

  it("split a text that is longer than one message", async () => {
    const { api, person } = await startedServer();
    person.say("x".repeat(5000));
    expect((await takeAll(api)).map(({ message }) => message?.text?.length)).toEqual([4096, 904]);
  });

  it("put a reply keyboard away when it is used once, or taken", async () => {
    const { server, api, person } = await startedServer();
    const keyboard = () => server.chatView(501, "ar").keyboard;
    person.say("hi");
    await api.sendMessage(501, "phone?", {
      reply_markup: { keyboard: [[{ text: "Share", request_contact: true }, "Cancel"]], one_time_keyboard: true },
    });
    expect(keyboard()?.rows).toEqual([
      [
        { label: "Share", asksContact: true, asksLocation: false },
        { label: "Cancel", asksContact: false, asksLocation: false },
      ],
    ]);
    person.say("Cancel");
    expect(keyboard()).toBeNull();
    await api.sendMessage(501, "again", { reply_markup: { keyboard: [["Yes"]] } });
    person.say("Yes");
    expect(keyboard()).not.toBeNull();
    await api.sendMessage(501, "thanks", { reply_markup: { remove_keyboard: true } });
    expect(keyboard()).toBeNull();
  });

  it("see commands and description in the phone's language, else those for everybody", async () => {
    const { server, api } = await startedServer();
    await api.setMyCommands([{ command: "renew", description: "Renew" }]);
    await api.setMyCommands([{ command: "renew", description: "تجديد" }], { language_code: "ar" });
    await api.setMyDescription("Renews");
    expect(server.chatView(501, "ar")).toMatchObject({ commands: [{ description: "تجديد" }], description: "Renews" });
    expect(server.chatView(501, "en")).toMatchObject({ commands: [{ description: "Renew" }] });
  });
});

describe("the bot is refused as Telegram refuses it", () => {
  it("when the chat is unknown, because a bot cannot begin one", async () => {
    const { api } = await startedServer();
    await expect(api.sendMessage(999, "hi")).rejects.toThrow("400: Bad Request: chat not found");
  });

  it("when the person has blocked it, until unblocked", async () => {
    const { api, person } = await startedServer();
    person.say("hi");
    person.block();
    await expect(api.sendMessage(501, "hi")).rejects.toThrow("403: Forbidden: bot was blocked by the user");
    expect(() => person.say("hello?")).toThrow("has blocked the bot");
    person.unblock();
    await expect(api.sendMessage(501, "hi")).resolves.toMatchObject({ text: "hi" });
  });

  it("when an edit changes nothing, or has nothing to change", async () => {
    const { api, person } = await startedServer();
    const own = person.say("hi");
    const sent = await api.sendMessage(501, "menu", { reply_markup: menu });
    const edit = (id: number, text: string, reply_markup = menu) =>
      api.editMessageText(501, id, text, { reply_markup });
    await expect(edit(sent.message_id, "menu")).rejects.toThrow("message is not modified");
    await expect(edit(99, "menu")).rejects.toThrow("message to edit not found");
    await expect(edit(own, "menu")).rejects.toThrow("message can't be edited");
    await expect(api.editMessageText(501, sent.message_id, "menu")).resolves.not.toHaveProperty("reply_markup");
    await expect(api.deleteMessage(501, sent.message_id)).resolves.toBe(true);
    await expect(api.deleteMessage(501, sent.message_id)).rejects.toThrow("message to delete not found");
  });

  it("when it answers a press too late, or one that never was", async () => {
    let now = new Date("2026-11-22T09:00:00Z");
    const { server, api, person } = await startedServer({ now: () => now });
    person.say("hi");
    const sent = await api.sendMessage(501, "menu", { reply_markup: menu });
    person.press(sent.message_id, "Renew");
    const id = (await takeAll(api)).at(-1)?.callback_query?.id ?? "";
    const toasts: string[] = [];
    server.subscribe((happening) => happening.kind === "toast" && toasts.push(happening.text));
    await expect(api.answerCallbackQuery(id, { text: "Noted" })).resolves.toBe(true);
    expect(toasts).toEqual(["Noted"]);
    now = new Date("2026-11-22T09:00:16Z");
    await expect(api.answerCallbackQuery(id)).rejects.toThrow("query is too old");
    await expect(api.answerCallbackQuery("1")).rejects.toThrow("query is too old");
  });

  it("when it has left the group", async () => {
    const { server, api } = await startedServer();
    const group = server.group(-900, "Team");
    group.addBot({ id: 502, firstName: "Omar" });
    await api.sendMessage(-900, "I leave");
    expect(await group.waitFor()).toMatchObject({ text: "I leave" });
    await api.leaveChat(-900);
    expect(group.isBotIn()).toBe(false);
    await expect(api.sendMessage(-900, "hi")).rejects.toThrow("403: Forbidden: bot is not a member of the group chat");
  });

  it("when the call breaks the description, which a test can see", async () => {
    const { server, api, person } = await startedServer();
    person.say("hi");
    const wrong = { reply_markup: { inline_keyboard: [[{ text: "a", url: "http://localhost/" }]] } };
    await expect(api.sendMessage(501, "hi", wrong)).rejects.toThrow("400: Bad Request: inline keyboard button URL");
    expect(server.violations).toMatchObject([{ method: "sendMessage", params: { text: "hi" } }]);
    expect(server.calls).toMatchObject([{ method: "sendMessage", answer: { ok: false, error_code: 400 } }]);
  });
});

describe("waiting", () => {
  it("looks only at what came after the person's last act, edits among it", async () => {
    const { api, person } = await startedServer();
    person.say("one");
    const sent = await api.sendMessage(501, "answer one");
    person.say("two");
    await expect(person.waitFor(() => true, 50)).rejects.toThrow("no such message in chat 501 within 50 ms");
    const waiting = person.waitFor(({ text }) => text === "answer two");
    await api.editMessageText(501, sent.message_id, "answer two");
    expect(await waiting).toMatchObject({ id: sent.message_id, isEdited: true });
  });

  it("for the bot to have taken everything ends when it has, and fails when it does not", async () => {
    const { server, api, person } = await startedServer();
    await server.idle();
    person.say("one");
    await expect(server.idle(50)).rejects.toThrow("still not confirmed");
    const waiting = server.idle();
    await takeAll(api);
    await waiting;
  });
});
