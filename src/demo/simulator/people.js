// The page of the sample people: a press on a number copies it, and says so.
import { copyText } from "./copy.js";

const { copied, notCopied } = document.body.dataset;
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    const isCopied = await copyText(button.dataset.copy);
    const said = isCopied ? copied : notCopied;
    document.getElementById("copied").textContent = `${said}: ${button.dataset.copy}`;
    button.textContent = isCopied ? `✓ ${copied}` : notCopied;
    clearTimeout(button.timer);
    button.timer = setTimeout(() => {
      button.textContent = button.dataset.copy;
    }, 1600);
  });
}
