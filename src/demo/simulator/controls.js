// What stands beside the phone to be turned: the clock, the next reminder, and how renewals are filed.

const at = (id) => document.getElementById(id);

const post = (url, body) =>
  fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

/**
 * @param {{ as: string, words: object, write: object, say: (text: string) => void, onMoved: () => void }} of
 * `say` tells the person at the screen; `onMoved`: the clock stands at a reminder, which arrives in the chat
 */
export function wireControls({ as, words, write, say, onMoved }) {
  for (const button of document.querySelectorAll("[data-advance]")) {
    button.addEventListener("click", () => post("/demo/clock", { advance: button.dataset.advance }));
  }

  at("next-reminder").addEventListener("click", async () => {
    const answer = await post("/demo/next-reminder", { as });
    const { reminderAt, now } = await answer.json();
    if (reminderAt === null) return say(words.noReminder);
    onMoved();
    say(words.movedTo.replace("{moment}", write.moment(now)));
  });

  const choices = [...document.querySelectorAll("[data-filing]")];
  for (const button of choices) {
    button.addEventListener("click", () => post("/demo/filing", { filing: button.dataset.filing }));
  }

  let aheadMs = 0;
  function tick() {
    const now = new Date(Date.now() + aheadMs).toISOString();
    at("now").textContent = write.moment(now);
    at("phone-time").textContent = write.time(now);
  }
  setInterval(tick, 1000);

  return {
    setClock({ now }) {
      aheadMs = new Date(now).getTime() - Date.now();
      tick();
    },
    setFiling({ filing }) {
      for (const button of choices) button.setAttribute("aria-pressed", String(button.dataset.filing === filing));
      at("filing-hint").textContent = filing === "manual" ? words.filingManualHint : words.filingOwnHint;
      const open = at("filings-open");
      if (open !== null) open.hidden = filing !== "manual";
    },
  };
}
