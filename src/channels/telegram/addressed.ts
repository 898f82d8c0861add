// Commands that name the bot they are for, as Telegram writes them into groups: "/queue@tajdeed_bot".
import type { Api } from "grammy";
import type { Message, MessageEntity, Update } from "grammy/types";

const named = /^(\/\w{1,32})@(\w+)/u;

/** The name in it, where it is a command with one. */
export function namedBot({ message, edited_message: edited }: Update): string | undefined {
  return named.exec((message ?? edited)?.text ?? "")?.[2];
}

/** The same without the name, as handlers read it; what else is marked in the text moves with it. */
export function withoutName(update: Update): Update {
  const { message, edited_message: edited } = update;
  if (message !== undefined) return { ...update, message: stripped(message) };
  return edited === undefined ? update : { ...update, edited_message: stripped(edited) };
}

function stripped<Sent extends Message>(sent: Sent): Sent {
  const { text = "", entities } = sent;
  const [, command = "", name = ""] = named.exec(text) ?? [];
  const gone = name.length + 1;
  const moved = (entity: MessageEntity): MessageEntity =>
    entity.offset === 0 ? { ...entity, length: entity.length - gone } : { ...entity, offset: entity.offset - gone };
  return {
    ...sent,
    text: command + text.slice(command.length + gone),
    ...(entities === undefined ? {} : { entities: entities.map(moved) }),
  };
}

/** The bot's own name: the service answers people before the Bot API can be reached. */
export type Username = {
  /** Asks for it once. @throws while the Bot API cannot be reached */
  ask(): Promise<string>;
  /** Only what is known by now. */
  known(): string | undefined;
};

export function createUsername(api: Api): Username {
  let known: string | undefined;
  return {
    async ask() {
      known ??= (await api.getMe()).username;
      return known;
    },
    known: () => known,
  };
}
