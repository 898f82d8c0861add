// What an agent may write to a person: nobody's civil ID, mobile or link whole, in whatever writing and company; all else.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maySay } from "../../src/desk/may-say.js";
import { newToken } from "../../src/secrets/keyed-index.js";
import { noura } from "../support/people-world.js";
import { between, civilId, company, mobile, written } from "../support/written-numbers.js";

const hotline = "151";

describe("an agent's words to a person", () => {
  it.each([
    noura,
    `Is ${noura} yours?`,
    "٥٠٠٠ ١٢٣٤",
    "call +965 5000 1234",
    `${noura}50001234`,
    `https://pay.example/p/${newToken().token}`,
    `/x/${newToken().token} is yours`,
  ])("do not go with %j in them", (text) => {
    expect(maySay(text, [hotline])).toBe(false);
  });

  it.each([
    "call 151, or 22451234 in the morning, or 1804050",
    "KD 10.000 on 21/11/2026, until 2028-11-20",
    "your receipt TJ-2026-56789234, your policy HI-2026-50001234 or 12345678",
    `civil ID ending in ${noura.slice(-4)}, phone in 234`,
    "https://pay.example/p/about",
    "",
  ])("go with %j in them", (text) => {
    expect(maySay(text, [hotline])).toBe(true);
  });

  it("go with a hotline or a policy that looks like a mobile, alone", () => {
    const whole = ["+965 9922 3344", "KW/55123456"];
    expect(maySay("call 99223344 about policy 55123456", whole)).toBe(true);
    expect(maySay("call 99223344 or 50001234", whole)).toBe(false);
    expect(maySay(`99223344 ${noura}`, whole)).toBe(false);
  });

  it("never go with a civil ID or a mobile, in any digits, spacing and company", () => {
    const number = written(fc.oneof(civilId, mobile));
    fc.assert(
      fc.property(company, between, number, between, company, (before, left, text, right, after) => {
        expect(maySay(`${before}${left}${text}${right}${after}`, [hotline])).toBe(false);
      }),
      { numRuns: 4_000 },
    );
  });

  it("go where neither is there", () => {
    fc.assert(
      fc.property(company, (text) => {
        expect(maySay(text, [hotline])).toBe(true);
      }),
      { numRuns: 4_000 },
    );
  });
});
