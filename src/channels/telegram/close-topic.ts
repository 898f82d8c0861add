// Closes a topic in the staff's group: only its administrators may write there then, and so may the bot.
import type { Api } from "grammy";
import type { CloseTopic } from "../../desk/close-topics.js";
import { failureOf } from "./failures.js";

export function createCloseTopic(api: Api): CloseTopic {
  return async (group, thread) => {
    try {
      await api.closeForumTopic(group, Number(thread));
      return { ok: true };
    } catch (error) {
      return failureOf(error);
    }
  };
}
