// Waiting for the bot, with an end: for a message that fits, or for every update to be confirmed.
import type { Chats } from "./chats.js";
import { type MessageView, viewMessages } from "./view.js";

/** Long enough for a machine that runs many tests at once; a wait that succeeds is never this long. */
export const PATIENCE_MS = 10_000;

export function waitForMessage(
  chats: Chats,
  chatId: number,
  fits: (message: MessageView) => boolean,
  ms: number,
): Promise<MessageView> {
  const newest = () => viewMessages(chats.chat(chatId)).findLast((message) => message.from === "bot" && fits(message));
  return new Promise((resolve, reject) => {
    const now = newest();
    if (now !== undefined) {
      resolve(now);
      return;
    }
    const timer = setTimeout(() => {
      unsubscribe();
      const last = viewMessages(chats.chat(chatId)).slice(-4);
      reject(
        new Error(`no such message in chat ${chatId} within ${ms} ms; the last are ${JSON.stringify(last, null, 1)}`),
      );
    }, ms);
    const unsubscribe = chats.subscribe((happening) => {
      if (happening.kind !== "changed" || happening.chatId !== chatId) return;
      const found = newest();
      if (found === undefined) return;
      clearTimeout(timer);
      unsubscribe();
      resolve(found);
    });
  });
}

export function untilTaken(chats: Chats, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
    };
    const check = () => {
      if (chats.pending().length > 0) return;
      end();
      resolve();
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`after ${ms} ms the bot has still not confirmed ${JSON.stringify(chats.pending())}`));
    }, ms);
    const unsubscribe = chats.subscribe(({ kind }) => {
      if (kind === "taken") check();
    });
    check();
  });
}
