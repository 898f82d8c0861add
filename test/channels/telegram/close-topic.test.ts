// Closing a topic over the wire: what each answer of Telegram's means.
import { expect, it, onTestFinished } from "vitest";
import { createBotApi } from "../../../src/channels/telegram/api.js";
import { createCloseTopic } from "../../../src/channels/telegram/close-topic.js";
import { createOpenTopic } from "../../../src/channels/telegram/open-topic.js";
import { startBotApi } from "../../../src/demo/bot-api/standalone.js";

async function start() {
  const server = await startBotApi();
  onTestFinished(async () => {
    expect(server.violations).toEqual([]);
    await server.close();
  });
  const group = server.group(-100, "Team", "forum");
  group.grantBot({ mayManageTopics: true, mayDeleteMessages: true, mayBanMembers: true });
  const api = createBotApi({ token: server.token, apiRoot: server.url, countCall: () => undefined });
  const opened = await createOpenTopic(api)("-100", "Chat 1");
  if (!opened.ok) throw new Error("no topic was opened");
  return { group, api, thread: opened.thread, close: createCloseTopic(api) };
}

it("closes it for the group's members; the bot may write there still", async () => {
  const { group, api, thread, close } = await start();
  expect(await close("-100", thread)).toEqual({ ok: true });
  expect(group.view().topics).toMatchObject([{ name: "Chat 1", isClosed: true }]);
  const salem = group.member({ id: 7, firstName: "Salem" }, "member");
  expect(() => salem.say("late", { threadId: Number(thread) })).toThrow("closed");
  await api.sendMessage("-100", "what followed", { message_thread_id: Number(thread) });
});

it("says that there is nothing more to do where it is closed or gone, and that it may not", async () => {
  const { group, thread, close } = await start();
  await close("-100", thread);
  expect(await close("-100", thread)).toEqual({ ok: false, reason: "refused" });
  expect(await close("-100", "999")).toEqual({ ok: false, reason: "misplaced" });
  group.grantBot({ mayManageTopics: false, mayDeleteMessages: true, mayBanMembers: true });
  expect(await close("-100", thread)).toEqual({ ok: false, reason: "refused" });
});
