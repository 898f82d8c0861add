// The simulator as axe sees it, before a first message and with a chat in it: it finds nothing.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { axeFaults } from "../support/axe.js";
import { describeWithChromium, startChromium } from "../support/chromium.js";
import { startedDemo } from "./started-demo.js";

/** Two cores with other suites beside it make a browser slow, not wrong. */
vi.setConfig({ testTimeout: 90_000 });

describeWithChromium("axe finds nothing", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  it.each(["ar", "en"])("in the simulator (%s)", async (language) => {
    const { origin, botApi, fatima } = await startedDemo();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(`${origin}/demo?as=${fatima.id}&lang=${language}`);
    expect(await axeFaults(page), "before a first message").toEqual([]);

    await page.getByTestId("input").fill("/start");
    await page.getByTestId("send").click();
    const [update] = await botApi.takeUpdates();
    await botApi.handle("sendMessage", {
      chat_id: update?.message?.chat.id,
      text: "✅ <b>KD\u00a010.000</b>\n<code>TJ-2026-7KQ4MX2P</code>",
      parse_mode: "HTML",
      reply_markup: {
        inline_keyboard: [
          [{ text: "Back", callback_data: "back" }],
          [{ text: "Pay", url: "http://127.0.0.1:1/p/x" }],
          [{ text: "Copy receipt number", copy_text: { text: "TJ-2026-7KQ4MX2P" } }],
        ],
      },
    });
    await page.getByTestId("chat").getByText("KD\u00a010.000").waitFor();
    expect(await axeFaults(page), "with a chat in it").toEqual([]);
  });
});
