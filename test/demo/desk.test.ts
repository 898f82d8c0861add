import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { createBotApi } from "../../src/demo/bot-api/server.js";
import { samplePeople } from "../../src/demo/people.js";
import { seatStaff, staff, staffGroup } from "../../src/demo/staff.js";
import { startedDemo } from "./started-demo.js";

const [agent, supervisor] = staff;
if (agent === undefined || supervisor === undefined) throw new Error("no demo staff");
const act = (what: Record<string, unknown>) => ({ staff: "agent", lang: "en", ...what });

/** The demo with one case's topic in the team's group. */
async function demoWithTopic() {
  const demo = await startedDemo();
  const group = demo.botApi.group(staffGroup.id);
  await demo.botApi.handle("createForumTopic", { chat_id: staffGroup.id, name: "Case 7" });
  const threadId = group.view().topics[0]?.id ?? 0;
  const desk = (what: Record<string, unknown>) => demo.post("/demo/desk", act(what));
  const reasonOf = async (what: Record<string, unknown>) => {
    const answer = await desk(what);
    return [answer.status, ((await answer.json()) as { reason: string }).reason];
  };
  return { ...demo, group, threadId, desk, reasonOf };
}

describe("the demo's hotline team", () => {
  it("is an agent and a supervisor whom nobody takes for a sample person, named in both languages", () => {
    expect(staff.map(({ role }) => role)).toEqual(["agent", "supervisor"]);
    const people = samplePeople("2026-11-22" as Parameters<typeof samplePeople>[0]);
    const ids = [...people, ...staff].map(({ telegramUserId }) => telegramUserId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { nameAr, nameEn } of staff) expect(nameAr).not.toBe(nameEn);
  });

  it("has its group from the first start, with the bot as administrator of its topics, and is not told of it", async () => {
    const { botApi } = await startedDemo();
    const chat_id = staffGroup.id;
    const ask = async (method: string, params: object) => (await botApi.handle(method, { chat_id, ...params })) ?? {};
    expect(await ask("getChat", {})).toMatchObject({ result: { is_forum: true, title: staffGroup.title } });
    const rights = {
      status: "administrator",
      can_manage_topics: true,
      can_delete_messages: true,
      can_restrict_members: true,
    };
    expect(await ask("getChatMember", { user_id: 7 })).toMatchObject({ result: rights });
    const statuses = [];
    for (const { telegramUserId: user_id } of staff) statuses.push(await ask("getChatMember", { user_id }));
    expect(statuses).toMatchObject([{ result: { status: "member" } }, { result: { status: "creator" } }]);
    expect(botApi.pendingUpdates()).toEqual([]);
  });

  it("can be written to by the bot before anybody has said a word", async () => {
    const { botApi } = await startedDemo();
    const sent = await botApi.handle("sendMessage", { chat_id: supervisor.telegramUserId, text: "A case waits" });
    expect(sent).toMatchObject({ ok: true });
  });

  it("is seated once, however often the demo starts", () => {
    const folder = mkdtempSync(join(tmpdir(), "tajdeed-demo-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "chats.jsonl");
    const start = () => seatStaff(createBotApi({ token: "7:t", file, now: () => new Date() }));
    start();
    const first = readFileSync(file, "utf8");
    expect(first).not.toBe("");
    start();
    expect(readFileSync(file, "utf8")).toBe(first);
  });

  it("has the bot back as its administrator at the next start when it has left", async () => {
    const botApi = createBotApi({ token: "7:t", now: () => new Date() });
    seatStaff(botApi);
    await botApi.handle("leaveChat", { chat_id: staffGroup.id });
    expect(botApi.group(staffGroup.id).isBotIn()).toBe(false);
    seatStaff(botApi);
    const created = await botApi.handle("createForumTopic", { chat_id: staffGroup.id, name: "Case" });
    expect(created).toMatchObject({ ok: true });
  });

  it("stays out of the group at the next start whoever was taken out of it", async () => {
    const botApi = createBotApi({ token: "7:t", now: () => new Date() });
    seatStaff(botApi);
    await botApi.handle("banChatMember", { chat_id: staffGroup.id, user_id: agent.telegramUserId });
    seatStaff(botApi);
    expect(botApi.group(staffGroup.id).statusOf(agent.telegramUserId)).toBe("kicked");
  });

  it("is listed without what a browser has no use for", async () => {
    const { origin } = await startedDemo();
    const listed = (await (await fetch(`${origin}/demo/staff`)).json()) as Record<string, unknown>[];
    expect(listed.map((member) => Object.keys(member))).toEqual(Array(2).fill(["id", "role", "nameAr", "nameEn"]));
  });
});

describe("POST /demo/desk", () => {
  it("does what one of the team does in the group, in a topic or in General", async () => {
    const { botApi, group, threadId, desk } = await demoWithTopic();
    const reply_markup = { inline_keyboard: [[{ text: "Claim", callback_data: "c" }]] };
    await botApi.handle("sendMessage", {
      chat_id: staffGroup.id,
      message_thread_id: threadId,
      text: "card",
      reply_markup,
    });
    const card = group.messages().at(-1)?.id;
    const acts = [
      { act: "say", text: "good morning", threadId },
      { act: "say", text: "to all" },
      { act: "say", text: "on it", threadId, replyToId: card },
      { act: "press", messageId: card, data: "c", threadId },
      { act: "photo", threadId },
      { act: "voice", threadId },
      { act: "document", threadId },
    ];
    for (const what of acts) expect((await desk({ where: "group", ...what })).status).toBe(204);
    const said = group.messages().find(({ text }) => text === "good morning")?.id;
    expect((await desk({ where: "group", act: "edit", messageId: said, text: "good evening" })).status).toBe(204);
    const from = { id: agent.telegramUserId, first_name: "Salem", language_code: "en" };
    expect(botApi.pendingUpdates()).toMatchObject([
      { message: { text: "good morning", from, message_thread_id: threadId, chat: { id: staffGroup.id } } },
      { message: { text: "to all" } },
      { message: { text: "on it", reply_to_message: { message_id: card } } },
      { callback_query: { data: "c", from } },
      { message: { photo: [{}], message_thread_id: threadId } },
      { message: { voice: {} } },
      { message: { document: {} } },
      { edited_message: { text: "good evening", message_thread_id: threadId } },
    ]);
  });

  it("does what one of the team does in the bot's private chat", async () => {
    const { botApi, desk } = await demoWithTopic();
    await desk({ staff: "supervisor", where: "chat", act: "say", text: "/queue" });
    expect(botApi.pendingUpdates()).toMatchObject([
      { message: { text: "/queue", chat: { id: supervisor.telegramUserId, type: "private" } } },
    ]);
  });

  it("says what can no longer be done, and refuses nobody and nonsense", async () => {
    const { botApi, group, threadId, desk, reasonOf } = await demoWithTopic();
    const inTopic = { where: "group", threadId };
    const owned = group.member({ id: supervisor.telegramUserId, firstName: "Huda" }).say("mine");
    expect(await reasonOf({ ...inTopic, act: "press", messageId: threadId, data: "c" })).toEqual([409, "button-gone"]);
    expect(await reasonOf({ ...inTopic, act: "edit", messageId: owned, text: "x" })).toEqual([409, "message-gone"]);
    expect(await reasonOf({ ...inTopic, act: "say", text: "x", replyToId: 99 })).toEqual([409, "message-gone"]);
    expect(await reasonOf({ where: "group", threadId: 99, act: "say", text: "x" })).toEqual([409, "topic-gone"]);
    await botApi.handle("closeForumTopic", { chat_id: staffGroup.id, message_thread_id: threadId });
    expect(await reasonOf({ ...inTopic, act: "say", text: "x" })).toEqual([409, "topic-closed"]);
    expect((await desk({ ...inTopic, staff: "supervisor", act: "say", text: "x" })).status).toBe(204);
    expect(await reasonOf({ ...inTopic, staff: "fatima", act: "say", text: "x" })).toEqual([404, "nobody"]);
    expect(await reasonOf({ ...inTopic, act: "dance" })).toEqual([400, "malformed"]);
  });
});

describe("one of the team who is out of the group", () => {
  const them = { chat_id: staffGroup.id, user_id: agent.telegramUserId };

  it("does nothing there until they may be added, and are", async () => {
    const { botApi, post, group, threadId, desk, reasonOf } = await demoWithTopic();
    const says = { where: "group", threadId, act: "say", text: "still here?" };
    await botApi.handle("banChatMember", them);
    expect(await reasonOf(says)).toEqual([409, "not-in-group"]);
    const join = (who: string) => post("/demo/desk/join", { staff: who });
    expect((await join("agent")).status).toBe(409);
    await botApi.handle("unbanChatMember", { ...them, only_if_banned: true });
    expect(await reasonOf(says)).toEqual([409, "not-in-group"]);
    expect((await join("fatima")).status).toBe(404);
    expect((await join("agent")).status).toBe(204);
    expect((await desk(says)).status).toBe(204);
    expect(group.messages().at(-1)?.text).toBe("still here?");
  });

  it("is shown nothing of what is said there", async () => {
    const { origin, botApi } = await demoWithTopic();
    await botApi.handle("banChatMember", them);
    await botApi.handle("sendMessage", { chat_id: staffGroup.id, text: "not for them" });
    const gone = new AbortController();
    onTestFinished(() => gone.abort());
    const shownTo = async (who: string) => {
      const stream = await fetch(`${origin}/demo/events?as=fatima&staff=${who}&lang=en`, { signal: gone.signal });
      const chunks = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
      let heard = "";
      while (!/event: staff-group\n.*\n\n/u.test(heard)) heard += (await chunks?.read())?.value ?? "";
      return heard;
    };
    expect(await shownTo("supervisor")).toContain("not for them");
    const shown = await shownTo("agent");
    expect(shown).toContain('"status":"kicked"');
    expect(shown).not.toMatch(/not for them|Case 7/);
  });
});

describe("POST /demo/chat", () => {
  it("lets a sponsor change what they wrote, send a document, and touch no message of the bot's", async () => {
    const { post, botApi, fatima } = await startedDemo();
    const chat = (what: Record<string, unknown>) => post("/demo/chat", { as: "fatima", lang: "ar", ...what });
    await chat({ act: "say", text: "befor" });
    await chat({ act: "edit", messageId: 1, text: "before" });
    await chat({ act: "document" });
    expect(botApi.pendingUpdates()).toMatchObject([
      { message: { text: "befor" } },
      { edited_message: { text: "before" } },
      { message: { document: { file_name: "sample.pdf" } } },
    ]);
    await botApi.handle("sendMessage", { chat_id: fatima.telegramUserId, text: "hello" });
    expect((await chat({ act: "edit", messageId: 3, text: "bye" })).status).toBe(409);
  });
});

describe("GET /demo/events with staff", () => {
  it("tells of the member's chat and the group too, and of a press only whoever pressed", async () => {
    const { origin, botApi, threadId, group, desk } = await demoWithTopic();
    const gone = new AbortController();
    onTestFinished(() => gone.abort());
    const stream = await fetch(`${origin}/demo/events?as=fatima&staff=agent&lang=en`, { signal: gone.signal });
    let heard = "";
    const chunks = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const hear = async (text: string) => {
      while (!heard.includes(text)) heard += (await chunks?.read())?.value ?? "";
    };
    await hear("event: staff-group");
    expect([...heard.matchAll(/event: (\S+)/g)].map(([, name]) => name)).toEqual([
      "chat",
      "sms",
      "clock",
      "filing",
      "desk-chat",
      "staff-group",
    ]);
    expect(heard).toContain(`"me":${agent.telegramUserId}`);
    expect(heard).toContain("Case 7");
    await desk({ where: "group", act: "say", text: "hello topic", threadId });
    await hear("hello topic");
    await desk({ where: "chat", act: "say", text: "/stats" });
    await hear("/stats");
    const reply_markup = { inline_keyboard: [[{ text: "Claim", callback_data: "c" }]] };
    await botApi.handle("sendMessage", { chat_id: staffGroup.id, text: "card", reply_markup });
    const card = group.messages().at(-1)?.id;
    for (const who of ["supervisor", "agent"]) {
      await desk({ staff: who, where: "group", act: "press", messageId: card, data: "c" });
      const callback_query_id = botApi.takeUpdates().at(-1)?.callback_query?.id;
      await botApi.handle("answerCallbackQuery", { callback_query_id, text: `told ${who}` });
    }
    await hear("told agent");
    expect(heard).not.toContain("told supervisor");
  });

  it("is nobody's for an unknown member", async () => {
    const { origin } = await startedDemo();
    expect((await fetch(`${origin}/demo/events?as=fatima&staff=fatima`)).status).toBe(404);
  });
});
