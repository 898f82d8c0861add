import { readFileSync } from "node:fs";
import { cruise, type ICruiseOptions, type IRuleSetType } from "dependency-cruiser";
import { describe, expect, it } from "vitest";

// The import directions of the tree (.dependency-cruiser.json), held as a test: domain ← journeys ← services ← adapters ← main.
const { forbidden, options } = JSON.parse(readFileSync(".dependency-cruiser.json", "utf8")) as {
  forbidden: { name: string }[];
  options: ICruiseOptions;
};

async function check(files: string[], baseDir?: string) {
  const ruleSet = { forbidden } as unknown as IRuleSetType;
  const { output } = await cruise(files, { ...options, validate: true, ruleSet, ...(baseDir ? { baseDir } : {}) });
  if (typeof output === "string") throw new Error("expected the cruise's own report");
  return output.summary;
}

describe("the tree is the architecture", () => {
  it("holds every import direction", async () => {
    const { violations, totalCruised } = await check(["src"]);
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(totalCruised).toBeGreaterThan(100);
  });

  it("would see a file of the rules that imports an adapter", async () => {
    const { violations } = await check(["src"], "test/support/crooked-tree");
    expect(violations.map(({ rule }) => rule.name).sort()).toEqual(["domain-is-pure", "domain-knows-nothing"]);
  });
});
