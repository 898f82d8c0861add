// A person's phone in the simulator: writes, presses, and reads what the bot says, as a hand and an eye would.
import type { Browser, Locator, Page } from "playwright-core";

export type Phone = {
  readonly page: Page;
  /** Sends a text and waits for the answer to it. */
  says(text: string): Promise<string>;
  /** Presses the newest button with this label and waits for what it changes. */
  presses(label: string | RegExp): Promise<string>;
  sharesContact(): Promise<string>;
  /** What the bot said last. */
  last(): Promise<string>;
  /** Waits for a message that holds this. @returns the newest such message */
  hears(text: string | RegExp): Promise<string>;
  /** The newest link button's address. */
  link(label: string | RegExp): Promise<string>;
};

const patienceMs = 20_000;

export async function openPhone(browser: Browser, url: string): Promise<Phone> {
  const page = await browser.newPage({ viewport: { width: 1180, height: 900 } });
  await page.goto(url);
  return phoneIn(page.getByTestId("phone"));
}

/** One chat of the page, where several stand side by side: the sponsor's phone, the desk's chat, the team's group. */
export function phoneIn(root: Locator): Phone {
  const page = root.page();
  const messages = root.getByTestId("message");
  const lastText = async () => ((await messages.count()) === 0 ? "" : ((await messages.last().innerText()) ?? ""));

  /** Something new stands there, from the bot, and no more comes for a moment. */
  async function settled(act: () => Promise<void>): Promise<string> {
    const before = await root.getByTestId("chat").innerText();
    await act();
    let previous = before;
    for (const until = Date.now() + patienceMs; Date.now() < until; ) {
      await page.waitForTimeout(120);
      const now = await root.getByTestId("chat").innerText();
      const fromBot = await messages.last().evaluate((element) => !element.classList.contains("person"));
      if (now !== before && now === previous && fromBot) return lastText();
      previous = now;
    }
    throw new Error(`no answer; the chat ends with:\n${await lastText()}`);
  }

  /** A label given as text is the whole label: "Pay" is not "Pay without account". */
  const newest = (label: string | RegExp): Locator => {
    const whole =
      typeof label === "string" ? new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`) : label;
    return root.getByTestId("button").filter({ hasText: whole }).last();
  };

  return {
    page,
    last: lastText,
    says: (text) =>
      settled(async () => {
        await root.getByTestId("input").fill(text);
        await root.getByTestId("send").click();
      }),
    presses: (label) =>
      settled(async () => {
        const pressed = newest(label).click({ timeout: patienceMs });
        await pressed.catch(async (error: unknown) => {
          throw new Error(`no button ${label}; the chat ends with:\n${await lastText()}`, { cause: error });
        });
      }),
    sharesContact: () => settled(() => root.getByTestId("share-contact").click()),
    async hears(text) {
      const heard = messages.filter({ hasText: text }).last();
      await heard.waitFor({ timeout: patienceMs });
      return heard.innerText();
    },
    async link(label) {
      const href = await newest(label).getAttribute("href", { timeout: patienceMs });
      if (href === null) throw new Error(`the button ${label} is no link`);
      return href;
    },
  };
}
