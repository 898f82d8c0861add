// The methods for a forum's topics: created, renamed, closed, opened again, deleted with all that was said in them.
import type { Message } from "grammy/types";
import { type ApiAnswer, badRequest, done } from "./answer.js";
import { type ChatRecord, isForum } from "./chat-record.js";
import type { Params } from "./check-call.js";
import type { Topic } from "./entries.js";
import { findPlace } from "./place.js";
import { type MethodSurroundings, type Methods, withChat } from "./reaching.js";
import { seconds } from "./sending.js";

/** The first of the six colours that Telegram offers. */
const usualColor = 0x6f_b9_f0;

export const topics: Methods = {
  createForumTopic: (params, around) =>
    withForum(params, around, "mayManageTopics", "not enough rights to create a topic", (record) => {
      const topic: Topic = {
        id: record.lastMessageId + 1,
        name: String(params.name),
        iconColor: Number(params.icon_color ?? usualColor),
        isClosed: false,
      };
      around.chats.record({ kind: "topic", chatId: record.chat.id, topic });
      const described = { name: topic.name, icon_color: topic.iconColor };
      tell(record, topic.id, { forum_topic_created: described }, around);
      return done({ message_thread_id: topic.id, ...described });
    }),

  editForumTopic: (params, around) =>
    withTopic(params, around, (record, topic) => {
      const name = params.name === undefined || params.name === "" ? topic.name : String(params.name);
      if (name === topic.name) return badRequest("TOPIC_NOT_MODIFIED");
      return change(record, { ...topic, name }, { forum_topic_edited: { name } }, around);
    }),

  closeForumTopic: (params, around) => setClosed(true, params, around),

  reopenForumTopic: (params, around) => setClosed(false, params, around),

  deleteForumTopic: (params, around) =>
    withForum(params, around, "mayDeleteMessages", "not enough rights to delete a topic", (record) => {
      const topicId = Number(params.message_thread_id);
      if (!record.topics.has(topicId)) return badRequest("TOPIC_ID_INVALID");
      around.chats.record({ kind: "topic-gone", chatId: record.chat.id, topicId });
      return done(true);
    }),
};

function setClosed(isClosed: boolean, params: Params, around: MethodSurroundings): ApiAnswer {
  return withTopic(params, around, (record, topic) => {
    if (topic.isClosed === isClosed) return badRequest("TOPIC_NOT_MODIFIED");
    const notice = isClosed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} };
    return change(record, { ...topic, isClosed }, notice, around);
  });
}

function change(record: ChatRecord, topic: Topic, notice: object, around: MethodSurroundings): ApiAnswer {
  around.chats.record({ kind: "topic", chatId: record.chat.id, topic });
  tell(record, topic.id, notice, around);
  return done(true);
}

/** The line in the chat that says what became of the topic. */
function tell(record: ChatRecord, topicId: number, notice: object, { chats, me, now }: MethodSurroundings): void {
  const place = findPlace(record, { threadId: topicId });
  const message = {
    message_id: record.lastMessageId + 1,
    from: { id: me.id, is_bot: true, first_name: me.first_name, username: me.username },
    chat: record.chat,
    date: seconds(now()),
    ...(place.ok ? place.fields : {}),
    ...notice,
  } as Message;
  chats.record({ kind: "message", message });
}

function withTopic(
  params: Params,
  around: MethodSurroundings,
  act: (record: ChatRecord, topic: Topic) => ApiAnswer,
): ApiAnswer {
  return withForum(params, around, "mayManageTopics", "not enough rights to edit the topic", (record) => {
    const topic = record.topics.get(Number(params.message_thread_id));
    return topic === undefined ? badRequest("TOPIC_ID_INVALID") : act(record, topic);
  });
}

function withForum(
  params: Params,
  { chats }: MethodSurroundings,
  right: "mayManageTopics" | "mayDeleteMessages",
  withoutIt: string,
  act: (record: ChatRecord) => ApiAnswer,
): ApiAnswer {
  return withChat(params, chats, (record) => {
    if (!isForum(record)) return badRequest("the chat is not a forum");
    return record.botRights?.[right] === true ? act(record) : badRequest(withoutIt);
  });
}
