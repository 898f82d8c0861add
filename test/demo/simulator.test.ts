import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { UploadedFile } from "../../src/demo/bot-api/uploaded-file.js";
import { describeWithChromium, startChromium } from "../support/chromium.js";
import { eventually } from "../support/eventually.js";
import { openPage, overflowOf } from "./open-page.js";
import { startedDemo } from "./started-demo.js";

const answer = {
  text: "✅ <b>KD\u00a010.000</b> &lt;img src=x onerror=alert(1)&gt;\n<code>TJ-2026-7KQ4MX2P</code>\nhttp://127.0.0.1:1/p/x",
  parse_mode: "HTML",
  reply_markup: {
    inline_keyboard: [[{ text: "Back", callback_data: "back" }], [{ text: "Pay", url: "http://127.0.0.1:1/p/x" }]],
  },
};

/** The demo with a bot that answers everything with the same message. */
async function demoWithBot() {
  const demo = await startedDemo();
  const { botApi } = demo;
  const end = botApi.subscribe(({ kind }) => {
    if (kind !== "update") return;
    for (const update of botApi.takeUpdates()) {
      const query = update.callback_query;
      if (query !== undefined) {
        void botApi.handle("answerCallbackQuery", { callback_query_id: query.id, text: `pressed ${query.data}` });
      } else {
        void botApi.handle("sendMessage", { chat_id: update.message?.chat.id, ...answer });
      }
    }
  });
  onTestFinished(end);
  return demo;
}

