// Shows the print button, which does nothing where scripts are off, and opens the browser's own dialogue.
for (const button of document.querySelectorAll("button.print")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
