// What a first visitor meets in a browser: a guide that ticks itself, everything within reach on a phone, and controls that do what they say.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeWithChromium, startChromium } from "../support/chromium.js";
import { day } from "../support/people-world.js";
import { openPage, overflowOf } from "./open-page.js";
import { startedDemo } from "./started-demo.js";

const stepsOf = (page: Page) => page.getByTestId("guide-step");
const doneOf = async (page: Page) =>
  (await stepsOf(page).allTextContents()).filter((step) => step.includes("✓")).length;

/** How far the page itself could be scrolled, down and sideways. */
const scrollOf = (page: Page) =>
  page.evaluate<number>("document.documentElement.scrollHeight - window.innerHeight") as Promise<number>;

describeWithChromium("a first visit", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  it("is led from start to renewal to payment, each step ticked by what stands in the chat", async () => {
    const { origin, botApi, fatima } = await startedDemo();
    const page = await openPage(browser, `${origin}/demo?lang=en`);
    const chat_id = fatima.telegramUserId;
    const link = (url: string) => ({ inline_keyboard: [[{ text: "Open", url }]] });
    await stepsOf(page).filter({ hasText: "Renew Maria" }).waitFor();
    await page.getByRole("button", { name: "Start", exact: true }).click();
    await expect.poll(() => doneOf(page)).toBe(1);
    await botApi.handle("sendMessage", { chat_id, text: "terms", reply_markup: link("http://127.0.0.1:1/terms/1") });
    await page.getByText("terms").waitFor();
    expect(await doneOf(page)).toBe(1);
    await botApi.handle("sendMessage", { chat_id, text: "pay", reply_markup: link("http://127.0.0.1:1/p/abc") });
    await expect.poll(() => doneOf(page)).toBe(2);
    await botApi.handle("sendMessage", { chat_id, text: "receipt", reply_markup: link("http://127.0.0.1:1/r/abc") });
    await expect.poll(() => doneOf(page)).toBe(3);
  });

  it("closes the guide for good", async () => {
    const { origin } = await startedDemo();
    const page = await openPage(browser, `${origin}/demo?lang=ar`);
    await page.getByTestId("guide").getByRole("button").click();
    expect(await page.getByTestId("guide").isVisible()).toBe(false);
    await page.goto(`${origin}/demo?as=yousef&lang=en`);
    await page.getByRole("button", { name: "Start", exact: true }).waitFor();
    expect(await page.getByTestId("guide").isVisible()).toBe(false);
  });

  it.each(["ar", "en"])("in %s needs no scrolling at 320 × 640: the line to write in and every part", async (lang) => {
    const { origin, post } = await startedDemo();
    const page = await openPage(browser, `${origin}/demo?lang=${lang}`);
    await page.setViewportSize({ width: 320, height: 640 });
    const fits = async () => {
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      expect(await scrollOf(page)).toBeLessThanOrEqual(0);
    };
    for (const once of ["input", "send", "share-contact"]) {
      const box = await page.getByTestId(once).boundingBox();
      expect(box?.y).toBeGreaterThan(0);
      expect((box?.y ?? 999) + (box?.height ?? 999)).toBeLessThanOrEqual(640);
      expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
    }
    await fits();
    const tab = (name: string) => page.locator(`[data-tab="${name}"]`).and(page.getByRole("button"));
    // A text message comes: it is shown over the chat and counted at its tab, and a press types its code.
    await post("/demo/sms", { to: "+96550009001", text: "Code 482913" }, { authorization: "Bearer sms-token" });
    await page.locator("#sms-note").click();
    expect(await page.getByTestId("input").inputValue()).toBe("482913");
    await tab("sms").filter({ hasText: "1" }).click();
    await page.getByTestId("sms").waitFor();
    await fits();
    await tab("controls").click();
    for (const id of ["now", "next-reminder", "filing-hint"])
      expect(await page.locator(`#${id}`).isVisible()).toBe(true);
    await fits();
    await tab("who").click();
    await page.getByTestId("input").waitFor({ state: "hidden" });
    await page.getByText("284031790006").click();
    expect(await page.getByTestId("input").inputValue()).toBe("482913284031790006");
    await tab("desk").click();
    await page.getByTestId("desk-chat").getByTestId("input").waitFor();
    expect(await page.getByTestId("phone").isVisible()).toBe(false);
    await fits();
    await tab("chat").click();
    await page.getByTestId("phone").getByTestId("input").waitFor();
  });

  it("goes to the next reminder, or says that there is none", async () => {
    const { origin, clock, reminders, fatima } = await startedDemo();
    const page = await openPage(browser, `${origin}/demo?lang=en`);
    await page.getByRole("button", { name: "To the next reminder" }).click();
    await page.getByText("No reminder is planned").waitFor();
    reminders.set(fatima.telegramUserId, new Date(Date.now() + 5 * day));
    await page.getByRole("button", { name: "To the next reminder" }).click();
    await page.getByText("The reminder arrives in the chat").waitFor();
    expect(clock.now().getTime() - Date.now()).toBeGreaterThan(4.9 * day);
  });

  it("switches who files, shows it to every page that is open, and then offers the filings at the desk", async () => {
    const { origin, filing, botApi } = await startedDemo();
    const page = await openPage(browser, `${origin}/demo?lang=en&staff=agent`);
    const offered = page.getByRole("button", { name: "Filings", exact: true });
    await page.getByText("FILING=own").waitFor();
    expect(await offered.isVisible()).toBe(false);
    await page.getByRole("button", { name: "By the desk" }).click();
    await page.getByText("FILING=manual").waitFor();
    expect(filing.now()).toBe("manual");
    await offered.click();
    await page.getByTestId("desk-chat").getByTestId("message").filter({ hasText: "/filings" }).waitFor();
    expect(botApi.pendingUpdates()).toMatchObject([{ message: { text: "/filings" } }]);
    filing.choose("own");
    await page.getByText("FILING=own").waitFor();
  });

  it("copies by a button, with a visible sign, and tells the bot nothing of it", async () => {
    const { origin, botApi, fatima } = await startedDemo();
    botApi.person(fatima.telegramUserId).begin();
    const reply_markup = { inline_keyboard: [[{ text: "Copy number", copy_text: { text: "TJ-2026-7KQ4MX2P" } }]] };
    await botApi.handle("sendMessage", { chat_id: fatima.telegramUserId, text: "TJ-2026-7KQ4MX2P", reply_markup });
    const page = await openPage(browser, `${origin}/demo?lang=en`);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByTestId("button").filter({ hasText: "Copy number" }).click();
    await page.getByTestId("button").filter({ hasText: "✓ Copy number" }).waitFor();
    await page.getByText("Copied", { exact: true }).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe("TJ-2026-7KQ4MX2P");
    expect(botApi.pendingUpdates()).toEqual([]);
    expect(botApi.violations).toEqual([]);
  });
});
