// The line one writes in: Enter sends, a taller text makes it taller, and a message that was picked up is edited or answered.
import { make } from "./messages.js";

/**
 * @param {HTMLFormElement} form
 * @param {(text: string, picked: { mode: "edit" | "reply", id: number } | undefined) => Promise<void>} onSend
 */
export function wireComposer(form, onSend) {
  const input = form.querySelector("textarea");
  let picked;
  let note;

  function letGo() {
    picked = undefined;
    note?.remove();
  }

  function fitInput() {
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight}px`;
  }

  form.addEventListener("submit", async (event) => {
    // The form is never the browser's to send.
    event.preventDefault();
    const text = input.value.trim();
    const meant = picked;
    letGo();
    input.value = "";
    fitInput();
    input.focus();
    if (text !== "") await onSend(text, meant);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") letGo();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  input.addEventListener("input", fitInput);

  return {
    /** The next text is a message's new one, or an answer to it. `label` says which; pressed, it lets go. */
    pickUp({ mode, id, text, label }) {
      letGo();
      picked = { mode, id };
      note = make("button", "picked", label);
      note.type = "button";
      note.addEventListener("click", () => {
        if (mode === "edit") input.value = "";
        letGo();
      });
      form.before(note);
      if (mode === "edit") input.value = text;
      fitInput();
      input.focus();
    },
    letGo,
  };
}
