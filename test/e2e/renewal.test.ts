// The main job as a sponsor sees it: from /start to the receipt, in a real browser, through the real bot, in both languages.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fils } from "../../src/domain/kwd.js";
import type { Language } from "../../src/words/line.js";
import { describeWithChromium, startChromium } from "../support/chromium.js";
import { openPhone, type Phone } from "../support/phone.js";
import { type Program, program } from "../support/program.js";
import { labelIn, registerInBrowser, samplePerson } from "../support/register-in-browser.js";

/** `npm run screenshots` keeps them for the README; any other run looks at them and throws them away. */
const pictures = process.env.SCREENSHOTS ?? mkdtempSync(join(tmpdir(), "tajdeed-pictures-"));

describeWithChromium("the main job in a browser", () => {
  let browser: Browser;
  let demo: Program;

  beforeAll(async () => {
    demo = await program();
    [browser] = await Promise.all([startChromium(), demo.start()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demo?.end();
  });

  const label = labelIn;
  const register = registerInBrowser;

  /** Opens the pay link of the chat as the browser does, and answers on the sandbox. */
  async function pay(phone: Phone, language: Language, outcome: "approve" | "decline", picture?: string) {
    const page = await browser.newPage({ viewport: { width: 420, height: 900 } });
    await page.goto(await phone.link(label(language, "button-pay-page")));
    expect(await page.locator("html").getAttribute("dir")).toBe(language === "ar" ? "rtl" : "ltr");
    if (picture !== undefined) await page.screenshot({ path: `${pictures}/pay-page-${picture}.png`, fullPage: true });
    await page.locator("form button").click();
    await page.waitForURL(/\/pay\//);
    await page.locator(`button[value=${outcome}]`).click();
    await page.waitForURL(/\/(r|p)\//);
    return page;
  }

  it("in Arabic: register, inquire, renew two workers for two years in one basket, pay, receipt", async () => {
    const who = await samplePerson(demo, "fatima");
    const phone = await openPhone(browser, `${demo.origin}/demo?as=fatima&lang=ar`);
    await register(phone, "ar", who);

    await phone.says(who.workers[0]?.civilId ?? "");
    expect(await phone.last()).toContain("ماريا سانتوس");

    await phone.says("أبي أجدد الضمان");
    // Both end soon, so both are ticked already.
    await phone.presses(label("ar", "button-years-fee", { n: 2, amount: "20.000" }));
    expect(await phone.last()).toContain("20.000\u00a0د.ك");
    await phone.page.screenshot({ path: `${pictures}/fee-ar.png` });
    await phone.presses(label("ar", "button-accept-pay", { total: { kwd: fils(20_000) } }));
    await phone.page.screenshot({ path: `${pictures}/renewal-ar.png` });

    const page = await pay(phone, "ar", "approve", "ar");
    await page.waitForURL(/\/r\//);
    expect(await page.locator("main").innerText()).toMatch(/TJ-\d{4}-[A-Z0-9]{8}/);
    await page.screenshot({ path: `${pictures}/receipt-ar.png`, fullPage: true });
    await page.close();

    const receipt = await phone.hears(/TJ-\d{4}-/);
    expect(receipt).toContain("20.000\u00a0د.ك");
    await phone.says("/workers");
    expect(await phone.last()).not.toContain(label("ar", "standing-none"));
    await phone.page.close();
  }, 180_000);

  it("in English: renew one worker, declined, retried with the same link, receipt", async () => {
    const who = await samplePerson(demo, "yousef");
    const phone = await openPhone(browser, `${demo.origin}/demo?as=yousef&lang=en`);
    await register(phone, "en", who);
    await phone.says("renew my driver's insurance");
    await phone.presses(label("en", "button-years-fee", { n: 1, amount: "5.000" }));
    await phone.presses(label("en", "button-accept-pay", { total: { kwd: fils(5_000) } }));
    await phone.page.screenshot({ path: `${pictures}/renewal-en.png` });

    const declined = await pay(phone, "en", "decline", "en");
    expect(await declined.locator("main").innerText()).toContain(label("en", "pay-page-declined-title"));
    await phone.hears(label("en", "notice-declined"));
    await declined.locator("form button").click();
    await declined.waitForURL(/\/pay\//);
    await declined.locator("button[value=approve]").click();
    await declined.waitForURL(/\/r\//);
    await declined.screenshot({ path: `${pictures}/receipt-en.png`, fullPage: true });
    await declined.close();
    await phone.hears(/TJ-\d{4}-/);
    await phone.page.screenshot({ path: `${pictures}/chat-receipt-en.png` });
    await phone.page.close();
  }, 180_000);
});
