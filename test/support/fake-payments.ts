// A payment service for page tests: shows what it is told to, counts what it is asked, and can be told to fail.

import type { IsoDate } from "../../src/domain/iso-date.js";
import { fils } from "../../src/domain/kwd.js";
import type { PaidLine } from "../../src/journeys/payments-port.js";
import type { OpenedAttempt, PaymentService, PayPage, ReceiptLine, ReceiptPage } from "../../src/payments/service.js";

export const token = "q7RkX2m0JfVb9nTzLw4ScA";

export const paidLine = (name: string, initials: string, lastFour: string): PaidLine => ({
  worker: { name: { ar: name }, initials, lastFour },
  from: "2026-11-22" as IsoDate,
  until: "2028-11-21" as IsoDate,
  fils: fils(10_000),
});

export const payPage = (changes: Partial<PayPage> = {}): PayPage => ({
  state: "open",
  language: "ar",
  lines: [
    {
      ...paidLine("", "M. S.", "4106"),
      worker: { name: { ar: "ماريا سانتوس", en: "Maria Santos" }, initials: "M. S.", lastFour: "4106" },
    },
    paidLine("راجيش كومار", "ر. ك.", "8821"),
  ],
  totalFils: fils(20_000),
  termsVersion: "2026-11",
  expiresAt: new Date("2026-11-23T10:30:00Z"),
  ...changes,
});

const issued = { state: "issued", policyNumber: "TJ-P-204417" } as const;

export const receiptPage = (changes: Partial<ReceiptPage> = {}): ReceiptPage => ({
  number: "TJ-2026-7KQ4MWXH",
  url: `https://pay.example/r/${token}`,
  payer: { initials: "ف. ر.", lastFour: "0006" },
  paidAt: new Date("2026-11-22T21:05:00Z"),
  paidOn: "2026-11-23" as IsoDate,
  language: "ar",
  lines: payPage().lines.map((line): ReceiptLine => ({ ...line, ...issued })),
  totalFils: fils(20_000),
  payment: { gateway: "sandbox", reference: "a1b2c3d4e5f6a7b8c9d0", refs: { paymentId: "SBX20261122" } },
  isTest: true,
  ...changes,
});

export type FakePayments = PaymentService & {
  /** What the next calls give; `undefined` is an unknown link. */
  page: PayPage | undefined;
  opened: OpenedAttempt;
  shownReceipt: ReceiptPage | undefined;
  calledBackWith: "confirmed" | "unknown-reference";
  /** Every call fails as it does when the database is out of reach. */
  isDown: boolean;
  /** The names of the methods called, in order. */
  readonly calls: string[];
};

export function fakePayments(): FakePayments {
  const calls: string[] = [];
  const note = <T>(call: string, give: () => T): Promise<T> => {
    calls.push(call);
    if (fake.isDown) return Promise.reject(Object.assign(new Error("connect refused"), { code: "ECONNREFUSED" }));
    return Promise.resolve(give());
  };
  const fake: FakePayments = {
    page: payPage(),
    opened: { ok: true, redirectUrl: "http://127.0.0.1:9/pay/a1" },
    shownReceipt: receiptPage(),
    calledBackWith: "confirmed",
    isDown: false,
    calls,
    payPage: (given) => note("payPage", () => (given === token ? fake.page : undefined)),
    openAttempt: (given) =>
      note("openAttempt", () => (given === token ? fake.opened : { ok: false, reason: "unknown-link" })),
    returned: (given) => note("returned", () => (given === token ? fake.page : undefined)),
    calledBack: (gateway, reference) => note(`calledBack ${gateway} ${reference}`, () => fake.calledBackWith),
    receipt: (given) => note("receipt", () => (given === token ? fake.shownReceipt : undefined)),
    mopUp: () => note("mopUp", () => ({ asked: 0 })),
  };
  return fake;
}
