// Opens a topic in the staff's group.
import type { Api } from "grammy";
import type { OpenTopic } from "../../desk/cards.js";
import { failureOf } from "./failures.js";

/** Telegram's limit for a topic's name. */
const longestName = 128;

export function createOpenTopic(api: Api): OpenTopic {
  return async (group, title) => {
    try {
      const topic = await api.createForumTopic(group, title.slice(0, longestName));
      return { ok: true, thread: String(topic.message_thread_id) };
    } catch (error) {
      return failureOf(error);
    }
  };
}
