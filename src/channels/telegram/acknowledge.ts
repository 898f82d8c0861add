// Ends a pressed button's spinner along with the first reply: by the turn that answers, not by every copy of the update.
import type { Channel } from "../../messages/channel.js";

/** `acknowledge` is called at most once, beside the first call, which does not wait for it. */
export function acknowledging(channel: Channel, acknowledge: () => void): Channel {
  let isDone = false;
  const first = () => {
    if (!isDone) acknowledge();
    isDone = true;
  };
  return {
    name: channel.name,
    send(chat, message) {
      first();
      return channel.send(chat, message);
    },
    edit(chat, messageId, message) {
      first();
      return channel.edit(chat, messageId, message);
    },
    remove: (chat, messageId) => channel.remove(chat, messageId),
  };
}
