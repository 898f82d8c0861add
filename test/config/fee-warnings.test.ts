// An operator is told when the chosen fees do not hold today or a later source contradicts them.
import { describe, expect, it } from "vitest";
import { feeWarnings } from "../../src/config/fee-warnings.js";
import { builtInSchedules, type FeeSchedule, loadFeeSchedule } from "../../src/domain/fee-schedule.js";
import type { IsoDate } from "../../src/domain/iso-date.js";

const day = (text: string) => text as IsoDate;
const { kd5, "before-306": before306, "decision-306-2025": decision306 } = builtInSchedules;

function own(changes: object): FeeSchedule {
  const loaded = loadFeeSchedule({ ...structuredClone(kd5), id: "own", ...changes });
  if (!loaded.ok) throw new Error(loaded.faults.join());
  return loaded.schedule;
}

describe("a warning", () => {
  it("says that a later source contradicts the fees of the brief", () => {
    expect(feeWarnings(kd5, day("2026-02-01"))).toEqual([
      "decision-306-2025, a later source (from 2025-12-23), contradicts kd5",
    ]);
  });

  it("says when the chosen fees are over, and names what came after", () => {
    expect(feeWarnings(before306, day("2025-12-22"))).toEqual([
      "decision-306-2025, a later source (from 2025-12-23), contradicts before-306",
    ]);
    expect(feeWarnings(before306, day("2025-12-23"))).toHaveLength(2);
    expect(feeWarnings(before306, day("2025-12-23"))[0]).toBe("before-306 held until 2025-12-22");
  });

  it("says when the chosen fees do not hold yet", () => {
    expect(feeWarnings(decision306, day("2025-12-22"))).toEqual(["decision-306-2025 holds from 2025-12-23 only"]);
    expect(feeWarnings(decision306, day("2025-12-23"))).toEqual([]);
  });

  it("is not given for fees of one's own that say the same as the later source", () => {
    expect(feeWarnings(own({ rows: decision306.rows }), day("2026-02-01"))).toEqual([]);
  });

  it("is given for one fee that differs, for one missing, and for one place counted otherwise", () => {
    const [first, fourth, other] = decision306.rows;
    const rows = [
      [{ ...first, fils: 1 }, fourth, other],
      [first, fourth],
      [{ ...first, nth: { from: 1, to: 4 } }, { ...fourth, nth: { from: 5 } }, other],
    ];
    for (const changed of rows) expect(feeWarnings(own({ rows: changed }), day("2026-02-01"))).toHaveLength(1);
  });

  it("is not given for fees that are themselves the later ones", () => {
    expect(feeWarnings(own({ from: "2026-01-01" }), day("2026-02-01"))).toEqual([]);
  });
});
