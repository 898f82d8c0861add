// What the bot does in the team's group beside writing, over the wire: signs on messages, topics' names, and whether it may write at all.
import { expect, it, onTestFinished } from "vitest";
import { createBotApi } from "../../../src/channels/telegram/api.js";
import { createTelegramChannel } from "../../../src/channels/telegram/channel.js";
import { mayWriteIn } from "../../../src/channels/telegram/group-rights.js";
import { createOpenTopic, createRenameTopic } from "../../../src/channels/telegram/open-topic.js";
import { startBotApi } from "../../../src/demo/bot-api/standalone.js";
import { silentLog } from "../../support/log.js";

const team = "-100";
const rights = { mayManageTopics: true, mayDeleteMessages: true };

async function start() {
  const server = await startBotApi();
  onTestFinished(async () => {
    expect(server.violations).toEqual([]);
    await server.close();
  });
  const group = server.group(Number(team), "Team", "forum");
  const salem = group.member({ id: 7, firstName: "Salem" }, "member");
  const api = createBotApi({ token: server.token, apiRoot: server.url, countCall: () => undefined });
  const channel = createTelegramChannel(api, silentLog);
  const says = (text: string) => channel.send(team, { text, language: "en", code: [], buttons: [] });
  return { server, group, salem, api, channel, says };
}

it("one sign stands on a message at a time; on one that is gone there is none", async () => {
  const { group, salem, channel } = await start();
  const id = salem.say("hello");
  const shown = () => group.messages().map(({ reaction }) => reaction);
  expect(await channel.react(team, `${id}`, "sent")).toEqual({ ok: true, messageId: `${id}` });
  expect(shown()).toEqual(["👍"]);
  for (const [sign, emoji] of [
    ["changed", "👌"],
    ["noted", "✍"],
    ["withdrawn", "🙈"],
  ] as const) {
    await channel.react(team, `${id}`, sign);
    expect(shown()).toEqual([emoji]);
  }
  expect(await channel.react(team, "999", "sent")).toEqual({ ok: false, reason: "refused" });
});

it("a group in which the bot may not write is out of reach for want of rights, and no fault of the message", async () => {
  const { server, group, says } = await start();
  group.muteBot(true);
  expect(await says("a card")).toEqual({ ok: false, reason: "unreachable", isMuted: true });
  group.muteBot(false);
  server.failNext({ kind: "muted", method: "sendMessage", times: 1 });
  expect(await says("a card")).toEqual({ ok: false, reason: "unreachable", isMuted: true });
  server.failNext({ kind: "403", method: "sendMessage", times: 1 });
  expect(await says("a card")).toEqual({ ok: false, reason: "unreachable" });
  expect((await says("a card")).ok).toBe(true);
});

it("whether the bot may write is asked of Telegram, and while nobody answers it may not", async () => {
  const { server, group, api } = await start();
  expect(await mayWriteIn(api, team)).toBe(true);
  group.muteBot(true);
  expect(await mayWriteIn(api, team)).toBe(false);
  group.grantBot(rights);
  expect(await mayWriteIn(api, team)).toBe(true);
  server.failNext({ kind: "500", method: "getChatMember", times: 1 });
  expect(await mayWriteIn(api, team)).toBe(false);
});

it("a topic gets another name, cut to what Telegram takes, and has one already where it is called so", async () => {
  const { group, api } = await start();
  group.grantBot(rights);
  const opened = await createOpenTopic(api)(team, "F.R. · asked");
  if (!opened.ok) throw new Error("no topic was opened");
  const rename = createRenameTopic(api);
  expect(await rename(team, opened.thread, "F.R. · in hand")).toEqual({ ok: true });
  expect(await rename(team, opened.thread, "F.R. · in hand")).toEqual({ ok: true });
  expect(group.view().topics.map(({ name }) => name)).toEqual(["F.R. · in hand"]);
  expect(await rename(team, opened.thread, `${"x".repeat(127)}😀`)).toEqual({ ok: true });
  expect(group.view().topics.map(({ name }) => name)).toEqual(["x".repeat(127)]);
  group.grantBot({ ...rights, mayManageTopics: false });
  expect(await rename(team, opened.thread, "other")).toEqual({ ok: false, reason: "refused" });
});
