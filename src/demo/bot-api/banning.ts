// The methods that put somebody out of a group for good, and let them be added again.
import type { User } from "grammy/types";
import { type ApiAnswer, badRequest, done } from "./answer.js";
import type { ChatRecord } from "./chat-record.js";
import type { Params } from "./check-call.js";
import { isInside, type Member } from "./entries.js";
import { type MethodSurroundings, type Methods, withChat } from "./reaching.js";

export const banning: Methods = {
  banChatMember: (params, around) =>
    withUser(params, around, (record, user) => {
      const status = record.members.get(user.id)?.status;
      if (user.id === around.me.id) return badRequest("can't restrict self");
      if (status === "creator") return badRequest("can't remove chat owner");
      if (status === "administrator") return badRequest("user is an administrator of the chat");
      if (record.chat.type === "supergroup") return become(record, user, "kicked", around);
      return isInside(status) ? become(record, user, "left", around) : badRequest("USER_NOT_PARTICIPANT");
    }),

  unbanChatMember: (params, around) =>
    withUser(params, around, (record, user) => {
      if (record.chat.type !== "supergroup")
        return badRequest("method is available for supergroup and channel chats only");
      const isBanned = record.members.get(user.id)?.status === "kicked";
      // Otherwise a member is put out, who may be added again.
      return isBanned || params.only_if_banned !== true ? become(record, user, "left", around) : done(true);
    }),
};

function withUser(
  params: Params,
  { chats, me }: MethodSurroundings,
  act: (record: ChatRecord, user: User) => ApiAnswer,
): ApiAnswer {
  return withChat(params, chats, (record) => {
    if (record.chat.type === "private") return badRequest("can't ban members in private chats");
    const id = Number(params.user_id);
    const user = id === me.id ? me : chats.user(id);
    if (user === undefined) return badRequest("user not found");
    if (record.botRights?.mayBanMembers !== true)
      return badRequest("not enough rights to restrict/unrestrict chat member");
    return act(record, user);
  });
}

function become(record: ChatRecord, user: User, status: Member["status"], { chats }: MethodSurroundings): ApiAnswer {
  chats.record({ kind: "member", chatId: record.chat.id, member: { user, status } });
  return done(true);
}
