// Draws what stands beside the phone: who is playing, what is on record, the text messages.
import { make } from "./messages.js";

/** @param {{ lang: string, words: object, returning: string }} of `returning`: the id of whoever has registered already */
export function drawPicker(select, people, as, { lang, words, returning }) {
  const options = people.map(({ id, nameAr, nameEn }) => {
    const name = lang === "ar" ? nameAr : nameEn;
    return option(id, id === returning ? `${name} · ${words.returning}` : name);
  });
  select.replaceChildren(...options, option("guest", words.guest));
  select.value = as;
}

function option(value, label) {
  const node = make("option", "", label);
  node.value = value;
  return node;
}

/** What a sponsor has at hand: the numbers on the cards in the drawer. */
export function drawDetails(box, person, { lang, words, write, onType }) {
  if (person === undefined) {
    box.replaceChildren();
    return;
  }
  const list = make("dl", "facts");
  list.append(
    make("dt", "", words.civilId),
    numberCell(person.civilId, words, onType),
    make("dt", "", words.phone),
    numberCell(person.phone, words, onType),
  );
  const workers = person.workers.map((worker) => {
    const item = make("li", "");
    const name = make("strong", "", lang === "ar" ? worker.nameAr : worker.nameEn);
    const until =
      worker.coverUntil === null ? words.neverCovered : `${words.coveredUntil} ${write.day(worker.coverUntil)}`;
    item.append(name, make("small", "", until), number(worker.civilId, words, onType));
    return item;
  });
  const workerList = make("ul", "workers");
  workerList.append(...workers);
  box.replaceChildren(
    make("p", "chip", person.kuwaiti ? words.kuwaiti : words.notKuwaiti),
    list,
    make("h3", "", words.workers),
    workers.length > 0 ? workerList : make("p", "hint", words.noWorkers),
    make("p", "hint", words.typeHint),
  );
}

function numberCell(text, words, onType) {
  const cell = make("dd", "");
  cell.append(number(text, words, onType));
  return cell;
}

function number(text, words, onType) {
  const node = make("button", "number", text);
  node.type = "button";
  node.dir = "ltr";
  node.title = words.typeIt;
  node.setAttribute("aria-label", `${words.typeIt}: ${text}`);
  node.addEventListener("click", () => onType(text));
  return node;
}

/** What a phone would offer to type: the code in a text message. */
export const codeIn = (text) => /(?<!\d)\d{4,8}(?!\d)/.exec(text)?.[0];

export function drawSms(box, messages, { words, write, onType }) {
  const items = messages.map((sms) => {
    const item = make("article", "sms");
    item.dataset.testid = "sms";
    const text = make("p", "");
    text.dir = "auto";
    const code = codeIn(sms.text);
    const [before, ...after] = code === undefined ? [sms.text] : sms.text.split(code);
    text.append(before);
    if (code !== undefined) text.append(number(code, words, onType), after.join(code));
    item.append(text, make("small", "", write.time(sms.at)));
    return item;
  });
  box.replaceChildren(...(items.length > 0 ? items : [make("p", "hint", words.noSms)]));
}
