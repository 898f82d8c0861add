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

function between(text, from, to, entities, on) {
  const nodes = [];
  let at = from;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const end = entity.offset + entity.length;
    if (entity.offset < at || end > to) continue;
    if (entity.offset > at) nodes.push(document.createTextNode(text.slice(at, entity.offset)));
    const inner = entities.slice(index + 1).filter((other) => other.offset < end);
    nodes.push(element(entity, text.slice(entity.offset, end), between(text, entity.offset, end, inner, on), on));
    at = end;
  }
  if (at < to) nodes.push(document.createTextNode(text.slice(at, to)));
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
