// What axe finds wrong with a page for people who cannot see it, hear it or point at it: each fault with the elements that have it.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** Every rule that axe has on, best practices among them. No page has frames, so none needs a second page beside it (legacy mode). */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
