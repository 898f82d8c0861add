// What Telegram lets the bot do in the staff's group: whether it sees what is written there, may keep topics, and may take people out.
import type { Api } from "grammy";
import { failureOf } from "./failures.js";

type GroupRights = {
  readonly readsMessages: boolean;
  readonly hasTopics: boolean;
  readonly managesTopics: boolean;
  readonly bansMembers: boolean;
};

/** Also while only the rights of the whole group forbid it, of which Telegram tells a bot nothing by itself. */
export async function mayWriteIn(api: Api, group: string): Promise<boolean> {
  try {
    const me = await api.getMe();
    const [chat, member] = await Promise.all([api.getChat(group), api.getChatMember(group, me.id)]);
    if (member.status === "administrator") return true;
    const isOpen = chat.permissions?.can_send_messages !== false;
    return isOpen && (member.status === "member" || (member.status === "restricted" && member.can_send_messages));
  } catch (error) {
    // Whatever ails the call, it is asked again.
    failureOf(error);
    return false;
  }
}

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
