// Who may begin with a filing.
import { describe, expect, it } from "vitest";
import { mayClaim } from "../../src/desk/filings.js";
import type { Staff } from "../../src/desk/staff.js";
import type { ChatKey } from "../../src/turns/session-store.js";

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
});
