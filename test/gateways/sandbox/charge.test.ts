import { describe, expect, it } from "vitest";
import { type Charge, expiresAt, type Outcome, outcomes, statusAt } from "../../../src/gateways/sandbox/charge.js";

const madeAt = new Date("2026-11-22T09:00:00Z");
const later = (seconds: number) => new Date(madeAt.getTime() + seconds * 1000);
const charge: Charge = {
  reference: "a1",
  paymentId: "SBX1",
  fils: 5000,
  currency: "KWD",
  language: "ar",
  returnUrl: "http://127.0.0.1/r",
  callbackUrl: "http://127.0.0.1/c",
  madeAt,
};
const halfAnHour = 30 * 60;

const chosen = (outcome: Outcome, answersAt = 10) =>
  [9, 10, halfAnHour - 1, halfAnHour, 10 * halfAnHour].map((seconds) =>
    statusAt({ ...charge, outcome, answersAt: later(answersAt) }, later(seconds)),
  );

describe("how a charge stands", () => {
  it("is open for half an hour, then expired", () => {
    expect(expiresAt(charge)).toEqual(later(halfAnHour));
    expect([0, halfAnHour - 1, halfAnHour].map((seconds) => statusAt(charge, later(seconds)))).toEqual([
      "open",
      "open",
      "expired",
    ]);
  });

  it.each([
    ["approve", "captured"],
    ["twice", "captured"],
    ["decline", "declined"],
    ["cancel", "cancelled"],
  ] as const)("after %s is %s, and stays so", (outcome, status) => {
    expect(chosen(outcome).slice(1)).toEqual([status, status, status, status]);
  });

  it("after a time-out has no answer until it expires, and is never captured", () => {
    expect(chosen("timeout")).toEqual(["no-answer", "no-answer", "no-answer", "expired", "expired"]);
  });

  it("after a late answer has none until its time, and then is captured, past its expiry too", () => {
    expect(chosen("late")).toEqual(["no-answer", "captured", "captured", "captured", "captured"]);
    expect(chosen("late", halfAnHour + 5)).toEqual(["no-answer", "no-answer", "no-answer", "no-answer", "captured"]);
  });

  it("knows every choice of the page", () => {
    expect(outcomes).toEqual(["approve", "decline", "cancel", "timeout", "late", "twice"]);
  });
});
