// The main job over HTTP, outside the demo: people from a CSV, Redis, Postgres, a Bot API elsewhere, by webhook and by polling.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../support/ask.js";
import { pays } from "../support/payer.js";
import { describeWithStores, type Service, startService } from "../support/service.js";

const aMinute = 120_000;

describeWithStores("the whole renewal", () => {
  describe.each(["webhook", "polling"] as const)("by %s", (mode) => {
    let service: Service;
    beforeAll(async () => {
      service = await startService({ mode });
    }, aMinute);
    afterAll(async () => service?.end());

    it("takes everybody in the file on record", () => {
      expect(service.imported).toMatchObject({ code: 0 });
    });

    it.each([
      ["fatima", "ar"],
      ["ramesh", "en"],
    ] as const)("goes from /start to a receipt for %s in %s", async (id, language) => {
      const sponsor = service.sponsor(id, language);
      await sponsor.begins();
      await sponsor.registers();
      const link = await sponsor.renews();
      const page = await pays(link);
      expect(page.status).toBe(200);
      const receipt = await sponsor.receipt();
      expect(page.body).toContain(receipt.number);
      expect((await ask(receipt.url)).body).toContain(receipt.number);
    });

    it("takes a retry by the same link after the bank said no", async () => {
      const sponsor = service.sponsor("yousef", "ar");
      await sponsor.begins();
      await sponsor.registers();
      const link = await sponsor.renews();
      const declined = await pays(link, "decline");
      expect(declined.body).toContain(sponsor.word("pay-page-declined-title"));
      await sponsor.hears("notice-declined");
      await pays(link, "twice");
      const { number } = await sponsor.receipt();
      sponsor.says("/pay");
      expect((await sponsor.hearsText(/TJ-/u)).text).toContain(number);
    });

    it("lets somebody without an account pay for a pair that belongs together", async () => {
      const sponsor = service.sponsor("dalal", "en");
      await sponsor.begins();
      const link = await sponsor.renews("/pay-quick");
      await pays(link);
      const { shown } = await sponsor.receipt();
      expect(shown.text).not.toContain(sponsor.who.workers[0]?.nameEn);
    });

    it("said TEST in every message, since the gateway is the sandbox", () => {
      for (const [id, language] of [
        ["fatima", "ar"],
        ["ramesh", "en"],
        ["yousef", "ar"],
        ["dalal", "en"],
      ] as const) {
        const told = service
          .sponsor(id, language)
          .person.messages()
          .filter(({ from }) => from === "bot");
        expect(told.length).toBeGreaterThan(5);
        const mark = service.sponsor(id, language).word("message-test");
        const [first, ...later] = told;
        expect(first?.text).toContain(mark);
        for (const { text } of told) expect(text).toMatch(language === "ar" ? /^🧪 تجربة[.·\s]/u : /^🧪 TEST[.·\s]/u);
        for (const { text } of later) if (/KD|د\.ك|http/u.test(text)) expect(text).toContain(mark);
      }
    });

    it("called the Bot API as published, every time", async () => {
      await service.botApi.idle();
      expect(service.botApi.violations).toEqual([]);
    });

    it("ends within 20 s of SIGTERM, with 0", async () => {
      const began = Date.now();
      expect(await Promise.all(service.programs.map((each) => each.stop()))).toEqual([0]);
      expect(Date.now() - began).toBeLessThan(20_000);
    });
  });

  describe.each(["ar", "en"] as const)("with FILING=manual, in %s", (language) => {
    let service: Service;
    beforeAll(async () => {
      service = await startService({ settings: { FILING: "manual" } });
    }, aMinute);
    afterAll(async () => service?.end());

    it("says everywhere that what was paid is not yet in the Ministry's system", async () => {
      const sponsor = service.sponsor("yousef", language);
      const [, notYet = "?"] = sponsor.word("receipt-page-state-paid").split(/[,،] /u);
      await sponsor.begins();
      await sponsor.registers();
      const link = await sponsor.renews();
      const page = await pays(link);
      const receipt = await sponsor.receipt();
      expect(page.body).toContain(notYet.replace("'", "&#39;"));
      expect(receipt.shown.text).toContain(notYet);
      expect(receipt.shown.text).not.toContain(sponsor.word("receipt-page-state-issued"));

      sponsor.says("/pay");
      expect((await sponsor.hears("renewals-title")).text).toContain(notYet);
      sponsor.says(sponsor.who.workers[0]?.civilId ?? "");
      expect((await sponsor.hears("button-quote")).text).toContain(notYet);
      sponsor.says("/workers");
      expect((await sponsor.hears("button-menu")).text).toContain(notYet);
    });
  });
});
