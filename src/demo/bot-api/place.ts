// Where in a chat a message stands: its topic, and the message it answers.
import type { Message } from "grammy/types";
import { type ChatRecord, isForum } from "./chat-record.js";

/** Absent `threadId`: General, or the topic of what is answered. */
export type Place = { readonly threadId?: number | undefined; readonly replyToId?: number | undefined };

/** `problem` continues "Bad Request: ". */
export type FoundPlace =
  | { readonly ok: true; readonly fields: PlaceFields }
  | { readonly ok: false; readonly problem: string };

type PlaceFields = {
  readonly message_thread_id?: number;
  readonly is_topic_message?: true;
  readonly reply_to_message?: Message;
};

export function findPlace(record: ChatRecord, { threadId, replyToId }: Place): FoundPlace {
  const answered = replyToId === undefined ? undefined : record.messages.get(replyToId)?.message;
  if (replyToId !== undefined && answered === undefined) {
    return { ok: false, problem: "message to be replied not found" };
  }
  const reply = answered === undefined ? {} : { reply_to_message: quoted(answered) };
  if (threadId === undefined && (!isForum(record) || answered?.message_thread_id === undefined)) {
    return { ok: true, fields: reply };
  }
  const topicId = threadId ?? answered?.message_thread_id ?? 0;
  if (!record.topics.has(topicId)) return { ok: false, problem: "message thread not found" };
  // In a topic what answers nothing is told as an answer to the message that created it, which bots take for a reply at their cost.
  const root = record.messages.get(topicId)?.message;
  const answers = answered === undefined && root !== undefined ? { reply_to_message: quoted(root) } : reply;
  return { ok: true, fields: { message_thread_id: topicId, is_topic_message: true, ...answers } };
}

/** A message within a message names no further one. */
function quoted(message: Message): Message {
  const { reply_to_message: _, ...rest } = message;
  return rest as Message;
}
