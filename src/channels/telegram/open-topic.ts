// Opens a topic in the staff's group, and gives one another name.
import type { Api } from "grammy";
import type { OpenTopic } from "../../desk/cards.js";
import type { RenameTopic } from "../../desk/follow-handoffs.js";
import { failureOf, isUnchanged } from "./failures.js";

/** Telegram's limit for a topic's name. */
const longestName = 128;

/** Whole characters, never half of one. */
function cut(title: string): string {
  let name = "";
  for (const letter of title) {
    if (name.length + letter.length > longestName) break;
    name += letter;
  }
  return name;
}

export function createRenameTopic(api: Api): RenameTopic {
  return async (group, thread, title) => {
    try {
      await api.editForumTopic(group, Number(thread), { name: cut(title) });
      return { ok: true };
    } catch (error) {
      return isUnchanged(error) ? { ok: true } : failureOf(error);
    }
  };
}

export function createOpenTopic(api: Api): OpenTopic {
  return async (group, title) => {
    try {
      const topic = await api.createForumTopic(group, cut(title));
      return { ok: true, thread: String(topic.message_thread_id) };
    } catch (error) {
      return failureOf(error);
    }
  };
}
