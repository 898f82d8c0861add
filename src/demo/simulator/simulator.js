// The simulator: plays one person's phone. It draws what the server tells and sends what the thumb does; it decides nothing.
import { wireComposer } from "./composer.js";
import { wireControls } from "./controls.js";
import { copyText } from "./copy.js";
import { openDesk } from "./desk.js";
import { openGuide } from "./guide.js";
import { drawKeyboard, drawMessages, drawWelcome, isAtEnd, make, timeWriters } from "./messages.js";
import { codeIn, drawDetails, drawPicker, drawSms } from "./panels.js";
import { wireTabs } from "./tabs.js";

const lang = document.documentElement.lang;
const at = (id) => document.getElementById(id);
const chat = at("chat");
const input = at("input");
// A chat without a button in it is scrolled by keys, too.
chat.tabIndex = 0;
const loading = Promise.all([getJson("/demo/people"), getJson("/demo/words.json")]);

// ── composer ── before anything is waited for: a quick thumb's first message waits with us.
const composer = wireComposer(at("composer"), async (text, picked) => {
  await loading;
  await (picked === undefined ? say(text) : act({ act: "edit", messageId: picked.id, text }));
});
at("share-contact").addEventListener("click", async () => {
  await loading;
  await shareContact();
});

const [people, allWords] = await loading;
const words = allWords[lang];
const write = timeWriters(lang);
const address = new URLSearchParams(location.search);
const asked = address.get("as");
const as = asked === "guest" || people.some(({ id }) => id === asked) ? asked : people[0].id;

async function getJson(url) {
  const response = await fetch(url);
  return response.json();
}

function addressOf(change) {
  const staff = desk === undefined ? {} : { staff: desk.staffId };
  return `/demo?${new URLSearchParams({ as, lang, ...staff, ...change })}`;
}

async function act(what) {
  await fetch("/demo/chat", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ as, lang, ...what }),
  });
}

const say = (text) => act({ act: "say", text });
const shareContact = () => act({ act: "contact" });

const on = {
  onPress: (messageId, data) => act({ act: "press", messageId, data }),
  onCommand: say,
  onCopy: async (text) => {
    const isCopied = await copyText(text);
    showToast(isCopied ? words.copied : words.notCopied);
    return isCopied;
  },
  onEdit: ({ id, text }) => composer.pickUp({ mode: "edit", id, text, label: words.editing }),
};

// ── desk ── beside the phone once it is asked for, or behind its tab; until then the phone is all there is.
const desk = address.has("staff") ? await openDesk({ staffId: address.get("staff"), lang, words, write }) : undefined;
at("desk-open").textContent = desk === undefined ? words.deskOpen : words.deskClose;
at("desk-open").href =
  desk === undefined ? `${addressOf({ staff: "agent" })}#desk` : `/demo?${new URLSearchParams({ as, lang })}`;
const tabs = wireTabs({
  stage: at("stage"),
  tabs: at("tabs"),
  first: address.get("tab"),
  onDesk:
    desk === undefined
      ? () => {
          location.href = addressOf({ staff: "agent", tab: "desk" });
        }
      : undefined,
});
document.querySelector(".to-people").href = `/demo/people?lang=${lang}`;

// ── language ──
const other = lang === "ar" ? "en" : "ar";
at("language").href = addressOf({ lang: other });
at("language").lang = other;

// ── who ──
const { returning } = at("person").dataset;
drawPicker(at("person"), people, as, { lang, words, returning });
at("person").addEventListener("change", (event) => {
  // Without `lang` the next phone is in its own language; a language chosen here stays chosen.
  const next = new URLSearchParams(addressOf({ as: event.target.value }).split("?")[1]);
  if (!address.has("lang")) next.delete("lang");
  location.href = `/demo?${next}`;
});
const person = people.find(({ id }) => id === as);
drawDetails(at("details"), person, { lang, words, write, onType: typeIntoChat });
const worker = person?.workers[0];
const guide = openGuide(at("guide"), {
  words,
  worker: worker === undefined ? undefined : (lang === "ar" ? worker.nameAr : worker.nameEn).split(" ")[0],
  more: as === returning ? undefined : addressOf({ as: returning }),
});

function typeIntoChat(text) {
  tabs.show("chat");
  input.value = `${input.value}${text}`;
  input.focus();
}

