import { describe, expect, it } from "vitest";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { type PlacedWorker, placeOf } from "../../src/domain/worker-place.js";

const worker = (civilId: string, firstCover?: string, counts = true): PlacedWorker => ({
  civilId,
  counts,
  firstCover: firstCover as IsoDate | undefined,
});

describe("a worker's place", () => {
  it("is by the first day of cover", () => {
    const workers = [worker("1", "2024-01-01"), worker("2", "2022-01-01"), worker("3", "2023-01-01")];
    expect(["1", "2", "3"].map((id) => placeOf(workers, id))).toEqual([3, 1, 2]);
  });

  it("is by civil ID where the day is the same", () => {
    const workers = [worker("2", "2024-01-01"), worker("1", "2024-01-01"), worker("3", "2024-01-01")];
    expect(["1", "2", "3"].map((id) => placeOf(workers, id))).toEqual([1, 2, 3]);
  });

  it("is last for those never covered, among them by civil ID", () => {
    const workers = [worker("1"), worker("3"), worker("2"), worker("9", "2025-01-01")];
    expect(["9", "1", "2", "3"].map((id) => placeOf(workers, id))).toEqual([1, 2, 3, 4]);
  });

  it("leaves out workers without present or requested cover, but never the one asked about", () => {
    const workers = [worker("1", "2020-01-01", false), worker("2", "2021-01-01"), worker("3", "2022-01-01", false)];
    expect(["1", "2", "3"].map((id) => placeOf(workers, id))).toEqual([1, 1, 2]);
  });

  it("is after the covered ones for a worker who is not on the list", () => {
    expect(placeOf([], "5")).toBe(1);
    expect(placeOf([worker("9", "2025-01-01"), worker("4"), worker("6")], "5")).toBe(3);
  });
});
