// The hotline's desk beside a sponsor's phone, in a real browser, in both languages: asked for, taken over, helped, given back.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Language, WordId } from "../../src/words/line.js";
import { describeWithChromium, startChromium } from "../support/chromium.js";
import { type Phone, phoneIn } from "../support/phone.js";
import { type Program, program } from "../support/program.js";
import { labelIn, registerInBrowser, samplePerson } from "../support/register-in-browser.js";

const pictures = process.env.SCREENSHOTS ?? mkdtempSync(join(tmpdir(), "tajdeed-pictures-"));
/** The simulator's own words: the bot has none for what a phone shows. */
const demoWords = JSON.parse(readFileSync("src/demo/simulator/words.json", "utf8")) as Record<
  Language,
  { voice: string }
>;
const silenceMs = 1_500;

describeWithChromium("the desk beside a sponsor's phone", () => {
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

  /** Writes without waiting for an answer: the other side is a person, or nobody. */
  async function writes(page: Page, pane: string, text: string): Promise<void> {
    const root = page.getByTestId(pane);
    await root.getByTestId("input").fill(text);
    await root.getByTestId("send").click();
  }

  const said = (page: Page, pane: string) => page.getByTestId(pane).getByTestId("message").allInnerTexts();

  /** The page with all three chats, as one of the team would see a sponsor's beside their own. */
  async function open(who: string, language: Language, staff: "agent" | "supervisor" = "agent") {
    const page = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
    await page.goto(`${demo.origin}/demo?as=${who}&lang=${language}&staff=${staff}`);
    const [phone, group, desk] = ["phone", "staff-group", "desk-chat"].map((pane) => phoneIn(page.getByTestId(pane)));
    if (phone === undefined || group === undefined || desk === undefined) throw new Error("a chat is missing");
    return { page, phone, group, desk };
  }

  const whole: readonly (readonly [Language, string])[] = [
    ["ar", "fatima"],
    ["en", "yousef"],
  ];
  it.each(whole)(
    "in %s: a person is asked for, takes the chat, sees the values that are allowed, and gives it back",
    {
      timeout: 180_000,
    },
    async (language, id) => {
      const person = await samplePerson(demo, id);
      const text = (word: WordId, args = {}) => labelIn(language, word, args);
      if (language === "en") await speakEnglish();
      const { page, phone, group, desk } = await open(id, language);
      await registerInBrowser(phone, language, person);

      // The phone asks for a person; the team sees a card, masked.
      expect(await phone.says("/human")).toContain(text("human-go-on"));
      const named = text("desk-topic-reason-asked");
      const topic = page.getByTestId("staff-group").getByTestId("topic").filter({ hasText: named }).first();
      // The list is drawn anew with every message: a press in that moment is lost, as a hand's would be.
      await expect
        .poll(
          async () => {
            await topic.click();
            return topic.getAttribute("aria-pressed");
          },
          { timeout: 20_000 },
        )
        .toBe("true");
      const card = await group.hears(text("desk-handoff-reason-asked"));
      expect(card).not.toContain(person.civilId);
      await group.presses(text("desk-handoff-button-claimed"));
      await phone.hears(beginning(text("desk-handoff-begins", { name: "\u0000", operator: "\u0000" })));

      // Words both ways; nothing of the bot's stands between them.
      const before = (await said(page, "phone")).length;
      await writes(page, "staff-group", "أهلًا، كيف نساعدك؟");
      await expect.poll(() => page.getByTestId("staff-group").getByTestId("reaction").innerText()).toBe("👍");
      await phone.hears("أهلًا، كيف نساعدك؟");
      await writes(page, "phone", "متى ينتهي الضمان؟");
      await group.hears("متى ينتهي الضمان؟");
      await writes(page, "staff-group", "// لا يصل هذا");
      await page.waitForTimeout(silenceMs);
      expect((await said(page, "phone")).slice(before)).toEqual([
        expect.stringContaining("أهلًا، كيف نساعدك؟"),
        expect.stringContaining("متى ينتهي الضمان؟"),
      ]);
      // A voice note as well, by its button.
      const voice = page.getByTestId("staff-group").getByLabel(demoWords[language].voice);
      await voice.click();
      const heard = page.getByTestId("phone").getByTestId("message").last();
      await expect.poll(() => heard.innerText(), { timeout: 20_000 }).toContain(demoWords[language].voice);
      await page.screenshot({ path: `${pictures}/desk-handoff-${language}.png` });

      // Looked up, masked; in full only as the person allows it.
      const found = await desk.says(person.civilId);
      expect(found).toContain(person.civilId.slice(-4));
      expect(found).not.toContain(person.civilId);
      await desk.presses(text("desk-consent-button-ask"));
      await phone.hears(text("desk-consent-question-what").slice(0, 40));
      await phone.presses(text("button-desk-allow"));
      await desk.hears(text("desk-consent-allowed").slice(0, 20));
      await desk.presses(text("desk-consent-button-show"));
      await desk.hears(person.civilId);
      await page.screenshot({ path: `${pictures}/desk-consent-${language}.png` });

      // Closed with a reason; the bot answers again, and asks whether it helped.
      await group.presses(text("desk-handoff-button-close"));
      await group.presses(text("desk-handoff-close-solved"));
      await phone.hears(text("desk-handoff-ends").slice(0, 20));
      await phone.presses(text("button-helped-yes"));
      expect(await phone.says("/help")).not.toBe("");
      expect(await looksOf(phone, language)).toContain(text("desk-consent-did-revealed"));
      await page.close();
    },
  );

  /** What a person sees who asks who has looked at their data. */
  async function looksOf(phone: Phone, language: Language): Promise<string> {
    await phone.says("/privacy");
    return phone.presses(labelIn(language, "desk-consent-button-looks"));
  }

  /** The team speaks English from here on, its group too. */
  async function speakEnglish(): Promise<void> {
    for (const staff of ["agent", "supervisor"] as const) {
      const { page, desk, group } = await open("guest", "en", staff);
      await desk.says("/language");
      await desk.presses(labelIn("en", "button-english"));
      if (staff === "supervisor") await group.says("/desk here");
      await page.close();
    }
  }

  const beginning = (sentence: string) => sentence.slice(0, sentence.indexOf("\u0000")).trim();
});
