// What every method needs first: the chat it names, with the bot still in it, and the message it names there.
import type { UserFromGetMe } from "grammy/types";
import { type ApiAnswer, badRequest, refused } from "./answer.js";
import type { ChatRecord, StoredMessage } from "./chat-record.js";
import type { Chats } from "./chats.js";
import type { Params } from "./check-call.js";

export type MethodSurroundings = { readonly chats: Chats; readonly me: UserFromGetMe; readonly now: () => Date };
type Method = (params: Params, surroundings: MethodSurroundings) => ApiAnswer;
export type Methods = Readonly<Record<string, Method>>;

export function withChat({ chat_id }: Params, chats: Chats, act: (record: ChatRecord) => ApiAnswer): ApiAnswer {
  const record = chats.chat(Number(chat_id));
  if (record === undefined) return badRequest("chat not found");
  if (!record.isBotOut) return act(record);
  const { type } = record.chat;
  const place = type === "private" ? undefined : type === "group" ? "group chat" : "supergroup chat";
  const why = place === undefined ? "bot was blocked by the user" : `bot is not a member of the ${place}`;
  return refused(403, `Forbidden: ${why}`);
}

export function withMessage(
  params: Params,
  chats: Chats,
  absent: string,
  act: (record: ChatRecord, stored: StoredMessage) => ApiAnswer,
): ApiAnswer {
  return withChat(params, chats, (record) => {
    const stored = record.messages.get(Number(params.message_id));
    return stored === undefined ? badRequest(absent) : act(record, stored);
  });
}
