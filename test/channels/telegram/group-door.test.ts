// Taking people out of a group and letting them in again, over the wire: what each answer of Telegram's means for the door.
import { expect, it, onTestFinished } from "vitest";
import { createBotApi } from "../../../src/channels/telegram/api.js";
import { createGroupDoor } from "../../../src/channels/telegram/group-door.js";
import { readGroupRights } from "../../../src/channels/telegram/group-rights.js";
import type { GroupKind } from "../../../src/demo/bot-api/group.js";
import { startBotApi } from "../../../src/demo/bot-api/standalone.js";

const member = { id: 7, firstName: "Salem" };
const rights = { mayManageTopics: true, mayDeleteMessages: true, mayBanMembers: true };

async function start(kind: GroupKind = "forum") {
  const server = await startBotApi();
  onTestFinished(async () => {
    expect(server.violations).toEqual([]);
    await server.close();
  });
  const group = server.group(-100, "Team", kind);
  group.grantBot(rights);
  const api = createBotApi({ token: server.token, apiRoot: server.url, countCall: () => undefined });
  const followed: string[][] = [];
  const door = createGroupDoor(api, async (from, to) => void followed.push([from, to]));
  return { server, group, api, door, followed, salem: group.member(member) };
}

it("keeps somebody out until they are let in, who may then be added; both may be said twice", async () => {
  const { door, group, salem } = await start();
  salem.say("hello");
  for (const _ of [1, 2]) expect(await door.bar("-100", "7")).toEqual({ ok: true });
  expect(() => salem.say("still here?")).toThrow("not in group");
  expect(group.messages().map(({ text }) => text)).toEqual(["hello"]);
  for (const _ of [1, 2]) expect(await door.admit("-100", "7")).toEqual({ ok: true });
  group.member(member, "member").say("back");
});

it("puts nobody out who was let in by hand meanwhile", async () => {
  const { door, group } = await start();
  await door.bar("-100", "7");
  const back = group.member(member, "member");
  expect(await door.admit("-100", "7")).toEqual({ ok: true });
  back.say("still in");
});

it("takes somebody out of a basic group, which keeps nobody out", async () => {
  const { door, group, salem } = await start("group");
  for (const _ of [1, 2]) expect(await door.bar("-100", "7")).toEqual({ ok: true });
  expect(() => salem.say("still here?")).toThrow("not in group");
  expect(await door.admit("-100", "7")).toEqual({ ok: true });
  group.member(member, "member").say("back");
});

it("says what is for others to do: no right, an administrator, the owner, a group without the bot", async () => {
  const { server, door, group, api } = await start();
  group.member({ id: 8, firstName: "Admin" }, "administrator");
  group.member({ id: 9, firstName: "Owner" }, "creator");
  for (const id of ["8", "9"]) expect(await door.bar("-100", id)).toEqual({ ok: false, reason: "refused" });
  expect(await readGroupRights(api, "-100")).toMatchObject({ bansMembers: true });
  group.grantBot({ ...rights, mayBanMembers: false });
  expect(await readGroupRights(api, "-100")).toMatchObject({ bansMembers: false });
  expect(await door.bar("-100", "7")).toEqual({ ok: false, reason: "refused" });
  expect(await door.admit("-100", "7")).toEqual({ ok: false, reason: "refused" });
  await server.handle("leaveChat", { chat_id: -100 });
  expect(await door.bar("-100", "7")).toEqual({ ok: false, reason: "unreachable" });
});

it("says what passes by itself: an outage, and how long to leave the group in peace", async () => {
  const { server, door } = await start();
  server.failNext({ method: "banChatMember", chatId: -100, kind: "500", times: 1 });
  expect(await door.bar("-100", "7")).toEqual({ ok: false, reason: "down" });
  server.failNext({ method: "unbanChatMember", kind: "429", times: 1, retryAfter: 5 });
  expect(await door.admit("-100", "7")).toEqual({ ok: false, reason: "throttled", retryAfterMs: 5_000 });
});

it("follows a group to its new id, where it is closed anew; the old one knows no bans", async () => {
  const { api, door, followed } = await start();
  api.config.use(
    async () =>
      ({
        ok: false,
        error_code: 400,
        description: "Bad Request: group chat was upgraded to a supergroup chat",
        parameters: { migrate_to_chat_id: -1005 },
      }) as never,
  );
  expect(await door.bar("-5", "7")).toEqual({ ok: false, reason: "misplaced" });
  expect(await door.admit("-5", "7")).toEqual({ ok: true });
  expect(followed).toEqual([
    ["-5", "-1005"],
    ["-5", "-1005"],
  ]);
});
