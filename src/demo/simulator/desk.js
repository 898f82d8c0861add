// The desk's side: one of the hotline team in the bot's private chat and in the team's group, topic by topic.
import { wireComposer } from "./composer.js";
import { copyText } from "./copy.js";
import { drawMessages, drawWelcome, isAtEnd, make } from "./messages.js";

/**
 * Takes the desk out of its template and gives what draws it.
 * @param {{ staffId: string, lang: string, words: object, write: object }} of
 */
export async function openDesk({ staffId, lang, words, write }) {
  const template = document.getElementById("desk-template");
  template.replaceWith(template.content);
  document.querySelector(".stage").classList.add("with-desk");
  const response = await fetch("/demo/staff");
  const staff = await response.json();
  const who = staff.find(({ id }) => id === staffId) ?? staff[0];
  drawStaff(document.getElementById("staff"), staff, who, { lang, words });

  const act = (what) =>
    fetch("/demo/desk", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ staff: who.id, lang, ...what }),
    });
  const pane = (testId, actHere) => openPane(document.querySelector(`[data-testid="${testId}"]`), actHere, words);
  const chat = pane("desk-chat", (what) => act({ where: "chat", ...what }));
  document.getElementById("filings-open").addEventListener("click", () => {
    document.querySelector('[data-testid="desk-chat"]').scrollIntoView({ block: "nearest" });
    return chat.act({ act: "say", text: "/filings" });
  });
  const join = () =>
    fetch("/demo/desk/join", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ staff: who.id }),
    });
  const group = openGroup({ pane, act, join, who, words, write });

  return {
    staffId: who.id,
    drawChat(view) {
      chat.name.textContent = view.botName;
      if (view.messages.length === 0) {
        drawWelcome(chat.box, view.description, words, () => chat.act({ act: "say", text: "/start" }));
      } else chat.draw(view.messages, { words, write, on: chat.on, deleted: view.deleted });
    },
    drawGroup: group.draw,
    showToast: (text) => chat.showToast(text),
  };
}

function drawStaff(select, staff, who, { lang, words }) {
  select.replaceChildren(
    ...staff.map(({ id, role, nameAr, nameEn }) => {
      const node = make("option", "", `${lang === "ar" ? nameAr : nameEn} · ${words[role]}`);
      node.value = id;
      return node;
    }),
  );
  select.value = who.id;
  select.addEventListener("change", () => {
    const address = new URL(location.href);
    address.searchParams.set("staff", select.value);
    location.href = address.href;
  });
}

/** The group shows one topic at a time; a topic with something unseen is marked. */
function openGroup({ pane, act, join, who, words, write }) {
  let chosen;
  let last;
  const seen = new Map();
  const group = pane("staff-group", (what) => act({ where: "group", threadId: chosen, ...what }));
  const list = document.getElementById("topics");

  function topicButton({ id, name, isClosed }, messages) {
    const node = make("button", "topic", name);
    node.type = "button";
    node.dir = "auto";
    node.dataset.testid = "topic";
    node.setAttribute("aria-pressed", String(id === chosen));
    const newest = Math.max(0, ...messages.map(({ changed }) => changed));
    if (id === chosen) seen.set(id, newest);
    node.classList.toggle("fresh", newest > (seen.get(id) ?? 0));
    if (isClosed) node.append(make("small", "", words.topicClosed));
    node.addEventListener("click", () => {
      chosen = id;
      group.composer.letGo();
      draw(last);
    });
    return node;
  }

  /** Whoever is out sees neither topics nor messages; who may be added is so by a press. */
  function drawOutside({ status }) {
    list.replaceChildren();
    group.input.disabled = true;
    group.input.placeholder = words.notInGroup;
    const said = make("p", "day", status === "kicked" ? words.keptOut : words.notInGroup);
    if (status === "kicked") return group.box.replaceChildren(said);
    const add = make("button", "topic", words.addToGroup);
    add.type = "button";
    add.addEventListener("click", join);
    group.box.replaceChildren(said, add);
  }

  function draw(view) {
    last = view;
    group.name.textContent = view.title;
    if (view.status === "kicked" || view.status === "left") return drawOutside(view);
    if (!view.topics.some(({ id }) => id === chosen)) chosen = undefined;
    const inTopic = (topicId, messages = view.messages) => messages.filter(({ threadId }) => threadId === topicId);
    // The newest case first: it is the one that waits.
    const topics = [{ id: undefined, name: words.general, isClosed: false }, ...view.topics.toReversed()];
    list.replaceChildren(...topics.map((topic) => topicButton(topic, inTopic(topic.id))));
    const isShut = who.role === "agent" && topics.some(({ id, isClosed }) => id === chosen && isClosed);
    group.input.disabled = isShut;
    group.input.placeholder = isShut ? words.closedHint : words.input;
    const messages = inTopic(chosen);
    const answered = (id) => view.messages.find((message) => message.id === id);
    if (messages.length === 0) group.box.replaceChildren(make("p", "day", words.noMessages));
    else {
      const on = { ...group.on, onReply: group.onReply };
      group.draw(messages, { words, write, on, deleted: inTopic(chosen, view.deleted), me: view.me, answered });
    }
  }

  return { draw };
}

/** One chat of the desk's: its messages, and the line below them. `act` does something in it. */
function openPane(root, act, words) {
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  const box = part("chat");
  box.tabIndex = 0;
  const composer = wireComposer(part("composer"), (text, picked) => {
    if (picked?.mode === "edit") return act({ act: "edit", messageId: picked.id, text });
    return act({ act: "say", text, ...(picked === undefined ? {} : { replyToId: picked.id }) });
  });
  for (const kind of ["photo", "voice", "document"]) {
    part(kind).addEventListener("click", () => act({ act: kind }));
  }

  const toast = part("toast");
  function showToast(text) {
    toast.textContent = text;
    toast.hidden = false;
    clearTimeout(showToast.timer);
    showToast.timer = setTimeout(() => {
      toast.hidden = true;
    }, 3500);
  }

  return {
    act,
    box,
    composer,
    input: part("input"),
    name: part("name"),
    showToast,
    on: {
      onPress: (messageId, data) => act({ act: "press", messageId, data }),
      onCommand: (text) => act({ act: "say", text }),
      onCopy: async (text) => {
        const isCopied = await copyText(text);
        showToast(isCopied ? words.copied : words.notCopied);
        return isCopied;
      },
      onEdit: ({ id, text }) => composer.pickUp({ mode: "edit", id, text, label: words.editing }),
    },
    onReply: ({ id, text }) => composer.pickUp({ mode: "reply", id, text, label: `${words.replying}: ${text}` }),
    draw(messages, around) {
      const readsEnd = isAtEnd(box);
      drawMessages(box, messages, around);
      if (readsEnd) box.scrollTop = box.scrollHeight;
    },
  };
}
