// What is wrong with a page for its readers: too wide for the window, hard to read, or without the landmarks that are read out.
import type { Page } from "playwright-core";

// Runs in the page, so it is text here: WCAG 2.2's contrast of every visible text against the colour it stands on.
const lookForFaults = `(() => {
  const faults = [];
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  if (wide > 0) faults.push("wider than the window by " + wide);
  for (const once of ["h1", "main", "title"]) {
    const count = document.querySelectorAll(once).length;
    if (count !== 1) faults.push(count + " of " + once);
  }
  if (!document.documentElement.lang || !document.documentElement.dir) faults.push("no lang or dir");
  const parse = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== "none") return parse(style.backgroundImage.match(/rgb\\([^)]*\\)/)[0]);
      const [r, g, b, alpha = 1] = parse(style.backgroundColor);
      if (alpha > 0) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    const box = element.getBoundingClientRect();
    if (!node.data.trim() || box.width < 2 || box.height < 2) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < 4.5) faults.push("contrast " + contrast.toFixed(2) + ": " + node.data.trim().slice(0, 40));
    if (box.left < -1 || box.right > window.innerWidth + 1) faults.push("cut off: " + node.data.trim().slice(0, 40));
  }
  return faults;
})()`;

export const faultsOf = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(lookForFaults);
