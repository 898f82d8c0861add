import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { fils } from "../../src/domain/kwd.js";
import { createSandbox } from "../../src/gateways/sandbox/adapter.js";
import type { PayPage } from "../../src/payments/service.js";
import { describeWithChromium, startChromium } from "../support/chromium.js";
import { paidLine, payPage, receiptPage, token } from "../support/fake-payments.js";
import { freePort } from "../support/free-port.js";
import { faultsOf } from "../support/page-faults.js";
import { type PagesServer, startPages } from "../support/pages-server.js";
import { type Sandbox, startSandbox } from "../support/sandbox.js";

/** Names as long as records hold them: what must still fit on the smallest phone. */
const longLine = paidLine("عبد الرحمن بن محمد المصطفى راجاسيخاران-بالاسوبرامانيام", "ع. ر.", "4106");

/** One of each look: what is asked, what is waited for, what went well, what is closed. */
const states: readonly PayPage["state"][] = ["open", "at-gateway", "paid", "expired"];

// Runs in the page, so it is text here.
const brokenOverLines = `[...document.querySelectorAll(".amount, .last-four, form button bdi")]
  .filter((element) => new Set([...element.getClientRects()].map(({ bottom }) => Math.round(bottom))).size !== 1)
  .map((element) => element.textContent)`;

/** Two cores with other suites beside it make a browser slow, not wrong. */
vi.setConfig({ testTimeout: 90_000 });

