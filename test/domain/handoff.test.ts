import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DeskHours, defaultDeskRanges } from "../../src/domain/desk-hours.js";
import {
  type HandoffEvent,
  type HandoffState,
  handoffDue,
  handoffPatience,
  handoffTable,
  mayMoveHandoff,
  mostApologies,
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
  // A Sunday, noon in Kuwait: the desk is open until four.
  const openedAt = new Date("2026-11-22T09:00:00Z");
  const minutesOn = (minutes: number) => new Date(openedAt.getTime() + minutes * 60_000);
  const day = handoffPatience.silentHours * 60;
  const hours: DeskHours = { ranges: defaultDeskRanges, holidays: new Set() };
  const due = (of: WaitingHandoff, now: Date) => handoffDue(of, now, hours);
  const waiting = (more: Partial<WaitingHandoff> = {}): WaitingHandoff => ({
    state: "queue",
    since: openedAt,
    lastWordAt: openedAt,
    isTold: false,
    isAnswered: false,
    promise: undefined,
    ...more,
  });
  const owned = (more: Partial<WaitingHandoff> = {}) => waiting({ state: "agent", isTold: true, ...more });

  it("tells supervisors once when nobody has claimed it for five minutes", () => {
    expect(due(waiting(), minutesOn(4.99))).toBeUndefined();
    expect(due(waiting(), minutesOn(5))).toBe("tell-supervisors");
    expect(due(waiting({ isTold: true }), minutesOn(60))).toBeUndefined();
  });

  it("asks its agent once after fifteen minutes without a word", () => {
    const silent = owned({ isTold: false, since: minutesOn(60) });
    expect(due(silent, minutesOn(74.99))).toBeUndefined();
    expect(due(silent, minutesOn(75))).toBe("ask-agent");
    expect(due({ ...silent, isTold: true }, minutesOn(600))).toBeUndefined();
  });

  it("closes it after a day without a word of either side, where the last word was an agent's", () => {
    for (const isTold of [true, false]) {
      const talked = owned({ isTold: true, isAnswered: true, lastWordAt: minutesOn(day - 1) });
      expect(due(talked, minutesOn(2 * day - 1.5))).toBeUndefined();
      expect(due({ ...talked, isTold }, minutesOn(2 * day - 1))).toBe("close");
    }
  });

  it("gives it to a colleague after a day in which its agent left the person without an answer, while the desk is open", () => {
    expect(due(owned(), minutesOn(day - 1))).toBeUndefined();
    expect(due(owned(), minutesOn(day))).toBe("put-back");
    const night = minutesOn(day + 8 * 60);
    expect(due(owned(), night)).toBeUndefined();
    expect(due(owned({ isTold: false }), night)).toBe("ask-agent");
  });

  it("never ends by itself while the person waits for an answer, however long", () => {
    const anyWait = fc.record({
      state: fc.constantFrom("queue" as const, "agent" as const),
      isTold: fc.boolean(),
      promise: fc.option(
        fc.record({
          by: fc.integer({ min: 0, max: 10 * day }).map(minutesOn),
          apologisedAt: fc.option(fc.integer({ min: 0, max: 10 * day }).map(minutesOn), { nil: undefined }),
          apologies: fc.nat(6),
        }),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(anyWait, fc.integer({ min: 0, max: 60 * day }), (wait, later) => {
        expect(due(waiting(wait), minutesOn(later))).not.toBe("close");
      }),
    );
  });

  describe("when the promised time has passed", () => {
    const promised = (by: number, more = {}) => ({
      ...waiting({ isTold: true }),
      promise: { by: minutesOn(by), apologisedAt: undefined, apologies: 0, ...more },
    });

    it("is an apology at once, be it when the desk closes", () => {
      expect(due(promised(60), minutesOn(60))).toBeUndefined();
      expect(due(promised(60), minutesOn(61))).toBe("apologise");
      // Four o'clock.
      expect(due(promised(4 * 60), minutesOn(4 * 60 + 1))).toBe("apologise");
    });

    it("is no second apology on the same day, and one on the next working day when the desk is open", () => {
      const again = promised(120, { apologisedAt: minutesOn(61), apologies: 1 });
      expect(due(again, minutesOn(121))).toBeUndefined();
      expect(due(again, minutesOn(19 * 60))).toBeUndefined();
      expect(due(again, minutesOn(20 * 60))).toBe("apologise");
    });

    it("is none at night, where nobody could be told in time", () => {
      expect(due(promised(60), minutesOn(18 * 60))).toBeUndefined();
      expect(due(promised(60), minutesOn(20 * 60))).toBe("apologise");
    });

    it("is told to supervisors before anything else", () => {
      expect(due({ ...promised(60), isTold: false }, minutesOn(61))).toBe("tell-supervisors");
    });

    it("ends after a working week of apologies, and the waiting does not", () => {
      const weary = promised(60, { apologisedAt: minutesOn(0), apologies: mostApologies });
      for (let days = 1; days < 30; days += 1) expect(due(weary, minutesOn(days * day))).toBeUndefined();
    });
  });
});
