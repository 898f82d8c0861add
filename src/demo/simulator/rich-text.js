// Draws a text with the entities the platform names: bold, links, codes. Only nodes are made, never markup.

const tags = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  blockquote: "blockquote",
  spoiler: "mark",
  pre: "pre",
};

/**
 * @param {string} text
 * @param {{ type: string, offset: number, length: number, url?: string }[]} entities places in UTF-16 units
 * @param {{ onCommand: (command: string) => void, onCopy: (text: string) => void }} on
 * @returns {Node[]}
 */
export function richText(text, entities, on) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return between(text, 0, text.length, sorted, on);
}

// As the real apps do, the signs our messages begin with are drawn, not left to whatever fonts a machine has.
const drawn = new Map([
  ["✅", "check"],
  ["⏳", "wait"],
  ["⚠", "warning"],
  ["💳", "card"],
  ["🔔", "bell"],
  ["🔕", "quiet"],
  ["🔒", "locked"],
  ["👤", "person"],
  ["🧪", "test"],
  ["💰", "money"],
  ["📄", "paper"],
  ["👍", "thumb"],
  ["👌", "fine"],
  ["✍", "noted"],
  ["🙈", "hidden"],
]);

/** The text as nodes, with drawings for those signs; what is copied or read aloud stays the text. */
export function withEmoji(text) {
  return text.split(/([✅⏳⚠💳🔔🔕🔒👤🧪💰📄👍👌✍🙈]\uFE0F?)/u).map((piece) => {
    const name = drawn.get(piece.replace("\uFE0F", ""));
    if (name === undefined) return document.createTextNode(piece);
    const node = document.createElement("span");
    node.className = "emoji";
    const sign = document.createElement("span");
    sign.textContent = piece;
    node.append(sign, drawing(`emoji-${name}`));
    return node;
  });
}

/** One of the page's own drawings, by its id. */
export function drawing(id) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#${id}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

function between(text, from, to, entities, on) {
  const nodes = [];
  let at = from;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const end = entity.offset + entity.length;
    if (entity.offset < at || end > to) continue;
    if (entity.offset > at) nodes.push(...withEmoji(text.slice(at, entity.offset)));
    const inner = entities.slice(index + 1).filter((other) => other.offset < end);
    nodes.push(element(entity, text.slice(entity.offset, end), between(text, entity.offset, end, inner, on), on));
    at = end;
  }
  if (at < to) nodes.push(...withEmoji(text.slice(at, to)));
  return nodes;
}

function element(entity, shown, children, on) {
  if (entity.type === "url") return link(shown, children);
  if (entity.type === "text_link") return link(entity.url, children);
  if (entity.type === "bot_command") return pressable("command", children, () => on.onCommand(shown));
  if (entity.type === "code") return pressable("code", children, () => on.onCopy(shown));
  const node = document.createElement(tags[entity.type] ?? "span");
  node.append(...children);
  return node;
}

function link(href, children) {
  const node = document.createElement("a");
  if (/^https?:\/\//.test(href)) node.href = href;
  node.target = "_blank";
  node.rel = "noopener noreferrer";
  node.append(...children);
  return node;
}

function pressable(name, children, onPress) {
  const node = document.createElement("button");
  node.type = "button";
  node.className = name;
  node.append(...children);
  node.addEventListener("click", onPress);
  return node;
}
