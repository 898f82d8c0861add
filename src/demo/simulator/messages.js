// Draws the chat: days, bubbles, inline keyboards, and the reply keyboard below.
import { drawing, richText, withEmoji } from "./rich-text.js";

const kuwait = "Asia/Kuwait";
const withIcon = ["contact", "photo", "voice", "location", "document"];
const notices = {
  "topic-created": "topicCreated",
  "topic-renamed": "topicRenamed",
  "topic-closed": "topicClosed",
  "topic-reopened": "topicReopened",
};

/** Latin digits in both languages, as everywhere in this service. */
export function timeWriters(lang) {
  const locale = lang === "ar" ? "ar-u-nu-latn" : "en-GB";
  const write = (options) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: kuwait, ...options });
    return (iso) => format.format(new Date(iso));
  };
  return {
    time: write({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
    day: write({ day: "numeric", month: "long", year: "numeric" }),
    moment: write({
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }),
  };
}

/**
 * Draws every message anew where something changed and leaves the others in place, so that focus and selection stay.
 * @param {HTMLElement} chat
 * @param {object[]} messages
 * @param {{ words: object, write: object, on: object, deleted?: object[], me?: number, answered?: (id: number) => object | undefined }} around
 * `deleted`: messages that are gone, of which only the place is shown; `me`: in a group, the person whose messages are drawn as one's own; `answered` finds the message that one replies to.
 */
export function drawMessages(chat, messages, around) {
  const known = new Map([...chat.querySelectorAll("[data-message]")].map((node) => [node.dataset.message, node]));
  const nodes = [];
  let day = "";
  const gone = around.deleted ?? [];
  for (const message of [...messages, ...gone].sort((a, b) => a.id - b.id)) {
    const itsDay = around.write.day(message.at);
    if (itsDay !== day) nodes.push(pill(itsDay));
    day = itsDay;
    const old = known.get(String(message.id));
    const draw = gone.includes(message) ? drawGone : drawMessage;
    nodes.push(old?.dataset.changed === String(message.changed) ? old : draw(message, around));
  }
  chat.replaceChildren(...nodes);
}

function drawMessage(message, around) {
  const { words, on } = around;
  if (message.kind === "notice" && message.notice !== undefined) return drawNotice(message, words);
  const isOwn = around.me === undefined ? message.from === "person" : message.sender.id === around.me;
  const row = make("article", `message ${isOwn ? "person" : "bot"} ${message.kind}`);
  row.dataset.testid = "message";
  remember(row, message);
  row.dataset.from = message.from;
  const bubble = make("div", "bubble");
  if (around.me !== undefined && !isOwn) bubble.append(isolated("small", "sender", message.sender.name));
  if (message.isForwarded) bubble.append(make("small", "forwarded", words.forwarded));
  const answered = message.replyToId === undefined ? undefined : around.answered?.(message.replyToId);
  if (answered !== undefined) bubble.append(isolated("small", "answered", answered.text || words[answered.kind]));
  bubble.append(...content(message, words, on), stamp(message, isOwn, around));
  row.append(bubble);
  row.classList.toggle("protected", message.protected);
  if (message.buttons.length > 0) row.append(inlineKeyboard(message, on));
  return row;
}

function drawGone(message, { words }) {
  const node = make("p", "day gone", words.deleted);
  remember(node, message);
  return node;
}

/** What was done to a topic stands in the middle, as a day does. */
function drawNotice(message, words) {
  const said = words[notices[message.notice]];
  const node = pill(message.text === "" ? said : `${said}: ${message.text}`);
  remember(node, message);
  return node;
}

function remember(node, message) {
  node.dataset.message = message.id;
  node.dataset.changed = message.changed;
}

function isolated(tag, className, text) {
  const node = make(tag, className, text);
  node.dir = "auto";
  return node;
}

function content(message, words, on) {
  if (message.kind === "sticker") return [make("div", "big", message.text)];
  const text = make("div", "text");
  text.dir = "auto";
  text.append(...richText(message.text, message.entities, on));
  const head = headOf(message, words);
  if (head === undefined) return [text];
  return message.text === "" ? [head] : [head, text];
}

/** What stands above the words of a message that is more than words: the picture or the file itself where its bytes are here. */
function headOf({ kind, file }, words) {
  if (file?.isFetchable && kind === "photo") return picture(file, words);
  if (file?.isFetchable && kind === "document") return fileLink(file, words);
  if (!withIcon.includes(kind)) return undefined;
  const node = make("div", "thing");
  node.append(drawing(`icon-${kind}`), isolated("strong", "", file?.name || words[kind]));
  return node;
}

const addressOf = (file) => `/demo/files/${encodeURIComponent(file.id)}`;

function picture(file, words) {
  const node = make("img", "picture");
  node.src = addressOf(file);
  node.alt = words.photo;
  node.addEventListener("load", () => keepAtEnd(node));
  return node;
}

/** Whether somebody reads the end of a chat, or did before it grew by so much. */
export const isAtEnd = (chat, grown = 0) => chat.scrollHeight - chat.scrollTop - chat.clientHeight < 80 + grown;

/** A picture has its height only once it is there: whoever read the end of the chat goes on reading it. */
function keepAtEnd(picture) {
  const chat = picture.closest("[data-testid=chat]");
  if (chat !== null && isAtEnd(chat, picture.offsetHeight)) chat.scrollTop = chat.scrollHeight;
}

function fileLink(file, words) {
  const node = make("a", "thing file");
  node.dataset.testid = "document";
  node.href = addressOf(file);
  node.download = file.name;
  const names = make("span", "file-names");
  names.append(isolated("strong", "", file.name), make("small", "file-get", words.download));
  node.append(drawing("icon-document"), names);
  return node;
}

function stamp(message, isOwn, { words, write, on }) {
  const node = make("small", "stamp");
  if (message.reaction !== undefined) node.append(reactionOf(message.reaction));
  if (message.protected) node.append(drawing("icon-lock"), make("span", "", `${words.protected} `));
  if (message.isEdited) node.append(make("span", "", `${words.edited} `));
  const time = make("time", "", write.time(message.at));
  time.dateTime = message.at;
  node.append(time);
  if (isOwn) node.append(make("span", "ticks", "✓✓"));
  if (isOwn && message.kind === "text") node.append(tool("edit", words.edit, () => on.onEdit(message)));
  if (on.onReply !== undefined) node.append(tool("reply", words.reply, () => on.onReply(message)));
  return node;
}

function reactionOf(emoji) {
  const node = make("span", "reaction");
  node.dataset.testid = "reaction";
  node.append(...withEmoji(emoji));
  return node;
}

function tool(name, label, onUse) {
  const node = make("button", "tool");
  node.type = "button";
  node.title = label;
  node.setAttribute("aria-label", label);
  node.append(drawing(`icon-${name}`));
  node.addEventListener("click", onUse);
  return node;
}

function inlineKeyboard(message, on) {
  const grid = make("div", "inline");
  for (const row of message.buttons) {
    const line = make("div", "line");
    for (const button of row) line.append(inlineButton(message.id, button, on));
    grid.append(line);
  }
  return grid;
}

function inlineButton(messageId, button, on) {
  const node = make(button.url === undefined ? "button" : "a", "key");
  node.append(...withEmoji(button.label));
  node.dataset.testid = "button";
  node.dir = "auto";
  if (button.url !== undefined) return linkButton(node, button.url);
  node.type = "button";
  if (button.copy !== undefined) return copyButton(node, button, on);
  node.addEventListener("click", () => on.onPress(messageId, button.data));
  return node;
}

function linkButton(node, url) {
  if (/^https?:\/\//.test(url)) node.href = url;
  node.target = "_blank";
  node.rel = "noopener noreferrer";
  node.classList.add("out");
  return node;
}

/** Copies here, as the apps do; the bot hears nothing of it. */
function copyButton(node, { label, copy }, on) {
  node.classList.add("copy");
  node.addEventListener("click", async () => {
    if (!(await on.onCopy(copy))) return;
    node.classList.add("copied");
    node.replaceChildren(...withEmoji(`✓ ${label}`));
    clearTimeout(node.timer);
    node.timer = setTimeout(() => {
      node.classList.remove("copied");
      node.replaceChildren(...withEmoji(label));
    }, 2000);
  });
  return node;
}

export function drawKeyboard(box, keyboard, { onSay, onContact, onLocation }) {
  box.hidden = keyboard === null;
  const lines = (keyboard?.rows ?? []).map((row) => {
    const line = make("div", "line");
    for (const key of row) {
      const node = make("button", "key");
      node.append(...withEmoji(key.label));
      node.type = "button";
      node.dir = "auto";
      node.dataset.testid = "button";
      const send = key.asksContact ? onContact : key.asksLocation ? onLocation : () => onSay(key.label);
      node.addEventListener("click", send);
      line.append(node);
    }
    return line;
  });
  box.replaceChildren(...lines);
}

/** Before the first message the chat shows what the bot says of itself, and one button. */
export function drawWelcome(chat, description, words, onStart) {
  const box = make("div", "welcome");
  if (description !== "") {
    const text = make("p", "", description);
    text.dir = "auto";
    box.append(make("strong", "", words.whatCanItDo), text);
  }
  const start = make("button", "start", words.start);
  start.type = "button";
  start.addEventListener("click", onStart);
  box.append(start);
  chat.replaceChildren(box);
}

function pill(text) {
  return make("p", "day", text);
}

export function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}
