// Who may begin with a filing, and when it is overdue.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDayInTime, mayClaim } from "../../src/desk/filings.js";
import type { Staff } from "../../src/desk/staff.js";
import { addDays, type IsoDate } from "../../src/domain/iso-date.js";
import { addWorkingDays } from "../../src/domain/working-days.js";
import type { ChatKey } from "../../src/turns/session-store.js";
import { anyDate } from "../domain/arbitraries.js";

const staff = (id: number): Staff => ({
  id,
  role: "agent",
  name: `Agent ${id}`,
  chat: `tg:${id}` as ChatKey,
  sitting: 0,
});
const now = new Date("2026-11-22T09:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe("a filing", () => {
  it("is one person's for an hour; then a colleague may take it over", () => {
    const since = (minutes: number) => ({ claim: { staff: 1, name: "Agent 1", since: minutesAgo(minutes) } });
    expect(mayClaim({ claim: undefined }, staff(2), now)).toBe(true);
    expect(mayClaim(since(59), staff(2), now)).toBe(false);
    expect(mayClaim(since(60), staff(2), now)).toBe(true);
    expect(mayClaim(since(1), staff(1), now)).toBe(true);
  });

  it("is overdue on the day after two working days", () => {
    // Paid on Wednesday 18 November 2026: Thursday and Sunday are its two days.
    expect(firstDayInTime("2026-11-22" as IsoDate)).toBe("2026-11-18");
    expect(firstDayInTime("2026-11-23" as IsoDate)).toBe("2026-11-19");
  });

  it("is overdue exactly when the second working day after its payment has passed", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 20 }), (today, back) => {
        fc.pre(today > "0001-03-01" && today < "9999-12-01");
        const paid = addDays(today, -back);
        return paid < firstDayInTime(today) === addWorkingDays(paid, 2) < today;
      }),
    );
  });
});
