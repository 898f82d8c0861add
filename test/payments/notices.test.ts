// What a chat is told about money: in both languages, with operator, amount, last four and what is never asked.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { fils } from "../../src/domain/kwd.js";
import type { Message } from "../../src/journeys/message.js";
import type { PaidLine } from "../../src/journeys/payments-port.js";
import { render } from "../../src/messages/render.js";
import { createNotices } from "../../src/payments/notices.js";
import type { ReceiptLine } from "../../src/payments/service.js";
import { conflicts } from "../../src/payments/verdict.js";
import { createWords } from "../../src/words/fluent.js";
import type { Language } from "../../src/words/line.js";

const speak = createWords({ ar: readFileSync("locales/ar.ftl", "utf8"), en: readFileSync("locales/en.ftl", "utf8") });
const notices = createNotices({ operator: { ar: "شركة الأمانة", en: "Amana" }, hotline: "151" });
const text = (message: Message, language: Language) =>
  render(message, language, speak, "").text.replace(/[\u2066-\u2069]/gu, "");

const named: PaidLine = {
  worker: { name: { ar: "ماريا سانتوس", en: "Maria Santos" }, initials: "M. S.", lastFour: "4106" },
  from: "2026-12-01" as IsoDate,
  until: "2028-11-30" as IsoDate,
  fils: fils(10_000),
};
const masked: PaidLine = { ...named, worker: { initials: "M. S.", lastFour: "4106" } };
const url = "https://pay.test/p/AAAAAAAAAAAAAAAAAAAAAA";
const number = "TJ-2026-7KQ4MWXH";
const promisedDay = "2026-12-03" as IsoDate;
const expiresAt = new Date("2026-11-23T21:05:00Z");

describe("a notice with a link", () => {
  const withLinks = (line: PaidLine) => [
    notices.receipt({
      lines: [{ ...line, state: "issued", policyNumber: "P-1" }],
      totalFils: fils(10_000),
      number,
      promisedDay,
      url,
      offersAccount: false,
    }),
    notices.failed({ how: "declined", lines: [line], totalFils: fils(10_000), expiresAt, url }),
  ];

  it.each([
    [
      "en",
      ["Amana", "KD\u00a010.000", "4106", "We never ask for a card number, a PIN, a password or a bank code.", url],
    ],
    [
      "ar",
      [
        "شركة الأمانة",
        "10.000\u00a0د.ك",
        "4106",
        "لن نطلب منك رقم بطاقة بنكية أو رقمًا سريًا أو كلمة مرور أو رمز بنك.",
        url,
      ],
    ],
  ] as const)("names operator, amount and last four, and says what is never asked (%s)", (language, parts) => {
    for (const message of withLinks(named)) {
      for (const part of parts) expect(text(message, language)).toContain(part);
      expect(message.buttons?.[0]).toEqual([expect.objectContaining({ kind: "url", url })]);
    }
  });

  it("names a worker to an account, and only initials to a quick payer", () => {
    for (const message of withLinks(named)) {
      expect(text(message, "en")).toContain("Maria Santos");
      expect(text(message, "ar")).toContain("ماريا سانتوس");
    }
    for (const message of withLinks(masked)) expect(text(message, "en")).toContain("M. S., civil ID ending in 4106");
  });

  it("says in Kuwait's time until when the link is good", () => {
    const message = notices.failed({ how: "cancelled", lines: [named], totalFils: fils(10_000), expiresAt, url });
    expect(text(message, "en")).toContain("24 Nov 2026 at 00:05");
    expect(text(message, "ar")).toContain("24 نوفمبر 2026 الساعة 00:05");
  });
});

