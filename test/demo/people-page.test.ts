import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeWithChromium, startChromium } from "../support/chromium.js";
import { openPage, overflowOf } from "./open-page.js";
import { startedDemo } from "./started-demo.js";

const browserAccepts = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

describe("GET /demo/people", () => {
  it.each(["*/*", "application/json", ""])("is JSON for a program that accepts %j", async (accept) => {
    const { origin, people } = await startedDemo();
    const answer = await fetch(`${origin}/demo/people`, { headers: { accept } });
    expect(answer.headers.get("content-type")).toContain("application/json");
    expect(answer.headers.get("vary")).toBe("accept");
    expect(await answer.json()).toHaveLength(people.length);
  });

  it("is a page in either language for a browser, with everybody's names and numbers", async () => {
    const { origin, people } = await startedDemo();
    for (const lang of ["ar", "en"] as const) {
      const answer = await fetch(`${origin}/demo/people?lang=${lang}`, { headers: { accept: browserAccepts } });
      expect(answer.headers.get("content-type")).toContain("text/html");
      expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
      const page = await answer.text();
      expect(page).toContain(`<html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}">`);
      for (const { id, civilId, phone, nameAr, nameEn, workers } of people) {
        for (const part of [civilId, phone, lang === "ar" ? nameAr : nameEn]) expect(page).toContain(part);
        for (const worker of workers) expect(page).toContain(worker.civilId);
        expect(page).toMatch(new RegExp(`href="/demo\\?as=${id}&(?:amp;)?lang=${lang}"`));
      }
    }
  });
});

describeWithChromium("the page of the sample people in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  it("copies a number by a press, says so, opens a person's chat, and fits a screen of 320 pixels", async () => {
    const { origin, fatima } = await startedDemo();
    const page = await openPage(browser, `${origin}/demo/people?lang=en`);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: fatima.civilId }).click();
    await page
      .getByRole("status")
      .filter({ hasText: `Copied: ${fatima.civilId}` })
      .waitFor({ state: "attached" });
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(fatima.civilId);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await page.getByRole("link", { name: fatima.nameEn }).click();
    await page.getByRole("button", { name: "Start" }).waitFor();
    expect(new URL(page.url()).searchParams.get("as")).toBe("fatima");
  });
});
