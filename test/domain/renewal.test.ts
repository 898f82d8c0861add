import { describe, expect, it } from "vitest";
import { nextRenewal, renewalTable } from "../../src/domain/renewal.js";

describe("renewal", () => {
  it("has exactly these steps", () => {
    expect(renewalTable.map((row) => `${row.from} ${row.event} ${row.to}`)).toEqual([
      "paid filed filed",
      "paid issued issued",
      "filed issued issued",
      "filed rejected rejected",
      "filed period-taken conflicted",
      "rejected refund-opened refund-due",
      "conflicted refund-opened refund-due",
      "refund-due refunded refunded",
    ]);
  });

  it("is issued at once where the records are the registry, and after filing elsewhere", () => {
    expect(nextRenewal("paid", "issued")).toBe("issued");
    expect(nextRenewal("paid", "filed")).toBe("filed");
    expect(nextRenewal("filed", "issued")).toBe("issued");
  });

  it("gives money back once, and only where it is owed", () => {
    expect(nextRenewal("refund-due", "refunded")).toBe("refunded");
    expect(nextRenewal("refunded", "refunded")).toBeUndefined();
    expect(nextRenewal("issued", "refund-opened")).toBeUndefined();
    expect(nextRenewal("paid", "refunded")).toBeUndefined();
  });
});