describe("a receipt in the chat", () => {
  it("offers the rest of the account where that is asked for, and else does not", () => {
    const offered = (offersAccount: boolean) =>
      notices
        .receipt({
          lines: [{ ...named, state: "paid" }],
          totalFils: fils(10_000),
          number,
          promisedDay,
          url,
          offersAccount,
        })
        .buttons?.flat()
        .some((button) => button.kind === "command" && button.command === "account");
    expect([offered(true), offered(false)]).toEqual([true, false]);
  });

  it("says of each line what became of it, and the numbers stand alone for copying", () => {
    const message = notices.receipt({
      lines: [
        { ...named, state: "issued", policyNumber: "P-1" },
        { ...named, state: "paid" },
        { ...named, state: "refund-due" },
      ],
      totalFils: fils(30_000),
      number,
      promisedDay,
      url,
      offersAccount: false,
    });
    const said = text(message, "en").split("\n");
    expect(said[0]).toBe("✅ KD\u00a030.000 is paid. The receipt is from Amana.");
    expect(said[1]).toContain("covered from 1 Dec 2026 to 30 Nov 2028. Policy number:");
    expect(said[2]).toBe("P-1");
    expect(said[3]).toContain("Paid, not yet in the Ministry's system.");
    expect(said[4]).toContain("KD\u00a010.000 is owed back to you.");
    expect(said[5]).toContain("Next: the renewal is registered in the Ministry's system, by 3 Dec 2026 at the latest.");
    expect(said[6]).toContain("you need not do anything");
    const { text: whole, code } = render(message, "ar", speak, "");
    expect(code.map(({ offset, length }) => whole.slice(offset, offset + length))).toEqual(["P-1", "151", number]);
  });

  it("promises no day where nothing waits", () => {
    const lines = [{ ...named, state: "issued" as const, policyNumber: "P-1" }];
    const message = notices.receipt({ lines, totalFils: fils(10_000), number, promisedDay, url, offersAccount: false });
    expect(text(message, "en")).not.toContain("3 Dec 2026");
  });

  it("copies its number at a press, and the policy's where there is only one", () => {
    const copied = (...policies: readonly (string | undefined)[]) => {
      const lines = policies.map(
        (policyNumber): ReceiptLine =>
          policyNumber === undefined ? { ...named, state: "paid" } : { ...named, state: "issued", policyNumber },
      );
      const { buttons = [] } = notices.receipt({
        lines,
        totalFils: fils(10_000),
        number,
        promisedDay,
        url,
        offersAccount: false,
      });
      return buttons.flat().flatMap((button) => (button.kind === "copy" ? [button.text] : []));
    };
    expect(copied(undefined)).toEqual([number]);
    expect(copied("P-1")).toEqual([number, "P-1"]);
    expect(copied("P-1", undefined)).toEqual([number, "P-1"]);
    expect(copied("P-1", "P-2")).toEqual([number]);
  });

  it("of a zero fee never says that something was paid", () => {
    const lines = [{ ...named, fils: fils(0), state: "paid" as const }];
    const message = notices.receipt({ lines, totalFils: fils(0), number, promisedDay, url, offersAccount: false });
    expect(text(message, "en")).not.toMatch(/\bis paid|Paid,/);
    expect(text(message, "ar")).not.toContain("مدفوع");
  });
});

describe("a conflict", () => {
  it.each(conflicts)("(%s) is told with what happens next, in both languages", (why) => {
    const message = notices.conflict({ why, fils: fils(7_000), totalFils: fils(10_000) });
    const [told, next] = text(message, "en").split("\n");
    expect(told).toContain("owed back to you");
    expect(told).toContain(why === "wrong-currency" ? "KD\u00a010.000" : "KD\u00a07.000");
    expect(next).toContain("151");
    expect(text(message, "ar")).toContain("حقٌّ يُرد إليك");
  });
});

describe("every notice", () => {
  it("leads on to the menu and to a person", () => {
    const all = [
      notices.receipt({
        lines: [{ ...named, state: "paid" }],
        totalFils: fils(10_000),
        number,
        promisedDay,
        url,
        offersAccount: false,
      }),
      notices.failed({ how: "expired", lines: [named], totalFils: fils(10_000), expiresAt, url }),
      notices.unanswered(fils(10_000)),
      notices.noOutcome(fils(10_000)),
      notices.conflict({ why: "wrong-amount", fils: fils(1), totalFils: fils(10_000) }),
    ];
    for (const { buttons = [] } of all) {
      const commands = buttons.flat().flatMap((button) => (button.kind === "command" ? [button.command] : []));
      expect(commands).toEqual(expect.arrayContaining(["start", "human"]));
    }
  });
});
