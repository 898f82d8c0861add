// The guide for a first visit: start, renew, pay. Each step is ticked by what stands in the chat; closed once, it stays closed.
import { make } from "./messages.js";

const closedKey = "tajdeed-demo-guide-closed";

/** A browser may keep nothing for this page; then the guide is there again at the next visit. */
const remembered = {
  isClosed() {
    try {
      return localStorage.getItem(closedKey) !== null;
    } catch {
      return false;
    }
  },
  close() {
    try {
      localStorage.setItem(closedKey, "yes");
    } catch {
      // Nothing is lost but this.
    }
  },
};

/**
 * @param {HTMLElement} box
 * @param {{ words: object, worker: string | undefined, more: string | undefined }} of
 * `worker`: whom the second step names; `more`: the address of somebody who has registered already
 */
export function openGuide(box, { words, worker, more }) {
  const renew = worker === undefined ? words.guideRenewAny : words.guideRenew.replace("{name}", worker);
  const steps = [
    { label: words.guideStart, hint: words.guideStartHint },
    { label: renew, hint: words.guideRenewHint },
    { label: words.guidePay, hint: words.guidePayHint },
  ];
  const list = box.querySelector("ol");
  const hint = box.querySelector("p");
  const items = steps.map(({ label }) => {
    const item = make("li", "step");
    item.dataset.testid = "guide-step";
    const name = make("span", "step-name", label);
    name.dir = "auto";
    item.append(make("span", "tick", ""), name, make("span", "visually-hidden", ""));
    return item;
  });
  list.replaceChildren(...items);
  box.querySelector("button").addEventListener("click", () => {
    remembered.close();
    box.hidden = true;
  });
  box.hidden = remembered.isClosed();

  return {
    /** @param {object[]} messages as the chat shows them */
    follow(messages) {
      const done = doneIn(messages);
      items.forEach((item, index) => {
        const isDone = index < done;
        item.classList.toggle("done", isDone);
        item.classList.toggle("current", index === done);
        if (index === done) item.setAttribute("aria-current", "step");
        else item.removeAttribute("aria-current");
        item.querySelector(".tick").textContent = isDone ? "✓" : String(index + 1);
        item.querySelector(".visually-hidden").textContent = isDone ? ` (${words.guideDone})` : "";
      });
      hint.replaceChildren(...hintOf(done));
    },
  };

  function hintOf(done) {
    if (done < steps.length) return [steps[done].hint];
    if (more === undefined) return [words.guideEnd];
    const link = make("a", "", words.guideMore);
    link.href = more;
    return [`${words.guideEnd} `, link];
  }
}

/** How many of the steps are behind the person: a receipt stands there, a pay link does, or anything at all. */
function doneIn(messages) {
  const links = messages.flatMap(({ buttons, entities, text }) => [
    ...buttons.flat().map(({ url }) => url),
    ...entities.map(({ type, url, offset, length }) => (type === "url" ? text.slice(offset, offset + length) : url)),
  ]);
  const leadsTo = (page) =>
    links.some((link) => link !== undefined && new RegExp(`^https?://[^/]+/${page}/`).test(link));
  if (leadsTo("r")) return 3;
  if (leadsTo("p")) return 2;
  return messages.length > 0 ? 1 : 0;
}
