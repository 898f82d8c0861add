import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type HandoffEvent,
  type HandoffState,
  handoffDue,
  handoffPatience,
  handoffTable,
  mayMoveHandoff,
  nextHandoff,
  type WaitingHandoff,
} from "../../src/domain/handoff.js";

const events: readonly HandoffEvent[] = ["opened", "claimed", "handed-over", "put-back", "closed"];
const anyEvents = fc.array(fc.constantFrom(...events), { maxLength: 40 });

/** The states that a life goes through; what the table refuses changes nothing. */
function lived(happened: readonly HandoffEvent[]): readonly HandoffState[] {
  const states: HandoffState[] = ["bot"];
  for (const event of happened) states.push(nextHandoff(states.at(-1) ?? "bot", event) ?? states.at(-1) ?? "bot");
  return states;
}

describe("a handoff", () => {
  it("has exactly these steps", () => {
    expect(handoffTable.map((row) => `${row.from} ${row.event} ${row.to}`)).toEqual([
      "bot opened queue",
      "queue claimed agent",
      "queue closed bot",
      "agent handed-over agent",
      "agent put-back queue",
      "agent closed bot",
    ]);
  });

  it("comes to an agent from the queue or from another agent alone, whatever happens in which order", () => {
    fc.assert(
      fc.property(anyEvents, (happened) => {
        const states = lived(happened);
        for (const [at, state] of states.entries())
          if (state === "agent") expect(["queue", "agent"]).toContain(states[at - 1]);
      }),
    );
  });

  it("is claimed by one: whoever claims what an agent has is refused", () => {
    expect(nextHandoff("agent", "claimed")).toBeUndefined();
    expect(nextHandoff("bot", "claimed")).toBeUndefined();
  });

  it("can be closed from wherever it stands, and then is over", () => {
    fc.assert(
      fc.property(anyEvents, (happened) => {
        const end = lived(happened).at(-1) ?? "bot";
        expect(nextHandoff(end, "closed")).toBe(end === "bot" ? undefined : "bot");
      }),
    );
  });

  it("is moved by its owner or a supervisor once somebody has it, and by anybody before", () => {
    expect(mayMoveHandoff("queue", { role: "agent", isOwner: false })).toBe(true);
    expect(mayMoveHandoff("agent", { role: "agent", isOwner: false })).toBe(false);
    expect(mayMoveHandoff("agent", { role: "agent", isOwner: true })).toBe(true);
    expect(mayMoveHandoff("agent", { role: "supervisor", isOwner: false })).toBe(true);
  });
});

describe("what a handoff's waiting asks for", () => {
  const openedAt = new Date("2026-11-22T09:00:00Z");
  const minutesOn = (minutes: number) => new Date(openedAt.getTime() + minutes * 60_000);
  const waiting = (more: Partial<WaitingHandoff> = {}): WaitingHandoff => ({
    state: "queue",
    since: openedAt,
    lastWordAt: openedAt,
    isTold: false,
    ...more,
  });

  it("tells supervisors once when nobody has claimed it for five minutes", () => {
    expect(handoffDue(waiting(), minutesOn(4.99))).toBeUndefined();
    expect(handoffDue(waiting(), minutesOn(5))).toBe("tell-supervisors");
    expect(handoffDue(waiting({ isTold: true }), minutesOn(60))).toBeUndefined();
  });

  it("asks its agent once after fifteen minutes without a word", () => {
    const owned = waiting({ state: "agent", since: minutesOn(60) });
    expect(handoffDue(owned, minutesOn(74.99))).toBeUndefined();
    expect(handoffDue(owned, minutesOn(75))).toBe("ask-agent");
    expect(handoffDue({ ...owned, isTold: true }, minutesOn(600))).toBeUndefined();
  });

  it("closes it after a day without a word of either side, whoever has it, since when and whatever was told", () => {
    const day = handoffPatience.silentHours * 60;
    for (const state of ["queue", "agent"] as const)
      for (const isTold of [true, false]) {
        const talked = waiting({ state, isTold: true, since: openedAt, lastWordAt: minutesOn(day - 1) });
        expect(handoffDue(talked, minutesOn(2 * day - 1.5))).toBeUndefined();
        expect(handoffDue({ ...talked, isTold }, minutesOn(2 * day - 1))).toBe("close");
      }
  });
});
