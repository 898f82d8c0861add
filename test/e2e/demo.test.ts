// The demo as it starts on a bare machine, seen in a real browser: its last line, the reminder that waits, and filings once they are switched on.
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeWithChromium, startChromium } from "../support/chromium.js";
import { phoneIn } from "../support/phone.js";
import { type Program, program } from "../support/program.js";
import { labelIn, samplePerson } from "../support/register-in-browser.js";

/** The simulator's own words. */
const { en: words } = JSON.parse(readFileSync("src/demo/simulator/words.json", "utf8")) as {
  en: Record<"nextReminder" | "filingManual" | "filingOwn" | "filingsOpen", string>;
};

describeWithChromium("a demo that was just started", () => {
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

  const lastLine = () => demo.output().trimEnd().split("\n").at(-1);

  it("prints its address last, and goes on so while it is looked at", async () => {
    await expect.poll(lastLine, { timeout: 20_000 }).toBe(`Tajdeed demo: ${demo.origin}/demo`);
    const page = await browser.newPage();
    await page.goto(`${demo.origin}/demo`);
    await page.getByTestId("input").fill("/start");
    await page.getByTestId("send").click();
    await page.getByTestId("button").first().waitFor();
    await page.close();
    expect(lastLine()).toBe(`Tajdeed demo: ${demo.origin}/demo`);
  });

  it("has a reminder waiting for whoever is registered, which arrives by one press", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${demo.origin}/demo?as=omar&lang=en`);
    await page.getByRole("button", { name: words.nextReminder }).click();
    const who = await samplePerson(demo, "omar");
    // By day the first may have come already: then it is the next one.
    const reminder = page.getByTestId("message").filter({ hasText: "🔔" }).last();
    await reminder.filter({ hasText: who.workers[0]?.civilId.slice(-4) ?? "nobody" }).waitFor({ timeout: 20_000 });
    await page.close();
  });

  it("shows the desk a filing to take once filing is switched to it, and none before or after", async () => {
    const page = await browser.newPage({ viewport: { width: 1500, height: 900 } });
    await page.goto(`${demo.origin}/demo?as=khaled&lang=ar&staff=agent`);
    const desk = phoneIn(page.getByTestId("desk-chat"));
    const own = labelIn("ar", "desk-filing-own");
    expect(await desk.says("/filings")).toContain(own);
    await page.locator("[data-filing=manual]").click();
    await page.locator("#filings-open").click();
    const { workers } = await samplePerson(demo, "khaled");
    expect(await desk.hears(workers[0]?.civilId.slice(-4) ?? "nobody")).not.toContain(own);
    await page.locator("[data-filing=own]").click();
    await page.locator("[data-filing=own][aria-pressed=true]").waitFor();
    expect(await desk.says("/filings")).toContain(own);
    await page.close();
  });
});
