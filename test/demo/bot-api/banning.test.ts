// Whoever is banned from a fake group is out of it in every way, until they may be added, and are.
import { expect, it } from "vitest";
import { checkType } from "../../../src/demo/bot-api/check-shape.js";
import type { GroupKind } from "../../../src/demo/bot-api/group.js";
import { startedServer } from "./fixtures.js";

const teamId = -1_001_000_000_001;
const salem = { id: 701, firstName: "Salem" };
const rights = { mayManageTopics: true, mayDeleteMessages: true, mayBanMembers: true };

async function startedTeam(kind: GroupKind = "forum") {
  const started = await startedServer();
  const group = started.server.group(teamId, "Hotline", kind);
  group.grantBot(rights);
  return { ...started, group, member: group.member(salem) };
}

it("is out of a supergroup: writes, sends, edits and presses nothing there, and is told of as banned", async () => {
  const { server, api, group, member } = await startedTeam();
  const said = member.say("hello");
  const reply_markup = { inline_keyboard: [[{ text: "Claim", callback_data: "c" }]] };
  const card = await api.sendMessage(teamId, "card", { reply_markup });
  expect(await api.banChatMember(teamId, 701)).toBe(true);
  for (const act of [
    () => member.say("x"),
    () => member.sendPhoto(),
    () => member.sendVoice(),
    () => member.sendDocument(),
    () => member.edit(said, "x"),
    () => member.press(card.message_id, "c"),
    () => member.pressForged(card.message_id, "c"),
  ])
    expect(act).toThrow("not in group");
  expect(() => group.say("x", salem)).toThrow("kept out");
  const told = await api.getChatMember(teamId, 701);
  expect(told).toMatchObject({ status: "kicked", user: { id: 701 } });
  expect(checkType(told, "ChatMember", "ChatMember")).toBeUndefined();
  // Asked for again, they are what they were.
  expect(() => group.member(salem).say("x")).toThrow("not in group");
  expect(group.messages().map(({ text }) => text)).toEqual(["hello", "card"]);
  expect(server.violations).toEqual([]);
});

it("may be added again once the ban is lifted, and is not in before", async () => {
  const { api, group, member } = await startedTeam();
  await api.banChatMember(teamId, 701);
  expect(await api.unbanChatMember(teamId, 701, { only_if_banned: true })).toBe(true);
  expect(await api.getChatMember(teamId, 701)).toMatchObject({ status: "left" });
  expect(() => member.say("x")).toThrow("not in group");
  group.member(salem, "member").say("back");
  await api.unbanChatMember(teamId, 701, { only_if_banned: true });
  member.say("still in");
  await api.unbanChatMember(teamId, 701);
  expect(() => member.say("x")).toThrow("not in group");
});

it("is taken out of a basic group, which knows no bans", async () => {
  const { api, group, member } = await startedTeam("group");
  await api.banChatMember(teamId, 701);
  expect(() => member.say("x")).toThrow("not in group");
  expect(await api.getChatMember(teamId, 701)).toMatchObject({ status: "left" });
  await expect(api.banChatMember(teamId, 701)).rejects.toThrow("USER_NOT_PARTICIPANT");
  await expect(api.unbanChatMember(teamId, 701)).rejects.toThrow("available for supergroup and channel chats only");
  group.member(salem, "member").say("back");
});

it("is neither an administrator nor the owner nor the bot itself, nor anybody's whose bot may not", async () => {
  const { api, group, person } = await startedTeam();
  group.member({ id: 702, firstName: "Huda" }, "creator");
  group.member({ id: 703, firstName: "Noura" }, "administrator");
  await expect(api.banChatMember(teamId, 702)).rejects.toThrow("can't remove chat owner");
  await expect(api.banChatMember(teamId, 703)).rejects.toThrow("user is an administrator of the chat");
  await expect(api.banChatMember(teamId, (await api.getMe()).id)).rejects.toThrow("can't restrict self");
  await expect(api.banChatMember(teamId, 999)).rejects.toThrow("user not found");
  group.grantBot({ ...rights, mayBanMembers: false });
  await expect(api.banChatMember(teamId, 701)).rejects.toThrow("not enough rights to restrict/unrestrict chat member");
  await expect(api.unbanChatMember(teamId, 701)).rejects.toThrow("not enough rights");
  person.say("hi");
  await expect(api.banChatMember(501, 501)).rejects.toThrow("private chats");
});

it("goes wrong on order, and is then not done", async () => {
  const { server, api, member } = await startedTeam();
  server.failNext({ method: "banChatMember", chatId: teamId, kind: "429", times: 1 });
  await expect(api.banChatMember(teamId, 701)).rejects.toThrow("Too Many Requests");
  member.say("still here");
});
