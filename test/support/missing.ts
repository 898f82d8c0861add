// What a test needs and the machine lacks: skipped on a developer's machine, a failure under CI=true.
import { describe, it } from "vitest";

/** `describe` for tests that need something of the machine. @param missing the line that names the install command */
export function describeWith(isHere: () => boolean, missing: string): (name: string, tests: () => void) => void {
  return (name, tests) => {
    if (isHere()) return describe(name, tests);
    if (process.env.CI !== "true") return describe.skip(name, tests);
    return describe(name, () => {
      it("has what it needs on this machine", () => {
        throw new Error(missing);
      });
    });
  };
}
