// What a note about a case must be before it is kept.
import { describe, expect, it } from "vitest";
import { longestNote, readNote } from "../../src/desk/cases.js";

describe("a note about a case", () => {
  it("says something, in five hundred characters at most, as people count them", () => {
    expect(readNote(" call her back ", "opened")).toEqual({ ok: true, note: "call her back" });
    for (const nothing of ["   ", "\u200b".repeat(9), "....", "123456", "🔔", "\u3164\u3164"])
      expect(readNote(nothing, "opened")).toEqual({ ok: false, reason: "empty" });
    expect(readNote("تم", "closed").ok).toBe(true);
    expect(readNote(`ok${"🔔".repeat(longestNote - 2)}`, "closed").ok).toBe(true);
    expect(readNote(`ok${"🔔".repeat(longestNote - 1)}`, "closed")).toEqual({ ok: false, reason: "long" });
  });

  it("names the bank's reference, in whichever digits, where money was given back", () => {
    expect(readNote("given back", "refunded")).toEqual({ ok: false, reason: "no-reference" });
    expect(readNote("given back, ref FT-2211", "refunded").ok).toBe(true);
    expect(readNote("مرجع ٢٢١١٠٠", "refunded").ok).toBe(true);
    expect(readNote("given back", "closed").ok).toBe(true);
  });
});
