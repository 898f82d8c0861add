import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { termsPath } from "../../src/http/parts.js";
import type { OfferedTerms } from "../../src/http/terms-page.js";
import { ask } from "../support/ask.js";
import { type PagesServer, startPages } from "../support/pages-server.js";

const text = { ar: "1. الرسم.\n\n2. البيانات.", en: "1. The fee <b>as shown</b>.\n2. Your data." };

let server: PagesServer;
let asked: string[] = [];
const terms: OfferedTerms = {
  async find(version) {
    asked.push(version);
    return version === "unknown" ? undefined : { version, text, since: "2026-11-22" as IsoDate };
  },
};
beforeAll(async () => {
  server = await startPages({ parts: { terms } });
});
beforeEach(() => {
  asked = [];
});
afterAll(() => server.close());

describe("GET /terms/:version", () => {
  it("shows both languages on one page, the reader's first, each in its own direction", async () => {
    for (const [language, other] of [
      ["ar", "en"],
      ["en", "ar"],
    ] as const) {
      const { status, body } = await ask(`${server.url}/terms/1?lang=${language}`);
      expect(status).toBe(200);
      expect(body).toContain(`<html lang="${language}"`);
      expect(body.indexOf(`terms" lang="${language}"`)).toBeLessThan(body.indexOf(`terms" lang="${other}"`));
      expect(body).toContain('lang="ar" dir="rtl"');
      expect(body).toContain('lang="en" dir="ltr"');
    }
  });

  it("shows the words as they were accepted, and reads nothing in them as markup", async () => {
    const { body } = await ask(`${server.url}/terms/1?lang=en`);
    for (const said of [
      "<p>1. الرسم.</p>",
      "<p>2. البيانات.</p>",
      "&lt;b&gt;as shown&lt;/b&gt;",
      "<p>2. Your data.</p>",
    ])
      expect(body).toContain(said);
    expect(body).toContain("22 Nov 2026");
  });

  it("finds any version that may be offered by the address that we give it", async () => {
    const version = fc
      .string({ unit: fc.constantFrom(..."a1 /%?#&.+:;\\\"'<>~ةب\u{1F512}"), maxLength: 58 })
      .map((odd) => `v${odd}1`);
    await fc.assert(
      fc.asyncProperty(version, async (each) => {
        asked = [];
        const { status, body } = await ask(server.url + termsPath(each));
        expect([status, asked]).toEqual([200, [each]]);
        expect(body).not.toContain("<>");
      }),
      { numRuns: 60 },
    );
  });

  it("is 404 with a next step for a version that was never offered", async () => {
    const { status, body } = await ask(`${server.url}/terms/unknown?lang=en`);
    expect(status).toBe(404);
    expect(body).toContain("open the link in the chat again");
  });
});
