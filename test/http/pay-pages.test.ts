import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OpenedAttempt, PayPage } from "../../src/payments/service.js";
import { ask, press } from "../support/ask.js";
import { paidLine, payPage, token } from "../support/fake-payments.js";
import { chatLink, type PagesServer, startPages } from "../support/pages-server.js";

const readBack = (markup: string) =>
  markup.replace(
    /&(lt|gt|quot|#39|amp);/g,
    (_, sign: string) => ({ lt: "<", gt: ">", quot: '"', "#39": "'" })[sign] ?? "&",
  );

let server: PagesServer;
beforeAll(async () => {
  server = await startPages();
});
beforeEach(() => {
  server.payments.page = payPage();
  server.payments.opened = { ok: true, redirectUrl: "http://127.0.0.1:9/pay/a1" };
  server.payments.isDown = false;
  server.payments.calls.length = 0;
});
afterAll(() => server.close());

const at = (path: string) => server.url + path;
const pay = `/p/${token}`;

const receiptUrl = "http://127.0.0.1:9/r/abc";

const shown: Record<PayPage["state"], { status: number; en: string; ar: string }> = {
  open: { status: 200, en: "Pay for health insurance", ar: "دفع رسم الضمان الصحي" },
  "at-gateway": { status: 200, en: "not finished", ar: "لم تكتمل" },
  unknown: { status: 200, en: "has not answered yet", ar: "لم يصلنا ردّ البنك بعد" },
  paid: { status: 200, en: "This is paid", ar: "تم الدفع" },
  conflicted: { status: 200, en: "looking into this payment", ar: "قيد المراجعة" },
  expired: { status: 410, en: "has expired", ar: "انتهت صلاحية" },
  superseded: { status: 410, en: "a newer link", ar: "رابط أحدث" },
};

const statesShown = Object.entries(shown) as [PayPage["state"], (typeof shown)["open"]][];

describe("GET /p/:token", () => {
  it.each(statesShown)(
    "shows an intent that is %s as what it is, in both languages",
    async (state, { status, en, ar }) => {
      server.payments.page = payPage({ state, receiptUrl, receiptNumber: "TJ-2026-7KQ4MWXH" });
      const inEnglish = await ask(at(`${pay}?lang=en`));
      const inArabic = await ask(at(`${pay}?lang=ar`));
      expect([inEnglish.status, inArabic.status]).toEqual([status, status]);
      expect(inEnglish.body).toContain(en);
      expect(inEnglish.body).toContain('<html lang="en" dir="ltr">');
      expect(inArabic.body).toContain(ar);
      expect(inArabic.body).toContain('<html lang="ar" dir="rtl">');
    },
  );

  it("offers the Pay button only where paying is the next step", async () => {
    for (const [state] of statesShown) {
      server.payments.page = payPage({ state });
      const { body } = await ask(at(pay));
      expect(body.includes('<form method="post"'), state).toBe(state === "open" || state === "at-gateway");
    }
  });

  it("leads from a paid one to its receipt", async () => {
    server.payments.page = payPage({ state: "paid", receiptUrl, receiptNumber: "TJ-2026-7KQ4MWXH" });
    const { body } = await ask(at(pay));
    expect(body).toContain(`href="${receiptUrl}"`);
    expect(body).toContain("TJ-2026-7KQ4MWXH");
  });

  it.each([
    ["declined", "The bank declined. Nothing was taken.", "لم يقبل البنك الدفعة. لم يُخصم شيء."],
    ["cancelled", "The payment was cancelled. Nothing was taken.", "أُلغيت الدفعة. لم يُخصم شيء."],
    ["expired", "The payment page ran out of time. Nothing was taken.", "انتهت مهلة صفحة الدفع. لم يُخصم شيء."],
  ] as const)("says in its heading how a try that was %s ended, and can be paid again", async (lastTry, en, ar) => {
    server.payments.page = payPage({ lastTry });
    for (const [language, words] of [
      ["en", en],
      ["ar", ar],
    ] as const) {
      const { body } = await ask(at(`${pay}?lang=${language}`));
      expect(/<h1>.*?<span>([^<]*)<\/span><\/h1>/su.exec(body)?.[1]).toBe(words);
      expect(body).toContain('<button type="submit">');
    }
  });

  it("names the operator and its one warning once, and folds away how to tell that it is genuine", async () => {
    const { body } = await ask(at(`${pay}?lang=en`));
    for (const once of [
      "Example Services Company",
      "Not part of the Ministry of Health",
      "card number, PIN",
      "Card details are",
    ])
      expect(body.split(once).length - 1, once).toBe(1);
    const folded = /<details.*<\/details>/su.exec(body)?.[0] ?? "";
    expect(folded).toContain("card number, PIN, password or bank code");
    expect(folded).not.toContain("Example Services Company");
  });

  it("says before the button who is paid, how much and for what", async () => {
    const { body } = await ask(at(`${pay}?lang=en`));
    const before = body.slice(0, body.indexOf("<button"));
    for (const said of [
      "Paid to",
      "Example Services Company",
      "KD\u00a020.000",
      "health insurance",
      "M. S.",
      "4106",
      "years",
    ])
      expect(before).toContain(said);
  });

  it("opens the accepted terms, calls the hotline and leads back to the chat", async () => {
    server.payments.page = payPage({ termsVersion: "2026/11 ب" });
    const { body } = await ask(at(`${pay}?lang=en`));
    expect(body).toContain('href="/terms/2026%2F11%20%D8%A8"');
    expect(body).toContain('<a href="tel:151">');
    expect(body).toContain(`href="${chatLink}"`);
  });

  it("leaves the way to the chat out while nobody has said the bot's name", async () => {
    const nameless = await startPages({ chatLink: () => undefined });
    expect((await ask(`${nameless.url}${pay}?lang=en`)).body).not.toContain("Back to the chat");
    await nameless.close();
  });

  it("changes nothing, however often a preview reads it", async () => {
    for (let reads = 0; reads < 5; reads++) await ask(at(pay));
    await ask(at(pay), { method: "HEAD" });
    expect(new Set(server.payments.calls)).toEqual(new Set(["payPage"]));
  });

  it("says for whom, which period, each amount, the total, the terms, until when, who runs it and what is never asked", async () => {
    const { body } = await ask(at(`${pay}?lang=en`));
    for (const said of [
      "M. S.",
      "4106",
      "ر. ك.",
      "8821",
      "22 Nov 2026",
      "21 Nov 2028",
      "KD\u00a010.000",
      "KD\u00a020.000",
      "2026-11",
      "23 Nov 2026",
      "13:30",
      "Example Services Company",
      "Not part of the Ministry of Health",
      "card number, PIN, password or bank code",
      "151",
      server.url,
    ])
      expect(body).toContain(said);
  });

  it("shows initials and last four digits and no name: links are passed on", async () => {
    for (const language of ["ar", "en"]) {
      const { body } = await ask(at(`${pay}?lang=${language}`));
      expect(body).toContain("M. S.");
      expect(body).not.toMatch(/Maria|ماريا|راجيش/);
    }
  });

  it("shows a worker whose record has no name in any script by initials", async () => {
    server.payments.page = payPage({
      lines: [{ ...paidLine("", "—", "4106"), worker: { name: {}, initials: "—", lastFour: "4106" } }],
    });
    expect((await ask(at(pay))).status).toBe(200);
  });

  it("shows any initials as text and never as markup", async () => {
    const odd = fc.string({ unit: fc.constantFrom(..."<>&\"' scriptimg=/"), minLength: 1 });
    await fc.assert(
      fc.asyncProperty(odd, async (name) => {
        server.payments.page = payPage({ lines: [paidLine("X", name, "4106")] });
        const { body } = await ask(at(pay));
        const cell = /<span class="worker"><bdi>(.*?)<\/bdi><\/span>/su.exec(body)?.[1] ?? "";
        expect(cell).not.toMatch(/[<>"']/);
        expect(readBack(cell)).toBe(name);
      }),
      { numRuns: 50 },
    );
  });

  it("is in the payer's language, unless the reader chooses the other", async () => {
    server.payments.page = payPage({ language: "en" });
    expect((await ask(at(pay), { headers: { "accept-language": "ar" } })).body).toContain('lang="en"');
    expect((await ask(at(`${pay}?lang=ar`))).body).toContain('<html lang="ar"');
    expect((await ask(at(`${pay}?lang=ar`))).body).toContain(`href="${pay}?lang=en"`);
  });

  it("does not call itself a test, nor outside the Ministry, where it is not so", async () => {
    const live = await startPages({ service: { isTest: false, isMinistry: true } });
    const { body } = await ask(`${live.url}${pay}?lang=en`);
    expect(body).not.toContain("TEST");
    expect(body).not.toMatch(/not part of the Ministry/i);
    expect(body).toContain("Example Services Company");
    expect((await ask(`${server.url}${pay}?lang=en`)).body).toContain("TEST");
    await live.close();
  });

  it("links to itself under the path that a proxy serves it by", async () => {
    const behind = await startPages({ publicUrl: "https://example.kw/tajdeed" });
    const { body } = await ask(`${behind.url}${pay}`);
    expect(body).toContain(`action="/tajdeed${pay}/pay"`);
    expect(body).toContain('href="/tajdeed/assets/pages.css"');
    await behind.close();
  });
});

describe("POST /p/:token/pay", () => {
  it("leads to the gateway", async () => {
    const { status, headers } = await press(at(`${pay}/pay`));
    expect([status, headers.get("location")]).toEqual([303, "http://127.0.0.1:9/pay/a1"]);
    expect(server.payments.calls).toEqual(["openAttempt"]);
  });

  it("takes a form, an empty body and no body alike", async () => {
    expect((await press(at(`${pay}/pay`), { any: "thing" })).status).toBe(303);
    expect((await ask(at(`${pay}/pay`), { method: "POST" })).status).toBe(303);
  });

  it("leads a paid one to its receipt", async () => {
    server.payments.opened = { ok: false, reason: "paid", receiptUrl };
    const { status, headers } = await press(at(`${pay}/pay`));
    expect([status, headers.get("location")]).toEqual([303, receiptUrl]);
  });

  const worker = { name: { en: "Maria Santos" }, initials: "M. S.", lastFour: "4106" };
  const refusals: [OpenedAttempt & { ok: false }, number, string][] = [
    [{ ok: false, reason: "covered", worker }, 409, "M. S."],
    [{ ok: false, reason: "covered" }, 409, "this worker"],
    [{ ok: false, reason: "paying-elsewhere", worker }, 409, "M. S."],
    [{ ok: false, reason: "conflicted" }, 409, "looking into this payment"],
    [{ ok: false, reason: "expired" }, 410, "has expired"],
    [{ ok: false, reason: "superseded" }, 410, "a newer link"],
    [{ ok: false, reason: "gateway-down" }, 503, "Nothing was taken"],
  ];
  it.each(refusals)("answers %j with %i and what to do next", async (refused, status, words) => {
    server.payments.opened = { ...refused, language: "en" };
    const answer = await press(at(`${pay}/pay`));
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(words);
    expect(answer.body.includes(`href="${pay}"`)).toBe(status !== 410);
  });
});

describe("GET /p/:token/return", () => {
  it("asks the gateway and shows what it says", async () => {
    server.payments.page = payPage({ state: "unknown", language: "en" });
    const { status, body } = await ask(at(`${pay}/return`));
    expect([status, server.payments.calls]).toEqual([200, ["returned"]]);
    expect(body).toContain("has not answered yet");
  });

  it("leads to the receipt once it is paid", async () => {
    server.payments.page = payPage({ state: "paid", receiptUrl });
    const { status, headers } = await ask(at(`${pay}/return`));
    expect([status, headers.get("location")]).toEqual([303, receiptUrl]);
  });

  it("keeps to the language that its reader chose, to the receipt too", async () => {
    server.payments.page = payPage({ state: "paid", receiptUrl });
    expect((await ask(at(`${pay}/return?lang=en`))).headers.get("location")).toBe(`${receiptUrl}?lang=en`);
    server.payments.page = payPage({ state: "open" });
    expect((await ask(at(`${pay}/return?lang=en`))).body).toContain(`action="${pay}/pay?lang=en"`);
  });

  it("shows the pay page again after a decline", async () => {
    server.payments.page = payPage({ lastTry: "declined", language: "en" });
    const { body, headers } = await ask(at(`${pay}/return`));
    expect(body).toContain("The bank declined. Nothing was taken.");
    expect(headers.get("refresh")).toBeNull();
  });

  it("asks for itself again ever later while no answer is there, without a script, and then no more", async () => {
    server.payments.page = payPage({ state: "unknown", language: "en" });
    const pauses: number[] = [];
    let path: string | undefined = `${pay}/return?lang=ar`;
    while (path !== undefined) {
      const { body, headers } = await ask(at(path));
      const inHeader = /^(\d+); url=(.*)$/.exec(headers.get("refresh") ?? "");
      const inPage = /<noscript><meta http-equiv="refresh" content="(\d+); url=([^"]*)"><\/noscript>/.exec(body);
      expect(inPage?.slice(1).map(readBack)).toEqual(inHeader?.slice(1));
      expect(body).toContain('<html lang="ar"');
      if (inHeader !== null) pauses.push(Number(inHeader[1]));
      path = inHeader?.[2];
    }
    expect(pauses).toEqual([2, 3, 5, 8, 13, 21, 34]);
  });

  it.each(["10", "-1", "x", "", "1e9", "٣"])("does not ask for ever at an address that counts %j", async (n) => {
    server.payments.page = payPage({ state: "unknown" });
    expect((await ask(at(`${pay}/return?n=${encodeURIComponent(n)}`))).headers.get("refresh")).toBeNull();
  });

  it("looked at as a pay page it does not ask for itself: only the return page asks the gateway", async () => {
    server.payments.page = payPage({ state: "unknown" });
    const { body, headers } = await ask(at(pay));
    expect(headers.get("refresh")).toBeNull();
    expect(body).not.toContain("http-equiv");
  });
});

describe("a link that is not ours", () => {
  it.each(["/p/unknown", "/p/unknown/return", "/r/unknown", "/x/unknown"])(
    "%s is 404, with a next step",
    async (path) => {
      const { status, body } = await ask(at(`${path}?lang=en`));
      expect(status).toBe(404);
      expect(body).toContain("open the link in the chat again");
    },
  );

  it("is 404 to press, too", async () => {
    expect((await press(at("/p/unknown/pay"))).status).toBe(404);
  });
});

describe("with the database out of reach", () => {
  it.each(["", "/return"])("GET /p/:token%s is 503, says so calmly and shows no stack", async (path) => {
    server.payments.isDown = true;
    const { status, body, headers } = await ask(at(`${pay}${path}`), { headers: { "accept-language": "en" } });
    expect([status, headers.get("retry-after")]).toEqual([503, "30"]);
    expect(body).toContain("nothing was lost");
    expect(body).not.toMatch(/ECONN|at .*\.ts|Error/);
  });

  it("pressing Pay is 503", async () => {
    server.payments.isDown = true;
    expect((await press(at(`${pay}/pay`))).status).toBe(503);
  });
});