// ── sheets ──
const attachments = ["photo", "voice", "document", "sticker", "location", "forward"];
at("attach").replaceChildren(
  ...attachments.map((kind) =>
    sheetItem(words[kind], () => act({ act: kind, ...(kind === "forward" ? { text: words.forwardText } : {}) })),
  ),
);
for (const name of ["menu", "attach"]) {
  at(`${name}-open`).addEventListener("click", (event) => {
    event.stopPropagation();
    const wasOpen = !at(name).hidden;
    closeSheets();
    at(name).hidden = wasOpen;
  });
}
document.addEventListener("click", closeSheets);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeSheets();
});

function closeSheets() {
  at("menu").hidden = true;
  at("attach").hidden = true;
}

function sheetItem(label, onChoose, note) {
  const item = make("li", "");
  const button = make("button", "", label);
  button.type = "button";
  if (note !== undefined) button.append(make("small", "", note));
  button.addEventListener("click", onChoose);
  item.append(button);
  return item;
}

// ── controls ──
const controls = wireControls({ as, words, write, say: showToast, onMoved: () => tabs.show("chat") });

// ── text messages ── where the chat fills the screen, one that comes is shown above it, as phones do.
let smsKnown;
function takeSms(messages) {
  drawSms(at("sms-list"), messages, { words, write, onType: typeIntoChat });
  tabs.tellTotal("sms", messages.length);
  const newest = messages.at(-1);
  if (smsKnown !== undefined && messages.length > smsKnown) showNote(newest.text);
  smsKnown = messages.length;
}

function showNote(text) {
  const note = at("sms-note");
  note.replaceChildren(make("strong", "", words.sms), make("span", "", text));
  note.hidden = false;
  note.onclick = () => {
    note.hidden = true;
    typeIntoChat(codeIn(text) ?? "");
  };
  clearTimeout(showNote.timer);
  showNote.timer = setTimeout(() => {
    note.hidden = true;
  }, 15_000);
}

// ── what the server tells ──
function showToast(text) {
  const toast = at("toast");
  toast.textContent = text;
  toast.hidden = false;
  clearTimeout(showToast.timer);
  showToast.timer = setTimeout(() => {
    toast.hidden = true;
  }, 3500);
}

function showAlert(text) {
  at("alert-text").textContent = text;
  at("alert").showModal();
}

function showState(isTyping) {
  at("bot-state").textContent = isTyping ? words.typing : words.bot;
  clearTimeout(showState.timer);
  // A chat action is shown for five seconds or until a message arrives.
  if (isTyping) showState.timer = setTimeout(() => showState(false), 5000);
}

function draw(view) {
  const readsEnd = isAtEnd(chat);
  at("bot-name").textContent = view.botName;
  showState(false);
  if (view.messages.length === 0) drawWelcome(chat, view.description, words, () => say("/start"));
  else drawMessages(chat, view.messages, { words, write, on, deleted: view.deleted });
  guide.follow(view.messages);
  drawKeyboard(at("keyboard"), view.keyboard, {
    onSay: say,
    onContact: shareContact,
    onLocation: () => act({ act: "location" }),
  });
  input.placeholder = view.keyboard?.placeholder ?? words.input;
  at("menu-open").hidden = view.commands.length === 0;
  at("menu").replaceChildren(
    ...view.commands.map(({ command, description }) => sheetItem(description, () => say(`/${command}`), `/${command}`)),
  );
  if (readsEnd || view.messages.at(-1)?.from === "person") chat.scrollTop = chat.scrollHeight;
}

const events = new EventSource(addressOf({}).replace("/demo?", "/demo/events?"));
const listen = (name, react) => events.addEventListener(name, (event) => react(JSON.parse(event.data)));
listen("chat", draw);
listen("sms", takeSms);
listen("clock", controls.setClock);
listen("filing", controls.setFiling);
listen("typing", () => showState(true));
listen("toast", ({ text, isAlert }) => {
  if (isAlert) showAlert(text);
  else showToast(text);
});
const atDesk = {};
function tellDesk(part, { messages }) {
  atDesk[part] = messages.length;
  // What was there at first is known only with both.
  if (atDesk.chat !== undefined && atDesk.group !== undefined) tabs.tellTotal("desk", atDesk.chat + atDesk.group);
}
listen("desk-chat", (view) => {
  desk?.drawChat(view);
  tellDesk("chat", view);
});
listen("staff-group", (view) => {
  desk?.drawGroup(view);
  tellDesk("group", view);
});
listen("desk-toast", ({ text, isAlert }) => {
  if (isAlert) showAlert(text);
  else desk?.showToast(text);
});
events.addEventListener("open", () => {
  at("offline").hidden = true;
});
events.addEventListener("error", () => {
  at("offline").hidden = false;
});
