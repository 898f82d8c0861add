// What a gateway's answer means, and when it is asked again.
import { describe, expect, it } from "vitest";
import { fils } from "../../src/domain/kwd.js";
import { attemptTable, type IntentState, intentTable } from "../../src/domain/payment.js";
import { askNextAt, backOff, givesUpAt, linkHours } from "../../src/payments/back-off.js";
import { isUnderWay, judge } from "../../src/payments/verdict.js";

const owed = { fils: 10_000, currency: "KWD" };
const paid = { status: "paid", fils: fils(10_000), currency: "KWD" } as const;

describe("a gateway's answer", () => {
  it.each([
    ["pending", "pending"],
    ["failed", "declined"],
    ["cancelled", "cancelled"],
    ["expired", "expired"],
    ["unknown", "no-answer"],
  ] as const)("%s means %s, whatever the intent's state", (status, event) => {
    for (const { from } of intentTable) expect(judge({ status }, owed, from)).toEqual({ event });
  });

  it("counts as captured only with the amount and the currency that are owed", () => {
    expect(judge(paid, owed, "paying")).toEqual({ event: "captured" });
    expect(judge({ ...paid, fils: fils(9_999) }, owed, "paying")).toEqual({ event: "conflicted", why: "wrong-amount" });
    expect(judge({ ...paid, fils: fils(10_001) }, owed, "paying")).toEqual({
      event: "conflicted",
      why: "wrong-amount",
    });
    expect(judge({ ...paid, currency: "kwd" }, owed, "paying")).toEqual({ event: "conflicted", why: "wrong-currency" });
    expect(judge({ status: "paid", currency: "KWD" }, owed, "paying")).toEqual({ event: "no-answer" });
    expect(judge({ status: "paid", fils: fils(10_000) }, owed, "paying")).toEqual({ event: "no-answer" });
  });

  it("counts once: for a paid intent it is a second capture, for every unpaid one the first", () => {
    const all = new Set<IntentState>(intentTable.map(({ from }) => from));
    for (const state of all) {
      const verdict = state === "paid" ? { event: "conflicted", why: "second-capture" } : { event: "captured" };
      expect(judge(paid, owed, state)).toEqual(verdict);
    }
  });

  it("may still change what is under way: exactly the states that can decline", () => {
    const declinable = new Set(attemptTable.filter(({ event }) => event === "declined").map(({ from }) => from));
    for (const { from, to } of attemptTable) {
      expect(isUnderWay(from)).toBe(declinable.has(from));
      expect(isUnderWay(to)).toBe(declinable.has(to));
    }
  });
});

describe("the back-off", () => {
  const openedAt = new Date("2026-11-22T10:00:00Z");
  const linkEndsAt = new Date(openedAt.getTime() + linkHours * 3_600_000);
  const tried = { state: "live", openedAt, linkEndsAt, pageEndsAt: null } as const;
  const opened = (ms: number) => new Date(openedAt.getTime() + ms);
  const delay = (of: Parameters<typeof askNextAt>[0], ms: number) => {
    const next = askNextAt(of, opened(ms));
    return next === undefined ? undefined : next.getTime() - opened(ms).getTime();
  };

  it("asks after 15 seconds at first, then after half the try's age, and never rarer than hourly", () => {
    expect(delay(tried, 0)).toBe(15_000);
    expect(delay(tried, 30_000)).toBe(15_000);
    expect(delay(tried, 40_000)).toBe(20_000);
    expect(delay(tried, 7_200_000)).toBe(3_600_000);
    expect(delay(tried, 10 * 3_600_000)).toBe(3_600_000);
  });

  it("asks the moment the gateway's page ends", () => {
    const page = { ...tried, pageEndsAt: opened(3 * 3_600_000) };
    expect(delay(page, 2.5 * 3_600_000)).toBe(0.5 * 3_600_000);
    expect(delay(page, 3 * 3_600_000)).toBe(3_600_000);
  });

  it("looks at a failed try every six hours, since late money is money, and at a settled one never", () => {
    for (const state of ["declined", "cancelled", "expired"] as const)
      expect(delay({ ...tried, state }, 60_000)).toBe(backOff.failedMs);
    for (const state of ["captured", "conflicted"] as const) expect(delay({ ...tried, state }, 0)).toBeUndefined();
  });

  it("ends two days past the link, with one last question exactly then", () => {
    const end = givesUpAt(tried);
    expect(end.getTime() - linkEndsAt.getTime()).toBe(48 * 3_600_000);
    expect(askNextAt(tried, new Date(end.getTime() - 1))).toEqual(end);
    expect(askNextAt({ ...tried, state: "declined" }, new Date(end.getTime() - 1))).toEqual(end);
    expect(askNextAt(tried, end)).toBeUndefined();
  });

  it.each(["opening", "live", "unknown", "declined"] as const)("always moves on, and ends (%s)", (state) => {
    const asked: Date[] = [];
    for (let next = askNextAt({ ...tried, state }, openedAt); next !== undefined; ) {
      expect(next.getTime()).toBeGreaterThan((asked.at(-1) ?? openedAt).getTime());
      asked.push(next);
      next = askNextAt({ ...tried, state }, next);
    }
    expect(asked.at(-1)).toEqual(givesUpAt(tried));
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.length).toBeLessThan(100);
  });
});
