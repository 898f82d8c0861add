// Where the screen is too narrow for all of it side by side, one part is shown at a time; the style sheet decides where that is.

/**
 * @param {{ stage: HTMLElement, tabs: HTMLElement, first: string | null, onDesk: (() => void) | undefined }} of
 * `onDesk`: opens the desk, which is not there yet
 */
export function wireTabs({ stage, tabs, first, onDesk }) {
  const buttons = [...tabs.querySelectorAll("[data-tab]")];
  const totals = new Map();
  const seen = new Map();

  function show(name) {
    stage.dataset.tab = name;
    for (const button of buttons) {
      if (button.dataset.tab === name) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
    if (totals.has(name)) tellTotal(name, totals.get(name));
  }

  /** Says how many messages there are behind a tab; those that came while another was shown are counted on it. */
  function tellTotal(name, total) {
    totals.set(name, total);
    if (!seen.has(name) || stage.dataset.tab === name) seen.set(name, total);
    const unseen = Math.max(0, total - seen.get(name));
    const badge = tabs.querySelector(`[data-tab="${name}"] .badge`);
    badge.textContent = String(unseen);
    badge.hidden = unseen === 0;
  }

  for (const button of buttons) {
    const { tab } = button.dataset;
    button.addEventListener("click", () => (tab === "desk" && onDesk !== undefined ? onDesk() : show(tab)));
  }
  show(buttons.some(({ dataset }) => dataset.tab === first) ? first : "chat");
  return { show, tellTotal };
}
