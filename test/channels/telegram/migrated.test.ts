// A group that becomes another, who is added to it, and admins who write in its name: what the bot makes of each, over the wire.
import { expect, it, onTestFinished } from "vitest";
import { createBotApi } from "../../../src/channels/telegram/api.js";
import { createTakeUpdate, type Desk } from "../../../src/channels/telegram/bot.js";
import { createTelegramChannel } from "../../../src/channels/telegram/channel.js";
import { startBotApi } from "../../../src/demo/bot-api/standalone.js";
import { createRender } from "../../../src/messages/render.js";
import type { Incoming } from "../../../src/turns/incoming.js";
import { loadWords } from "../../../src/words/load.js";
import { silentLog } from "../../support/log.js";
import { noDesk } from "../../support/no-desk.js";

const { speak } = await loadWords("locales");

async function start(desk: Partial<Desk> = {}) {
  const server = await startBotApi();
  onTestFinished(() => server.close());
  const api = { token: server.token, apiRoot: server.url, countCall: () => undefined };
  const followed: string[][] = [];
  const turns: Incoming[] = [];
  const follow = async (from: string, to: string) => void followed.push([from, to]);
  const channel = createTelegramChannel(createBotApi(api), silentLog, { follow });
  const takeUpdate = createTakeUpdate({
    api,
    channel,
    takeTurn: async (incoming) => {
      turns.push(incoming);
      return "done";
    },
    markUnreachable: async () => undefined,
    render: createRender(speak, { isTest: false }),
    desk: { ...noDesk, follow, ...desk },
    log: silentLog,
  });
  let updates = 0;
  const from = { id: 7, is_bot: false, first_name: "N" };
  return {
    server,
    followed,
    turns,
    channel,
    says: (content: object) => {
      updates += 1;
      const message = { message_id: updates, date: 1, from, ...content };
      return takeUpdate({ update_id: updates, message });
    },
  };
}
const anonymous = { from: { id: 1087968824, is_bot: true, first_name: "Group" } };

it("follows a group to its new id, told in the old one and in the new one, and is left in neither", async () => {
  const { says, followed, turns, server } = await start();
  await says({ chat: { id: -5, type: "group", title: "T" }, migrate_to_chat_id: -1005 });
  await says({ chat: { id: -1005, type: "supergroup", title: "T" }, migrate_from_chat_id: -5 });
  expect(followed).toEqual([
    ["-5", "-1005"],
    ["-5", "-1005"],
  ]);
  expect(turns).toEqual([]);
  expect(server.calls).toEqual([]);
});

it("follows it as well when a message to the old id is answered so", async () => {
  const answer = {
    ok: false,
    error_code: 400,
    description: "Bad Request: group chat was upgraded to a supergroup chat",
    parameters: { migrate_to_chat_id: -1005 },
  };
  const followed: string[][] = [];
  const api = createBotApi({ token: "1:t", apiRoot: "http://127.0.0.1:1", countCall: () => undefined });
  api.config.use(async () => answer as never);
  const channel = createTelegramChannel(api, silentLog, {
    follow: async (from, to) => void followed.push([from, to]),
  });
  const sent = await channel.send("-5", { text: "x", language: "en", code: [], buttons: [] });
  expect(sent).toEqual({ ok: false, reason: "misplaced" });
  expect(followed).toEqual([["-5", "-1005"]]);
});

it("hears who was added to a group", async () => {
  const came: unknown[] = [];
  const { says } = await start({ cameIn: async (...of) => void came.push(of) });
  const user = (id: number) => ({ id, is_bot: false, first_name: "N" });
  await says({ chat: { id: -5, type: "supergroup", title: "T" }, new_chat_members: [user(8), user(9)] });
  expect(came).toEqual([["-5", ["8", "9"]]]);
});

/** What an anonymous admin writes in a group, as Telegram tells it. */
const written = (id: number, text: string) => ({
  ...anonymous,
  chat: { id, type: "supergroup", title: "T" },
  sender_chat: { id, type: "supergroup" },
  text,
});

it("hears an anonymous admin in the team's group, and elsewhere only who names a group that a supervisor administers", async () => {
  const { says, turns, server } = await start({
    isStaffGroup: async (chat) => chat === "-5",
    isSupervisor: async (user) => user === "8",
  });
  server.group(-6, "T", "supergroup").member({ id: 8, firstName: "Huda" }, "administrator");
  await says(written(-5, "hello"));
  await says(written(-6, "/desk here"));
  expect(turns.map(({ chat, inGroupBy }) => [chat, inGroupBy])).toEqual([
    ["-5", "1087968824"],
    ["-6", "1087968824"],
  ]);
  expect(server.calls.filter(({ method }) => method === "leaveChat")).toEqual([]);
  await says(written(-6, "something else"));
  expect(server.calls.filter(({ method }) => method === "leaveChat")).toHaveLength(1);
  expect(server.violations).toEqual([]);
});

it("betrays no desk to an anonymous admin elsewhere: what is said there is what anything else gets, and it leaves", async () => {
  const { says, turns, server } = await start({ isSupervisor: async (user) => user === "8" });
  const texts: unknown[] = [];
  for (const [id, text] of [
    [-6, "/desk here"],
    [-7, "anything"],
  ] as const) {
    const group = server.group(id, "T", "supergroup");
    group.member({ id: 9, firstName: "N" }, "creator");
    // A supervisor who is no administrator there may be anybody's guest.
    group.member({ id: 8, firstName: "Huda" });
    await says(written(id, text));
    expect(group.isBotIn()).toBe(false);
    texts.push(group.messages().map((message) => message.text));
  }
  expect(turns).toEqual([]);
  expect(texts[0]).toEqual(texts[1]);
  expect(texts[0]).toHaveLength(1);
});

it("asks once more who an anonymous admin may be, where Telegram could not say it", async () => {
  const { says, turns, server } = await start({ isSupervisor: async (user) => user === "8" });
  const group = server.group(-6, "T", "supergroup");
  group.member({ id: 8, firstName: "Huda" }, "creator");
  server.failNext({ method: "getChatAdministrators", kind: "500", times: 1 });
  expect(await says(written(-6, "/desk here"))).toBe("later");
  expect(group.isBotIn()).toBe(true);
  expect(await says(written(-6, "/desk here"))).toBe("done");
  expect(turns).toHaveLength(1);
});

it("takes no turn of another bot, nor of a channel that is linked to the group", async () => {
  const { says, turns } = await start({ isStaffGroup: async () => true });
  const chat = { id: -5, type: "supergroup", title: "T" };
  await says({ ...anonymous, chat, text: "x" });
  await says({ ...anonymous, chat, sender_chat: { id: -9, type: "channel" }, text: "x" });
  expect(turns).toEqual([]);
});
