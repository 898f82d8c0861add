import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { createBotApi } from "../../../src/demo/bot-api/server.js";
import { UploadedFile } from "../../../src/demo/bot-api/uploaded-file.js";

function scratch() {
  const folder = mkdtempSync(join(tmpdir(), "tajdeed-demo-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "chats.jsonl");
  return { file, open: () => createBotApi({ token: "7:t", file, now: () => new Date("2026-11-22T09:00:00Z") }) };
}

const menu = { inline_keyboard: [[{ text: "Renew", callback_data: "r" }]] };

describe("after a kill", () => {
  it("the chat, its buttons, its keyboard and the bot's words about itself are still there", async () => {
    const { open } = scratch();
    const before = open();
    before.person(501).say("hi");
    await before.handle("sendMessage", { chat_id: 501, text: "menu", reply_markup: menu });
    await before.handle("sendMessage", { chat_id: 501, text: "keys", reply_markup: { keyboard: [["A"]] } });
    await before.handle("editMessageText", { chat_id: 501, message_id: 2, text: "menu 2", reply_markup: menu });
    await before.handle("deleteMessage", { chat_id: 501, message_id: 1 });
    await before.handle("setMyCommands", { commands: [{ command: "renew", description: "Renew" }] });
    const after = open();
    expect(after.chatView(501, "en")).toEqual(before.chatView(501, "en"));
    expect(after.chatView(501, "en").messages.map(({ text }) => text)).toEqual(["menu 2", "keys"]);
  });

  it("a document can still be fetched, and a later one has an id of its own", async () => {
    const { open } = scratch();
    const document = new UploadedFile("tajdeed.ics", "text/calendar", Buffer.from("نهاية"));
    const send = (api: ReturnType<typeof open>) => api.handle("sendDocument", { chat_id: 501, document });
    const fileIds = (api: ReturnType<typeof open>) =>
      api.chatView(501, "en").messages.map(({ file }) => file?.id ?? "");
    const before = open();
    before.person(501).say("hi");
    await send(before);
    const after = open();
    const [, id = ""] = fileIds(after);
    expect(after.file(id)).toEqual(before.file(id));
    expect(after.file(id)).toMatchObject({ name: "tajdeed.ics", base64: Buffer.from("نهاية").toString("base64") });
    await send(after);
    expect(new Set(fileIds(after)).size).toBe(3);
  });

  it("updates that were not confirmed come again, those that were do not, and ids go on rising", async () => {
    const { open } = scratch();
    const before = open();
    const person = before.person(501);
    person.say("one");
    person.say("two");
    const [one, two] = before.pendingUpdates();
    await before.handle("getUpdates", { offset: two?.update_id });
    const after = open();
    expect(after.pendingUpdates()).toEqual([two]);
    after.person(501).say("three");
    expect(after.pendingUpdates().map(({ update_id }) => update_id)).toEqual([
      two?.update_id,
      (one?.update_id ?? 0) + 2,
    ]);
  });

  it("a press from before can still be answered, a blocked bot is still blocked", async () => {
    const { open } = scratch();
    const before = open();
    before.person(501).say("hi");
    await before.handle("sendMessage", { chat_id: 501, text: "menu", reply_markup: menu });
    before.person(501).press(2, "Renew");
    before.person(502).say("hi");
    before.person(502).block();
    const after = open();
    const query = after.pendingUpdates().find(({ callback_query }) => callback_query !== undefined)?.callback_query;
    expect(await after.handle("answerCallbackQuery", { callback_query_id: query?.id })).toEqual({
      ok: true,
      result: true,
    });
    expect(await after.handle("sendMessage", { chat_id: 502, text: "hi" })).toMatchObject({ error_code: 403 });
  });

  it("a group has its topics, members and rights, and is not made anew", async () => {
    const { file, open } = scratch();
    const make = () => {
      const botApi = open();
      const group = botApi.group(-1001, "Team", "forum");
      group.grantBot({ mayManageTopics: true, mayDeleteMessages: true });
      return { botApi, group, member: group.member({ id: 701, firstName: "Salem" }) };
    };
    const { botApi, group, member } = make();
    botApi.setPrivacy(true);
    await botApi.handle("createForumTopic", { chat_id: -1001, name: "Case" });
    await botApi.handle("closeForumTopic", { chat_id: -1001, message_thread_id: 1 });
    const gone = member.say("gone");
    await botApi.handle("deleteMessage", { chat_id: -1001, message_id: gone });
    const lines = readFileSync(file, "utf8");
    const after = make();
    expect(after.group.view()).toEqual(group.view());
    expect(after.group.view()).toMatchObject({
      topics: [{ name: "Case", isClosed: true }],
      deleted: [{ text: "gone" }],
    });
    expect(await after.botApi.handle("getMe", {})).toMatchObject({ result: { can_read_all_group_messages: false } });
    expect(await after.botApi.handle("getChatMember", { chat_id: -1001, user_id: 7 })).toMatchObject({
      result: { status: "administrator", can_manage_topics: true },
    });
    expect(readFileSync(file, "utf8")).toBe(lines);
  });

  it("half a line at the end of the file is cut off, and the file goes on", async () => {
    const { file, open } = scratch();
    open().person(501).say("one");
    appendFileSync(file, '{"kind":"message","mess');
    const after = open();
    after.person(501).say("two");
    expect(
      open()
        .person(501)
        .messages()
        .map(({ text }) => text),
    ).toEqual(["one", "two"]);
    expect(readFileSync(file, "utf8")).not.toContain('"mess{');
  });
});
