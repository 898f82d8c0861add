// Every page in every state and in both languages, as axe sees it: it finds nothing. (Contrast in the dark: browser.test.ts.)
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { fils } from "../../src/domain/kwd.js";
import { createSandbox } from "../../src/gateways/sandbox/adapter.js";
import type { OpenedAttempt, PayPage } from "../../src/payments/service.js";
import { languages } from "../../src/words/line.js";
import { axeFaults } from "../support/axe.js";
import { describeWithChromium, startChromium } from "../support/chromium.js";
import { payPage, receiptPage, token } from "../support/fake-payments.js";
import { freePort } from "../support/free-port.js";
import { type PagesServer, startPages } from "../support/pages-server.js";
import { type Sandbox, startSandbox } from "../support/sandbox.js";

const link = "q7RkX2m0JfVb9nTzLw4ScB";
const terms = {
  text: { ar: "1. الرسم.\n2. البيانات.", en: "1. The fee.\n2. Your data." },
  since: "2026-11-22" as IsoDate,
};

const states: readonly Partial<PayPage>[] = [
  { state: "open" },
  { state: "open", lastTry: "declined" },
  { state: "open", lastTry: "cancelled" },
  { state: "open", lastTry: "expired" },
  { state: "at-gateway" },
  { state: "unknown" },
  { state: "paid", receiptNumber: "TJ-2026-7KQ4MWXH", receiptUrl: "http://127.0.0.1:9/r/a" },
  { state: "conflicted" },
  { state: "expired" },
  { state: "superseded" },
];

type Refused = Extract<OpenedAttempt, { ok: false }>;
const refusals: readonly Refused["reason"][] = ["covered", "paying-elsewhere", "conflicted", "expired", "gateway-down"];

/** Two cores with other suites beside it make a browser slow, not wrong. */
vi.setConfig({ testTimeout: 120_000 });

describeWithChromium("axe finds nothing", () => {
  let browser: Browser;
  let server: PagesServer;
  let sandbox: Sandbox;
  let page: Page;

  beforeAll(async () => {
    const port = await freePort();
    const sandboxUrl = `http://127.0.0.1:${port}`;
    const gateway = createSandbox({ askUrl: sandboxUrl, pageUrl: sandboxUrl });
    server = await startPages({
      parts: {
        gateways: [gateway],
        terms: { find: async (version) => ({ version, ...terms }) },
        exports: {
          look: async (given) => (given === link ? "ready" : "gone"),
          take: async () => ({ ok: false, reason: "gone" }),
        },
      },
    });
    server.payments.shownReceipt = receiptPage({ url: `${server.url}/r/${token}` });
    sandbox = await startSandbox({ serviceUrl: server.url, port });
    browser = await startChromium();
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([server.close(), sandbox.close()]);
  });

  async function expectNothing(what: string): Promise<void> {
    expect(await axeFaults(page), what).toEqual([]);
  }

  async function expectNothingAt(url: string): Promise<void> {
    for (const language of languages) {
      await page.goto(`${url}${url.includes("?") ? "&" : "?"}lang=${language}`);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      await expectNothing(`${url} ${language}`);
    }
  }

  it.each(states)("on the pay page of %j", async (state) => {
    server.payments.page = payPage(state);
    await expectNothingAt(`${server.url}/p/${token}`);
  });

  it("on the pay page with everything unfolded", async () => {
    server.payments.page = payPage();
    await page.goto(`${server.url}/p/${token}?lang=ar`);
    await page.locator("summary").click();
    expect(await page.locator("details ul").isVisible()).toBe(true);
    await expectNothing("unfolded");
  });

  it("on the return page, while it asks again and when it has stopped", async () => {
    server.payments.page = payPage({ state: "unknown" });
    // The last pause is long enough to look at the page before it goes.
    await expectNothingAt(`${server.url}/p/${token}/return?n=6`);
    await expectNothingAt(`${server.url}/p/${token}/return?n=7`);
  });

  it.each(refusals)("on what pressing Pay leads to when it is %s", async (reason) => {
    server.payments.page = payPage();
    server.payments.opened = { ok: false, reason };
    await page.goto(`${server.url}/p/${token}?lang=en`);
    await page.locator("form button").click();
    await page.waitForURL(/\/pay\?lang=en$/);
    await expectNothing(reason);
  });

  it("on the receipt, the terms, the export and the errors", async () => {
    for (const path of [`/r/${token}`, "/terms/1", "/privacy", `/x/${link}`, "/x/used", "/nothing", "/p/%zz"])
      await expectNothingAt(server.url + path);
    server.payments.isDown = true;
    await expectNothingAt(`${server.url}/p/${token}`);
    server.payments.isDown = false;
  });

  it("on the sandbox's page, open, closed and unknown", async () => {
    const created = await sandbox.gateway.createAttempt({
      reference: "a".repeat(32),
      fils: fils(20_000),
      currency: "KWD",
      language: "ar",
      returnUrl: `${server.url}/p/${token}/return`,
      callbackUrl: `${server.url}/gateways/sandbox/callback`,
    });
    if (!created.ok) throw new Error(created.reason);
    await expectNothingAt(created.redirectUrl);
    await expectNothingAt(`${sandbox.url}/pay/none`);
    await page.goto(created.redirectUrl);
    await page.locator('button[value="decline"]').click();
    await page.waitForURL(/\/return$/);
    await expectNothingAt(created.redirectUrl);
  });
});
