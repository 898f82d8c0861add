import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRenewalArgument, parseRenewalArgument } from "../../src/journeys/renewal-argument.js";

describe("a renewal's argument", () => {
  it.each([
    [undefined, {}],
    ["", {}],
    ["w12", { worker: "w12" }],
    ["w12 y2", { worker: "w12", years: 2 }],
    ["y3 w12", { worker: "w12", years: 3 }],
    ["y1", { years: 1 }],
    ["due y1", { worker: "due", years: 1 }],
    ["2840 3179 0006 y2", { worker: "2840 3179 0006", years: 2 }],
    ["y4", { worker: "y4" }],
    ["w12y2", { worker: "w12y2" }],
  ] as const)("says for whom and for how many years: %s", (argument, said) => {
    expect(parseRenewalArgument(argument)).toEqual(said);
  });

  it("comes back as it was written, and fits a button beside its command", () => {
    const worker = fc.constantFrom(undefined, "w1", "w123456789012345", "due", "284031790006");
    const years = fc.constantFrom(undefined, 1 as const, 2 as const, 3 as const);
    fc.assert(
      fc.property(worker, years, (of, n) => {
        const said = { ...(of === undefined ? {} : { worker: of }), ...(n === undefined ? {} : { years: n }) };
        const written = formatRenewalArgument(said);
        expect(parseRenewalArgument(written)).toEqual(said);
        expect(Buffer.byteLength(`/renew ${written}`)).toBeLessThanOrEqual(64);
      }),
    );
  });

  it("reads whatever is typed after a command without a fault", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(() => parseRenewalArgument(text)).not.toThrow();
      }),
    );
  });
});
