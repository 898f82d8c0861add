import { describe, expect, it } from "vitest";
import {
  looksPerDay,
  looksPerHour,
  mayLookOnce,
  unusualIn,
  usualMissesPerHour,
  usualSponsorsPerDay,
} from "../../src/domain/looking.js";

const none = { looksInHour: 0, looksInDay: 0, missesInHour: 0, sponsorsInDay: 0 };

describe("how much the staff may look", () => {
  it("ends at the hour's and at the day's limit", () => {
    expect(mayLookOnce({ looksInHour: looksPerHour - 1, looksInDay: looksPerDay - 1 })).toBe(true);
    expect(mayLookOnce({ looksInHour: looksPerHour, looksInDay: 0 })).toBe(false);
    expect(mayLookOnce({ looksInHour: 0, looksInDay: looksPerDay })).toBe(false);
  });

  it("is unusual only beyond what callers explain", () => {
    expect(unusualIn({ ...none, missesInHour: usualMissesPerHour, sponsorsInDay: usualSponsorsPerDay })).toEqual([]);
    expect(unusualIn({ ...none, missesInHour: usualMissesPerHour + 1 })).toEqual(["misses"]);
    expect(unusualIn({ ...none, sponsorsInDay: usualSponsorsPerDay + 1 })).toEqual(["sponsors"]);
    expect(unusualIn({ ...none, looksInDay: looksPerDay })).toEqual(["limit"]);
  });

  it("hides nothing unusual behind something else", () => {
    const missesInHour = usualMissesPerHour + 1;
    const sponsorsInDay = usualSponsorsPerDay + 1;
    expect(unusualIn({ looksInHour: looksPerHour, looksInDay: 0, missesInHour, sponsorsInDay })).toEqual([
      "misses",
      "sponsors",
      "limit",
    ]);
  });
});
