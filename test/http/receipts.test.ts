import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ReceiptLine } from "../../src/payments/service.js";
import { ask } from "../support/ask.js";
import { receiptPage, token } from "../support/fake-payments.js";
import { chatLink, type PagesServer, startPages } from "../support/pages-server.js";

let server: PagesServer;
beforeAll(async () => {
  server = await startPages();
});
beforeEach(() => {
  server.payments.shownReceipt = receiptPage();
});
afterAll(() => server.close());

const read = (language: "ar" | "en") => ask(`${server.url}/r/${token}?lang=${language}`);

const states: Record<ReceiptLine["state"], string> = {
  paid: "not yet in the Ministry's system",
  filed: "Filed with the Ministry",
  issued: "Cover issued",
  rejected: "Not accepted",
  conflicted: "the period was taken",
  "refund-due": "owed back to you",
  refunded: "was given back",
};

describe("GET /r/:token", () => {
  it("shows number, day and time in Kuwait, result, amounts, payment id and track id", async () => {
    const { status, body } = await read("en");
    expect(status).toBe(200);
    for (const said of [
      "Receipt: paid",
      "TJ-2026-7KQ4MWXH",
      // 21:05 UTC is past midnight in Kuwait.
      "23 Nov 2026",
      "00:05",
      "KD\u00a010.000",
      "KD\u00a020.000",
      "SBX20261122",
      "a1b2c3d4e5f6a7b8c9d0",
      "TJ-P-204417",
      "Example Services Company",
    ])
      expect(body).toContain(said);
  });

  it("says who paid by initials and last four digits, for how many years, and leads back to the chat", async () => {
    const { body } = await read("en");
    expect(body).toContain("ف. ر.");
    expect(body).toContain("0006");
    expect(body).toMatch(/>2<\/bdi> years/);
    expect(body).toContain(`href="${chatLink}"`);
    expect(body).toContain('<a href="tel:151">');
  });

  it.each([
    ["quick" as const, "Without an account here"],
    [{ initials: "", lastFour: "0006" }, "0006"],
  ])("says of a payer that is %j what there is to say", async (payer, words) => {
    server.payments.shownReceipt = receiptPage({ payer });
    expect((await read("en")).body).toContain(words);
  });

  it("leaves out a payer who has left", async () => {
    const { payer: _, ...nameless } = receiptPage();
    server.payments.shownReceipt = nameless;
    expect((await read("en")).body).not.toContain(">Payer<");
  });

  it("has one address: another link to it leads there, in the language chosen", async () => {
    server.payments.shownReceipt = receiptPage({ url: "https://pay.example/r/itsOwn" });
    const { status, headers } = await read("en");
    expect([status, headers.get("location")]).toEqual([303, "https://pay.example/r/itsOwn?lang=en"]);
  });

  it("has its print button hidden until its one script, of our own origin, shows it", async () => {
    const { body } = await read("en");
    expect(body).toContain('<button class="print" type="button" hidden>');
    expect(body.match(/<script[^>]*>/g)).toEqual(['<script src="/assets/print.js" defer>']);
  });

  it("is in the payer's language, and in the other on request", async () => {
    const { body } = await ask(`${server.url}/r/${token}`, { headers: { "accept-language": "en" } });
    expect(body).toContain('<html lang="ar" dir="rtl">');
    expect(body).toContain("20.000\u00a0د.ك");
    expect((await read("en")).body).toContain('<html lang="en" dir="ltr">');
  });

  it.each(Object.entries(states) as [ReceiptLine["state"], string][])(
    "says of a line that is %s what that means",
    async (state, words) => {
      const lines = receiptPage().lines.map(({ policyNumber: _, ...line }): ReceiptLine => ({ ...line, state }));
      server.payments.shownReceipt = receiptPage({ lines });
      expect((await read("en")).body.replaceAll("&#39;", "'")).toContain(words);
    },
  );

  it("says of a basket that cost nothing that nothing was to be paid, and shows no payment id", async () => {
    const { payment: _, ...free } = receiptPage();
    server.payments.shownReceipt = free;
    const { body } = await read("en");
    expect(body).toContain("nothing was to be paid");
    expect(body).not.toContain("Payment ID");
    expect(body).not.toContain("Track ID");
  });

  it("shows the track id alone while the gateway has named no payment id", async () => {
    server.payments.shownReceipt = receiptPage({ payment: { gateway: "sandbox", reference: "a1", refs: {} } });
    const { body } = await read("en");
    expect(body).toContain("Track ID");
    expect(body).not.toContain("Payment ID");
  });

  it("of a test says so for ever, on a service that has gone live too, and a real one does not", async () => {
    const live = await startPages({ service: { isTest: false } });
    const { body } = await ask(`${live.url}/r/${token}?lang=en`);
    expect(body).toContain("TEST");
    live.payments.shownReceipt = receiptPage({ isTest: false });
    expect((await ask(`${live.url}/r/${token}?lang=en`)).body).not.toContain("TEST");
    await live.close();
  });
});
