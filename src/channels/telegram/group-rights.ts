// What Telegram lets the bot do in the staff's group: whether it sees what is written there, may keep topics, and may take people out.
import type { Api } from "grammy";

type GroupRights = {
  readonly readsMessages: boolean;
  readonly hasTopics: boolean;
  readonly managesTopics: boolean;
  readonly bansMembers: boolean;
};

export async function readGroupRights(api: Api, group: string): Promise<GroupRights> {
  const me = await api.getMe();
  const [chat, member] = await Promise.all([api.getChat(group), api.getChatMember(group, me.id)]);
  const isAdministrator = member.status === "administrator";
  return {
    readsMessages: me.can_read_all_group_messages || isAdministrator,
    hasTopics: chat.is_forum === true,
    managesTopics: isAdministrator && member.can_manage_topics === true,
    bansMembers: isAdministrator && member.can_restrict_members,
  };
}
