// Ends a pressed button's spinner along with the first reply; a turn that says nothing there ends it by itself.
import type { Channel } from "../../messages/channel.js";

/** `acknowledge` is called at most once, beside the first call, which does not wait for it; or by `end`. */
export function acknowledging(
  channel: Channel,
  acknowledge: () => void,
): { readonly channel: Channel; readonly end: () => void } {
  let isDone = false;
  const first = () => {
    if (!isDone) acknowledge();
    isDone = true;
  };
  const acknowledged: Channel = {
    name: channel.name,
    send(chat, message) {
      first();
      return channel.send(chat, message);
    },
    edit(chat, messageId, message) {
      first();
      return channel.edit(chat, messageId, message);
    },
    remove(chat, messageId) {
      first();
      return channel.remove(chat, messageId);
    },
    react: (chat, messageId, sign) => channel.react(chat, messageId, sign),
  };
  return { channel: acknowledged, end: first };
}
