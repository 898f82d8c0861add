// Where the screen is too narrow for all of it side by side, one part is shown at a time; the style sheet decides where that is.

/**
 * @param {{ stage: HTMLElement, tabs: HTMLElement, first: string | null, onDesk: (() => void) | undefined }} of
 * `onDesk`: opens the desk, which is not there yet
 */
export function wireTabs({ stage, tabs, first, onDesk }) {
  const buttons = [...tabs.querySelectorAll("[data-tab]")];

  function show(name) {
    stage.dataset.tab = name;
    for (const button of buttons) {
      if (button.dataset.tab === name) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
    mark(name, 0);
  }

  /** How much there is unseen behind a tab; none while it is the one shown. */
  function mark(name, count) {
    const badge = tabs.querySelector(`[data-tab="${name}"] .badge`);
    if (badge === null) return;
    const unseen = stage.dataset.tab === name ? 0 : count;
    badge.textContent = String(unseen);
    badge.hidden = unseen === 0;
  }

  for (const button of buttons) {
    const { tab } = button.dataset;
    button.addEventListener("click", () => (tab === "desk" && onDesk !== undefined ? onDesk() : show(tab)));
  }
  show(buttons.some(({ dataset }) => dataset.tab === first) ? first : "chat");
  return { show, mark, shown: () => stage.dataset.tab };
}
