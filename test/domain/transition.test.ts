import { describe, expect, it } from "vitest";
import { next } from "../../src/domain/transition.js";

const table = [
  { from: "a", event: "go", to: "b" },
  { from: "b", event: "go", to: "a" },
  { from: "b", event: "stay", to: "b" },
] as const;

describe("a life as a table", () => {
  it("goes where the table says", () => {
    expect(next(table, "a", "go")).toBe("b");
    expect(next(table, "b", "go")).toBe("a");
    expect(next(table, "b", "stay")).toBe("b");
  });

  it("goes nowhere else", () => {
    expect(next(table, "a", "stay")).toBeUndefined();
  });
});
