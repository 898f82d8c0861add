// What a note about a case must be before it is kept.
import { describe, expect, it } from "vitest";
import { longestNote, readNote } from "../../src/desk/cases.js";

describe("a note about a case", () => {
  it("has between one character and five hundred, as people count them", () => {
    expect(readNote(" call her back ", "opened")).toEqual({ ok: true, note: "call her back" });
    expect(readNote("   ", "opened")).toEqual({ ok: false, reason: "empty" });
    expect(readNote("🔔".repeat(longestNote), "closed").ok).toBe(true);
    expect(readNote("🔔".repeat(longestNote + 1), "closed")).toEqual({ ok: false, reason: "long" });
  });

  it("names the bank's reference, in whichever digits, where money was given back", () => {
    expect(readNote("given back", "refunded")).toEqual({ ok: false, reason: "no-reference" });
    expect(readNote("given back, ref FT-2211", "refunded").ok).toBe(true);
    expect(readNote("مرجع ٢٢١١٠٠", "refunded").ok).toBe(true);
    expect(readNote("given back", "closed").ok).toBe(true);
  });
});
