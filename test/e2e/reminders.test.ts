// A reminder as a sponsor meets it: the clock moves on, it arrives in the chat, and each answer is one press, confirmed and undone.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language, WordId } from "../../src/words/line.js";
import { describeWithChromium, startChromium } from "../support/chromium.js";
import { speak } from "../support/journey.js";
import { openPhone, type Phone } from "../support/phone.js";
import { type Program, program } from "../support/program.js";
import { labelIn, registerInBrowser, samplePerson } from "../support/register-in-browser.js";

const pictures = process.env.SCREENSHOTS;

describeWithChromium("a reminder in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  }, 120_000);
  afterAll(() => browser?.close());

  describe.each(["ar", "en"] as const)("in %s", (language) => {
    const label = (id: WordId, args = {}) => labelIn(language, id, args);
    let demo: Program;
    let phone: Phone;
    beforeAll(async () => {
      demo = await program();
      await demo.start();
      phone = await openPhone(browser, `${demo.origin}/demo?as=fatima&lang=${language}`);
      await registerInBrowser(phone, language, await samplePerson(demo, "fatima"));
    }, 120_000);
    afterAll(async () => {
      await phone?.page.close();
      await demo?.end();
    });

    /** To ten in the morning in Kuwait, so many days on: reminders are told by day alone. */
    async function morning(days: number): Promise<void> {
      const { now } = (await (await fetch(`${demo.origin}/demo/clock`)).json()) as { now: string };
      const hour = (new Date(now).getUTCHours() + 3) % 24;
      for (const advance of [`${days}d`, `${(24 + 10 - hour) % 24}h`])
        if (!advance.startsWith("0"))
          await fetch(`${demo.origin}/demo/clock`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify({ advance }),
          });
    }
    /** On a Saturday Sunday is tomorrow, and on a Sunday it is in a week: one button for both. */
    async function daysOffered(): Promise<readonly WordId[]> {
      const { now } = (await (await fetch(`${demo.origin}/demo/clock`)).json()) as { now: string };
      const weekday = new Date(Date.parse(now) + 3 * 3_600_000).getUTCDay();
      if (weekday === 6) return ["button-tomorrow", "button-in-a-week"];
      return ["button-tomorrow", "button-sunday", ...(weekday === 0 ? [] : ["button-in-a-week" as const])];
    }
    const answered = async (button: WordId, ...then: WordId[]) => {
      let said = await phone.presses(label(button));
      for (const each of then) said = await phone.presses(label(each));
      return unmarked(said);
    };

    /** What the bot says of itself after the clock was moved. */
    async function toldAfter(days: number): Promise<string> {
      const messages = phone.page.getByTestId("message");
      const before = await messages.count();
      await morning(days);
      const told = async () =>
        (await messages.allInnerTexts()).slice(before).find((each) => each.includes("5.000")) ?? "";
      await expect.poll(told, { timeout: 20_000 }).not.toBe("");
      return told();
    }

    it("arrives once the clock has moved, with worker, day, fee and who says so", async () => {
      const told = await toldAfter(6);
      expect(told).toContain("🔔");
      for (const part of [language === "ar" ? "ماريا سانتوس" : "Maria Santos", "0205", "5.000"])
        expect(told).toContain(part);
      expect(told).toContain(language === "ar" ? "ليست تابعة لوزارة الصحة" : "not part of the Ministry");
      if (pictures !== undefined) await phone.page.screenshot({ path: `${pictures}/reminder-${language}.png` });
    });

    it.each([
      ["button-worker-left", "answer-left-next"],
      ["button-not-mine", "answer-not-mine-next"],
      ["button-stop-reminding", "answer-stopped-next"],
    ] as const)("takes %s from behind “more”, and takes it back", async (button, confirmed) => {
      expect(await answered("button-more", button)).toContain(plain(language, confirmed));
      expect(await answered("button-undo")).toContain("0205");
      expect(unmarked(await phone.last())).not.toContain(plain(language, confirmed));
    });

    it.each([
      ["button-worker-left", "answer-left-next"],
      ["button-not-mine", "answer-not-mine-next"],
      ["button-stop-reminding", "answer-stopped-next"],
    ] as const)("takes %s as words, and takes it back as words", async (button, confirmed) => {
      // Two workers of hers were told of in one message: words alone do not say which.
      await phone.says(label(button));
      const chosen = unmarked(await phone.presses(/0205/));
      // That somebody left is asked once more: the words may have been a question.
      const said = button === "button-worker-left" ? unmarked(await phone.presses(label("button-left-yes"))) : chosen;
      expect(said).toContain(plain(language, confirmed));
      expect(unmarked(await phone.says(label("button-undo")))).toContain("0205");
    });

    it("asks when to come again, each of the days it offers, and takes it back", async () => {
      await phone.presses(label("button-remind-later"));
      for (const day of await daysOffered()) {
        expect(unmarked(await phone.presses(label(day)))).toContain("0205");
        await phone.presses(label("button-undo"));
        await phone.presses(label("button-remind-later"));
      }
      await phone.says("/cancel");
    });

    it("asks when to come again, and comes then", async () => {
      expect(await answered("button-remind-later", "button-tomorrow")).toContain("0205");
      // Tomorrow, at this person's hour: by the day after it has come.
      expect(await toldAfter(2)).toContain("5.000");
    });

    it("takes a renewal elsewhere with its end, as told", async () => {
      await answered("button-already-renewed");
      await phone.says("31/12/2027");
      await phone.hears(language === "ar" ? "31 ديسمبر 2027" : "31 Dec 2027");
      expect(await answered("button-undo")).not.toContain("2027");
    });

    it("opens the renewal with the worker chosen", async () => {
      await phone.presses(label("button-renew-year", { amount: "5.000" }));
      // What was told of the worker who is not theirs ends by itself meanwhile, and says so.
      expect(await phone.hears(plain(language, "fee-not-included"))).toContain("0205");
    });

    it("gives a calendar file of all ends", async () => {
      await phone.says("/reminders");
      await phone.presses(label("button-calendar"));
      const [download] = await Promise.all([
        phone.page.waitForEvent("download"),
        phone.page.getByTestId("document").last().click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/\.ics$/);
    });
  });
});

/** Without the marks that a screen does not show. */
const unmarked = (text: string) => text.replace(/[\u2066-\u2069]/gu, "");

function plain(language: Language, id: WordId): string {
  return speak.plain(language, { id, args: { hotline: { code: "151" } } });
}
