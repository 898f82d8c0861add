// The method by which the bot reacts to a message: one of Telegram's own emoji in place of the one before, or none.
import { badRequest, done } from "./answer.js";
import { type Methods, withMessage } from "./reaching.js";

/** Those that a bot without stars may set in every chat, as the Bot API lists them. */
const free = new Set(
  "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡".split(
    " ",
  ),
);

export const reacting: Methods = {
  setMessageReaction: (params, { chats }) =>
    withMessage(params, chats, "message to react not found", (record, { message }) => {
      const reactions = (params.reaction ?? []) as readonly { readonly type: string; readonly emoji?: string }[];
      if (reactions.length > 1) return badRequest("REACTIONS_TOO_MANY");
      const [given] = reactions;
      if (given !== undefined && (given.type !== "emoji" || !free.has(given.emoji ?? "")))
        return badRequest("REACTION_INVALID");
      const emoji = given?.emoji ?? null;
      chats.record({ kind: "reaction", chatId: record.chat.id, messageId: message.message_id, emoji });
      return done(true);
    }),
};
