import { describe, expect, it } from "vitest";
import {
  type AttemptState,
  attemptTable,
  type IntentState,
  intentTable,
  nextAttempt,
  nextIntent,
} from "../../src/domain/payment.js";

const unpaid: IntentState[] = ["open", "paying", "expired", "superseded", "cancelled", "conflicted"];
const intentStates: IntentState[] = [...unpaid, "paid"];
const uncaptured: AttemptState[] = ["opening", "live", "unknown", "declined", "cancelled", "expired"];
const attemptStates: AttemptState[] = [...uncaptured, "captured", "conflicted", "refunded"];

describe.each([
  { name: "intent", table: intentTable, states: intentStates, start: "open" },
  { name: "attempt", table: attemptTable, states: attemptStates, start: "opening" },
])("the table of an $name", ({ table, states, start }) => {
  it("names every state, and no other", () => {
    expect(new Set(table.flatMap((row) => [row.from, row.to]))).toEqual(new Set(states));
  });

  it("has each pair of state and event once", () => {
    const pairs = table.map((row) => `${row.from} ${row.event}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it("reaches every state from the first", () => {
    const reached = new Set<string>([start]);
    for (const _ of states) for (const row of table) if (reached.has(row.from)) reached.add(row.to);
    expect(reached).toEqual(new Set(states));
  });
});

describe("intent", () => {
  it("is paid by pressing Pay and a capture", () => {
    expect(nextIntent("open", "attempt-opened")).toBe("paying");
    expect(nextIntent("paying", "captured")).toBe("paid");
  });

  it("is open again after a failed attempt", () => {
    expect(nextIntent("paying", "attempt-failed")).toBe("open");
  });

  it("is paid at once when there is nothing to pay, and only while it is open", () => {
    expect(intentTable.filter((row) => row.event === "nothing-to-pay")).toEqual([
      { from: "open", event: "nothing-to-pay", to: "paid" },
    ]);
  });

  it.each(unpaid)("is paid by a late capture when it is %s", (state) => {
    expect(nextIntent(state, "captured")).toBe("paid");
  });

  it.each(unpaid)("is conflicted by money that cannot count when it is %s", (state) => {
    expect(nextIntent(state, "capture-conflicted")).toBe("conflicted");
  });

  it("is never un-paid", () => {
    expect(intentTable.filter((row) => row.from === "paid")).toEqual([
      { from: "paid", event: "capture-conflicted", to: "paid" },
      { from: "paid", event: "attempt-failed", to: "paid" },
    ]);
  });

  it("takes no second capture", () => {
    expect(nextIntent("paid", "captured")).toBeUndefined();
  });

  it.each(["expired", "superseded", "cancelled"] as const)("is %s from open and from paying, and stays so", (end) => {
    expect(intentTable.filter((row) => row.event === end)).toEqual([
      { from: "open", event: end, to: end },
      { from: "paying", event: end, to: end },
    ]);
    expect(nextIntent(end, "attempt-failed")).toBe(end);
  });

  it("opens an attempt only while it is open", () => {
    expect(intentTable.filter((row) => row.event === "attempt-opened").map((row) => row.from)).toEqual(["open"]);
  });

  it("has no failed attempt before it has one", () => {
    expect(nextIntent("open", "attempt-failed")).toBeUndefined();
    expect(nextIntent("conflicted", "attempt-failed")).toBe("conflicted");
  });
});

describe("attempt", () => {
  const undecided = ["opening", "live", "unknown"] as const;

  it.each(undecided)("hears every answer when it is %s", (state) => {
    expect(nextAttempt(state, "pending")).toBe("live");
    expect(nextAttempt(state, "no-answer")).toBe("unknown");
    expect(nextAttempt(state, "declined")).toBe("declined");
    expect(nextAttempt(state, "cancelled")).toBe("cancelled");
    expect(nextAttempt(state, "expired")).toBe("expired");
  });

  it.each(uncaptured)("is captured, or in conflict, even late, when it is %s", (state) => {
    expect(nextAttempt(state, "captured")).toBe("captured");
    expect(nextAttempt(state, "conflicted")).toBe("conflicted");
  });

  it("ends with money: nothing follows a capture, and a conflict only its refund", () => {
    expect(
      attemptTable.filter(({ from }) => from === "captured" || from === "conflicted" || from === "refunded"),
    ).toEqual([{ from: "conflicted", event: "refunded", to: "refunded" }]);
  });

  it.each(["declined", "cancelled", "expired"] as const)("that is %s hears of nothing but money", (state) => {
    expect(attemptTable.filter((row) => row.from === state).map((row) => row.event)).toEqual([
      "captured",
      "conflicted",
    ]);
  });

  it("is never failed for want of an answer", () => {
    expect(new Set(attemptTable.filter((row) => row.event === "no-answer").map((row) => row.to))).toEqual(
      new Set(["unknown"]),
    );
  });
});
