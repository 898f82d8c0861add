// The methods that ask who and what a chat is, and who is in it, and the one that leaves it.
import type { ChatMember, User } from "grammy/types";
import { badRequest, done } from "./answer.js";
import type { ChatRecord } from "./chat-record.js";
import type { BotRights } from "./entries.js";
import { type Methods, withChat } from "./reaching.js";

const administering: readonly string[] = ["creator", "administrator"];

export const membership: Methods = {
  getChat: (params, { chats }) =>
    withChat(params, chats, ({ chat }) => done({ ...chat, accent_color_id: 0, max_reaction_count: 11 })),

  getChatMember: (params, { chats, me }) =>
    withChat(params, chats, (record) => {
      const id = Number(params.user_id);
      const user = id === me.id ? asUser(me) : chats.user(id);
      return user === undefined ? badRequest("user not found") : done(memberOf(record, user, id === me.id));
    }),

  getChatAdministrators: (params, { chats, me }) =>
    withChat(params, chats, (record) => {
      if (record.chat.type === "private") return badRequest("there are no administrators in the private chat");
      const people = [...record.members.values()].filter(({ status }) => administering.includes(status));
      // Of bots the asking one alone is told.
      const bot = record.botRights === undefined ? [] : [memberOf(record, asUser(me), true)];
      return done([...people.map(({ user }) => memberOf(record, user, false)), ...bot]);
    }),

  leaveChat: (params, { chats }) =>
    withChat(params, chats, (record) => {
      if (record.chat.type === "private") return badRequest("chat member status can't be changed in private chats");
      chats.record({ kind: "bot-out", chatId: record.chat.id });
      return done(true);
    }),
};

function memberOf(record: ChatRecord, user: User, isMe: boolean): ChatMember {
  if (isMe && record.isBotMuted && record.botRights === undefined) return asMuted(user);
  if (isMe) return botAsMember(user, record.botRights);
  const status = record.chat.id === user.id ? "member" : (record.members.get(user.id)?.status ?? "left");
  if (status === "creator") return { status, user, is_anonymous: false };
  if (status === "administrator") {
    return asAdministrator(user, { mayManageTopics: true, mayDeleteMessages: true });
  }
  if (status === "kicked") return { status, user, until_date: 0 };
  return { status, user } as ChatMember;
}

/** The bot as a group's members see it. */
export function botAsMember(me: User, rights: BotRights | undefined): ChatMember {
  return rights === undefined ? ({ status: "member", user: me } as ChatMember) : asAdministrator(me, rights);
}

function asMuted(user: User): ChatMember {
  const cannot = { can_send_messages: false, can_send_photos: false, can_send_documents: false };
  return { status: "restricted", user, is_member: true, until_date: 0, ...cannot } as ChatMember;
}

function asAdministrator(
  user: User,
  { mayManageTopics, mayDeleteMessages, mayBanMembers = false }: BotRights,
): ChatMember {
  return {
    status: "administrator",
    user,
    can_be_edited: false,
    is_anonymous: false,
    can_manage_chat: true,
    can_delete_messages: mayDeleteMessages,
    can_manage_video_chats: false,
    can_restrict_members: mayBanMembers,
    can_promote_members: false,
    can_change_info: false,
    can_invite_users: false,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
    can_pin_messages: false,
    can_manage_topics: mayManageTopics,
  } as ChatMember;
}

/** What `getMe` alone tells of a bot stands nowhere else. */
function asUser({ id, is_bot, first_name, username }: User): User {
  return { id, is_bot, first_name, ...(username === undefined ? {} : { username }) };
}