describeWithChromium("the simulator in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  it("plays a chat: says, hears, presses, shares the contact, shows the text message", async () => {
    const { origin, post, botApi, fatima } = await demoWithBot();
    const page = await openPage(browser, `${origin}/demo?as=fatima&lang=en`);
    const chat = page.getByTestId("chat");
    await page.getByTestId("input").fill("/start");
    await page.getByTestId("send").click();
    await chat.getByText("KD\u00a010.000").waitFor();
    expect(await page.getByTestId("message").count()).toBe(2);
    expect(await chat.locator("b").textContent()).toBe("KD\u00a010.000");
    expect(await chat.textContent()).toContain("<img src=x onerror=alert(1)>");
    expect(await chat.locator("img").count()).toBe(0);

    const pay = page.getByTestId("button").filter({ hasText: "Pay" });
    expect(await pay.getAttribute("href")).toBe("http://127.0.0.1:1/p/x");
    expect(await pay.getAttribute("target")).toBe("_blank");
    await page.getByTestId("button").filter({ hasText: "Back" }).click();
    await page.getByText("pressed back").waitFor();

    await page.getByTestId("share-contact").click();
    await chat.getByText(fatima.phone).waitFor();
    await post("/demo/sms", { to: fatima.phone, text: "482913" }, { authorization: "Bearer sms-token" });
    await page.getByTestId("sms").getByText("482913").waitFor();
    expect(botApi.violations).toEqual([]);
  });

  it("sends what a quick thumb wrote before the page had loaded all it needs", async () => {
    const { origin, fatima } = await demoWithBot();
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    await page.route("**/demo/people", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await route.continue();
    });
    await page.goto(`${origin}/demo?as=${fatima.id}&lang=en`);
    await page.getByTestId("input").fill("/start");
    await page.getByTestId("send").click();
    await page.getByTestId("chat").getByText("KD\u00a010.000").waitFor();
    expect(new URL(page.url()).searchParams.get("as")).toBe(fatima.id);
  });

  it("offers the reply keyboard, attachments, the menu and the numbers on the cards", async () => {
    const { origin, botApi, fatima } = await startedDemo();
    const person = botApi.person(fatima.telegramUserId);
    person.say("hi");
    await botApi.handle("setMyCommands", { commands: [{ command: "renew", description: "Renew cover" }] });
    await botApi.handle("sendMessage", {
      chat_id: fatima.telegramUserId,
      text: "phone?",
      reply_markup: { keyboard: [[{ text: "Share my number", request_contact: true }], ["Later"]] },
    });
    const page = await openPage(browser, `${origin}/demo?as=fatima&lang=en`);
    await page.getByTestId("button").filter({ hasText: "Share my number" }).click();
    await page.getByTestId("button").filter({ hasText: "Later" }).click();
    await page.locator("#attach-open").click();
    await page.getByRole("button", { name: "Voice note" }).click();
    await page.locator("#menu-open").click();
    await page.getByRole("button", { name: "Renew cover" }).click();
    await page.getByRole("button", { name: fatima.civilId }).click();
    await page.getByTestId("input").press("Enter");
    await page.getByTestId("chat").getByText(fatima.civilId).waitFor();
    const kinds = person.messages().map(({ kind, text }) => (kind === "text" ? text : kind));
    expect(kinds).toEqual(["hi", "phone?", "contact", "Later", "voice", "/renew", fatima.civilId]);
  });

  it.each(["ar", "en"])("in %s shows a document with its name and words, and saves it", async (lang) => {
    const { origin, botApi, fatima } = await startedDemo();
    botApi.person(fatima.telegramUserId).say("hi");
    const text = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
    const document = new UploadedFile("tajdeed.ics", "text/calendar", Buffer.from(text));
    const reply_markup = { inline_keyboard: [[{ text: "Menu", callback_data: "/start" }]] };
    const caption = "A calendar file";
    await botApi.handle("sendDocument", { chat_id: fatima.telegramUserId, document, caption, reply_markup });
    const page = await openPage(browser, `${origin}/demo?as=fatima&lang=${lang}`);
    await page.setViewportSize({ width: 320, height: 800 });
    const bubble = page.getByTestId("message").filter({ has: page.getByTestId("document") });
    expect(await bubble.getByTestId("document").locator("strong").textContent()).toBe("tajdeed.ics");
    expect(await bubble.textContent()).toContain(caption);
    expect(await bubble.getByTestId("button").textContent()).toBe("Menu");
    const saving = page.waitForEvent("download");
    await bubble.getByTestId("document").click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe("tajdeed.ics");
    expect(readFileSync(await saved.path(), "utf8")).toBe(text);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  });

  it("lets a person change what they wrote, or leave it after all", async () => {
    const { origin, botApi, fatima } = await startedDemo();
    const person = botApi.person(fatima.telegramUserId);
    person.say("befor");
    const page = await openPage(browser, `${origin}/demo?as=fatima&lang=en`);
    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByTestId("input").fill("before");
    await page.getByTestId("send").click();
    await page.getByTestId("message").filter({ hasText: "edited" }).getByText("before").waitFor();
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await page.getByRole("button", { name: "Editing a message" }).click();
    expect(await page.getByTestId("input").inputValue()).toBe("");
    await page.getByTestId("input").fill("another");
    await page.getByTestId("send").click();
    await page.getByTestId("message").filter({ hasText: "another" }).waitFor();
    expect(person.messages().map(({ text }) => text)).toEqual(["before", "another"]);
  });

  it("moves the clock, and keeps a chat of its own for each person", async () => {
    const { origin, clock } = await demoWithBot();
    const page = await openPage(browser, `${origin}/demo?as=fatima&lang=en`);
    const before = clock.now().getTime();
    const shown = () => page.locator("#now").textContent();
    await page.locator("#now", { hasText: "2" }).waitFor();
    const atFirst = await shown();
    await page.getByRole("button", { name: "30 days" }).click();
    await eventually(async () => expect(await shown()).not.toBe(atFirst), 20_000);
    expect(clock.now().getTime() - before).toBeGreaterThan(29 * 86_400_000);
    await page.getByTestId("input").fill("hello");
    await page.getByTestId("input").press("Enter");
    await page.getByTestId("message").first().waitFor();
    await page.locator("#person").selectOption("ramesh");
    await page.getByRole("button", { name: "Start" }).waitFor();
    expect(await page.getByTestId("message").count()).toBe(0);
    expect(page.url()).toContain("as=ramesh");
  });

  it.each(["ar", "en"])("in %s fits every screen from 320 pixels on", async (lang) => {
    const { origin } = await demoWithBot();
    const page = await openPage(browser, `${origin}/demo?as=abdullah&lang=${lang}`);
    expect(await page.locator("html").getAttribute("dir")).toBe(lang === "ar" ? "rtl" : "ltr");
    await page.getByTestId("input").fill("/start");
    await page.getByTestId("send").click();
    await page.getByTestId("button").first().waitFor();
    for (const width of [320, 390, 700, 900, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflowOf(page), `at ${width}`).toBeLessThanOrEqual(0);
    }
  });
});
