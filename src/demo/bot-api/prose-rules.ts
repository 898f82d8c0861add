// The rules that the Bot API describes in prose alone, answered in the words that Telegram answers with.
import { UploadedFile } from "./uploaded-file.js";

type Params = Readonly<Record<string, unknown>>;

/** What Telegram says to a call that has the right shape and breaks a rule; undefined when it breaks none. */
export function brokenRule(method: string, params: Params): string | undefined {
  return brokenKeyboard(params) ?? brokenByMethod[method]?.(params);
}

const brokenByMethod: Readonly<Record<string, (params: Params) => string | undefined>> = {
  editMessageText: (params) => (params.text === undefined ? "message text is empty" : addressMissing(params)),
  editMessageReplyMarkup: addressMissing,
  editMessageCaption: addressMissing,
  editMessageMedia: (params) =>
    addressMissing(params) ?? objects([params.media]).map(({ media }) => brokenFile(media))[0],
  sendDocument: ({ document }) => brokenFile(document),
  sendPhoto: ({ photo }) => brokenFile(photo),
  sendVoice: ({ voice }) => brokenFile(voice),
  setWebhook: ({ url, secret_token }) => {
    if (typeof url === "string" && url !== "" && !/^https?:\/\//.test(url)) return "bad webhook: URL is not valid";
    if (typeof secret_token === "string" && !/^[\w-]+$/.test(secret_token)) {
      return "secret token contains unallowed characters";
    }
    return undefined;
  },
  setMyCommands: ({ commands }) =>
    objects(commands).every(({ command }) => typeof command === "string" && /^[a-z0-9_]+$/.test(command))
      ? undefined
      : "BOT_COMMAND_INVALID",
};

function brokenFile(file: unknown): string | undefined {
  if (file instanceof UploadedFile && file.bytes.length === 0) return "file must be non-empty";
  return String(file).startsWith("attach://") ? "wrong file identifier/HTTP URL specified" : undefined;
}

/** This bot has no inline mode, so an edit always names the chat and the message. */
function addressMissing({ chat_id, message_id }: Params): string | undefined {
  return chat_id === undefined || message_id === undefined ? "message identifier is not specified" : undefined;
}

function brokenKeyboard({ reply_markup }: Params): string | undefined {
  const markup = objects([reply_markup])[0];
  if (markup === undefined) return undefined;
  for (const button of rows(markup.inline_keyboard)) {
    const fault = brokenInlineButton(button);
    if (fault !== undefined) return fault;
  }
  for (const { text } of rows(markup.keyboard)) {
    if (isBlank(text)) return "can't parse keyboard button: Text must be non-empty";
  }
  return undefined;
}

const describingFields = ["text", "style", "icon_custom_emoji_id"];

function brokenInlineButton(button: Params): string | undefined {
  if (isBlank(button.text)) return "can't parse inline keyboard button: Text must be non-empty";
  const actions = Object.keys(button).filter((name) => !describingFields.includes(name));
  if (actions.length === 0)
    return "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard";
  if (actions.length > 1) return `can't parse inline keyboard button: exactly one of ${actions.join(", ")} may be used`;
  if (typeof button.url === "string" && !isLinkable(button.url)) {
    return `inline keyboard button URL '${button.url}' is invalid: Wrong HTTP URL`;
  }
  return undefined;
}

/** Telegram wants a host with a dot in it: a name of the public net or an address, 127.0.0.1 too, never "localhost". */
function isLinkable(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  if (protocol === "tg:") return true;
  return (protocol === "https:" || protocol === "http:") && /^[^.]+(\.[^.]+)+$|^\[.+\]$/.test(hostname);
}

function isBlank(text: unknown): boolean {
  return typeof text !== "string" || text.trim() === "";
}

function rows(keyboard: unknown): readonly Params[] {
  return Array.isArray(keyboard) ? keyboard.flatMap(objects) : [];
}

function objects(list: unknown): readonly Params[] {
  return Array.isArray(list) ? list.filter((item): item is Params => typeof item === "object" && item !== null) : [];
}