describeWithChromium("pages in a browser without JavaScript", () => {
  let browser: Browser;
  let server: PagesServer;
  let sandbox: Sandbox;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    const port = await freePort();
    const sandboxUrl = `http://127.0.0.1:${port}`;
    const gateway = createSandbox({ askUrl: sandboxUrl, pageUrl: sandboxUrl });
    server = await startPages({ parts: { gateways: [gateway] } });
    sandbox = await startSandbox({ serviceUrl: server.url, port });
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([server.close(), sandbox.close()]);
  });

  beforeEach(async () => {
    complaints = [];
    context = await browser.newContext({ javaScriptEnabled: false });
    page = await context.newPage();
    // A style that the policy blocks, a form that may not lead where it should: the browser says so here.
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("status of")) complaints.push(message.text());
    });
  });
  afterEach(() => context.close());

  const looks = [
    { width: 320, colorScheme: "light" },
    { width: 320, colorScheme: "dark" },
    { width: 1280, colorScheme: "light" },
  ] as const;

  async function expectReadable(url: string): Promise<void> {
    for (const language of ["ar", "en"]) {
      await page.goto(`${url}?lang=${language}`);
      for (const { width, colorScheme } of looks) {
        await page.setViewportSize({ width, height: 640 });
        await page.emulateMedia({ colorScheme });
        expect(await faultsOf(page), `${url} ${language} ${width} ${colorScheme}`).toEqual([]);
      }
    }
    expect(complaints).toEqual([]);
  }

  it.each(states)("the pay page of an intent that is %s fits, reads and stands on its policy", async (state) => {
    server.payments.page = payPage({
      state,
      lines: [longLine, ...payPage().lines],
      lastTry: "declined",
      receiptUrl: `${server.url}/r/${token}`,
      receiptNumber: "TJ-2026-7KQ4MWXH",
    });
    await expectReadable(`${server.url}/p/${token}`);
  });

  it("so do the receipt, the errors and the sandbox's page", async () => {
    server.payments.shownReceipt = receiptPage({
      url: `${server.url}/r/${token}`,
      lines: [...receiptPage().lines, { ...longLine, state: "paid" }],
    });
    await expectReadable(`${server.url}/r/${token}`);
    await expectReadable(`${server.url}/nothing`);
    await expectReadable(await newCharge("b".repeat(32)));
  });

  it.each([1, 3])("Pay is above the fold on a phone, in test mode too, for %i", async (workers) => {
    const lines = [...payPage().lines, paidLine("", "ع. ر.", "4107")].slice(0, workers);
    server.payments.page = payPage({ lines, totalFils: fils(10_000 * workers) });
    await page.setViewportSize({ width: 390, height: 844 });
    for (const language of ["ar", "en"]) {
      await page.goto(`${server.url}/p/${token}?lang=${language}`);
      expect(await page.locator(".test").isVisible()).toBe(true);
      const button = await page.locator("form button").boundingBox();
      expect(button === null ? Number.NaN : button.y + button.height, language).toBeLessThanOrEqual(844);
      // Recipient, amount and purpose are read before it.
      for (const before of [".card dl", ".bill caption", ".bill tfoot"]) {
        const box = await page.locator(before).boundingBox();
        expect(box === null ? Number.NaN : box.y + box.height).toBeLessThanOrEqual(button?.y ?? 0);
      }
      expect(await page.locator("details li").first().isVisible()).toBe(false);
    }
  });

  it("breaks no amount, and no label with its last four digits, over two lines", async () => {
    server.payments.page = payPage({ lines: [longLine, ...payPage().lines], totalFils: fils(999_999_999) });
    await page.setViewportSize({ width: 320, height: 640 });
    for (const language of ["ar", "en"]) {
      await page.goto(`${server.url}/p/${token}?lang=${language}`);
      const broken = await page.evaluate<readonly string[]>(brokenOverLines);
      expect(broken, language).toEqual([]);
    }
  });

  it("the return page asks again by itself, without a script, until it ends in the receipt", async () => {
    server.payments.page = payPage({ state: "unknown" });
    server.payments.shownReceipt = receiptPage({ url: `${server.url}/r/${token}` });
    await page.goto(`${server.url}/p/${token}/return`);
    await page.waitForURL(/n=1$/);
    server.payments.page = payPage({ state: "paid", receiptUrl: `${server.url}/r/${token}` });
    await page.waitForURL(`${server.url}/r/${token}`);
    expect(complaints).toEqual([]);
  });

  it("shows a print button only where it can do something", async () => {
    server.payments.shownReceipt = receiptPage({ url: `${server.url}/r/${token}` });
    await page.goto(`${server.url}/r/${token}`);
    expect(await page.locator("button.print").isVisible()).toBe(false);
    const scripted = await browser.newPage();
    await scripted.addInitScript("window.printed = 0; window.print = () => { window.printed += 1 }");
    await scripted.goto(`${server.url}/r/${token}`);
    await scripted.locator("button.print").click();
    expect(await scripted.evaluate("window.printed")).toBe(1);
    await scripted.close();
  });

  const focused = (what: string) => page.evaluate(`document.activeElement.${what}`);

  async function newCharge(reference: string): Promise<string> {
    const created = await sandbox.gateway.createAttempt({
      reference,
      fils: fils(20_000),
      currency: "KWD",
      language: "ar",
      returnUrl: `${server.url}/p/${token}/return`,
      callbackUrl: `${server.url}/gateways/sandbox/callback`,
    });
    if (!created.ok) throw new Error(created.reason);
    return created.redirectUrl;
  }

  it.each(["ar", "en"] as const)(
    "pays from the keyboard alone, over both origins, to the receipt (%s)",
    async (language) => {
      server.payments.page = payPage({ language });
      server.payments.opened = { ok: true, redirectUrl: await newCharge(`c0ffee${language}`) };
      server.payments.shownReceipt = receiptPage({ language, url: `${server.url}/r/${token}` });
      server.payments.calls.length = 0;
      await page.goto(`${server.url}/p/${token}`);
      for (let tabs = 0; tabs < 5 && (await focused("tagName")) !== "BUTTON"; tabs++) await page.keyboard.press("Tab");
      expect(await focused("type")).toBe("submit");
      expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
      await page.keyboard.press("Enter");
      await page.waitForURL(`${sandbox.url}/pay/*`);
      expect(await page.locator(".test").textContent()).toMatch(/TEST\s+تجربة/);

      server.payments.page = payPage({ language, state: "paid", receiptUrl: `${server.url}/r/${token}` });
      await page.locator('button[value="approve"]').click();
      await page.waitForURL(`${server.url}/r/${token}`);
      expect(await page.locator("main").textContent()).toContain("TJ-2026-7KQ4MWXH");
      expect(server.payments.calls.filter((call) => call !== "payPage")).toEqual([
        "openAttempt",
        `calledBack sandbox c0ffee${language}`,
        "returned",
        "receipt",
      ]);
      expect(complaints).toEqual([]);
    },
  );

  it("prints a receipt in black on white, without what is for the screen", async () => {
    await page.goto(`${server.url}/r/${token}`);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
    expect(await page.locator("nav").isVisible()).toBe(false);
    expect(await page.getByText("PDF").isVisible()).toBe(false);
    expect(await page.getByText("TJ-2026-7KQ4MWXH").isVisible()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
  });
});
