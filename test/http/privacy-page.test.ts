import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../src/words/line.js";
import { ask } from "../support/ask.js";
import { type PagesServer, speak, startPages } from "../support/pages-server.js";

let server: PagesServer;
beforeAll(async () => {
  server = await startPages();
});
afterAll(() => server.close());

describe("/privacy", () => {
  it.each(languages)("says in %s what is kept, by whom, and how to leave", async (language) => {
    const { status, body } = await ask(`${server.url}/privacy?lang=${language}`);
    expect(status).toBe(200);
    expect(body).toContain(`<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">`);
    expect(body).toContain(language === "ar" ? "شركة المثال للخدمات" : "Example Services Company");
    for (const id of [
      "privacy-page-needed",
      "privacy-page-guest",
      "privacy-page-abroad",
      "privacy-page-leave",
    ] as const)
      expect(body).toContain(speak.plain(language, { id }).replaceAll("'", "&#39;"));
  });

  it("is one press from the other language", async () => {
    expect((await ask(`${server.url}/privacy?lang=en`)).body).toContain('href="/privacy?lang=ar"');
  });
});
