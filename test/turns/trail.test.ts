// The trail of what was asked and answered: times, and of the answers only what the staff may see; small, whatever is written.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Stored } from "../../src/journeys/question.js";
import type { Session } from "../../src/turns/session.js";
import { recentTrail, withTrail } from "../../src/turns/trail.js";
import { noura } from "../support/people-world.js";

const now = new Date("2026-11-22T09:00:00Z");
const at = (key: string, answers: Record<string, Stored> = {}): Session => ({
  draft: { id: "d", command: "renew", answers, pending: { key, fingerprint: "f" } },
});

describe("the trail", () => {
  it("keeps what was answered, with its time", () => {
    const { trail } = withTrail(at("years:w1"), at("start", { "years:w1": "2" }), now);
    expect(trail).toEqual([{ asked: "renew:years:w1", at: now.toISOString(), said: "2" }]);
  });

  it.each([
    ["civil-id", noura, `…${noura.slice(-4)}`],
    ["start", "2026-12-08", "2026-12-08"],
    ["name", "Noura Al Rashoud", undefined],
    ["email", "noura@example.com", undefined],
    ["phone", "55551234", undefined],
    ["who", "w12", undefined],
  ])("shows of the answer to %s no more than the staff may see", (key, stored, said) => {
    const { trail } = withTrail(at(key), at("next", { [key]: stored }), now);
    expect(trail?.map((each) => each.said)).toEqual([said]);
  });

  it("keeps that the last question was answered, and nothing where the journey was set aside or nothing was taken", () => {
    expect(withTrail(at("terms"), {}, now).trail).toEqual([{ asked: "renew:terms", at: now.toISOString() }]);
    const aside = { aside: { id: "d", command: "renew", answers: {} } } as const;
    expect(withTrail(at("terms"), aside, now).trail).toBeUndefined();
    expect(withTrail(at("terms"), at("terms"), now).trail).toBeUndefined();
    expect(withTrail({}, at("terms"), now).trail).toBeUndefined();
    const anew = { draft: { id: "e", command: "renew", answers: {} } } as const;
    expect(withTrail(at("terms"), anew, now).trail).toBeUndefined();
  });

  it("never holds a whole civil ID, and stays under a kilobyte, whatever is answered", () => {
    const answers = fc.dictionary(
      fc.constantFrom("civil-id", "worker", "name", "email", "years:w123", "start", "in-kuwait"),
      fc.oneof(fc.constant(noura as string), fc.string({ maxLength: 80 }), fc.constant("2"), fc.constant("2026-12-08")),
    );
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 30 }), (turns) => {
        let session: Session = {};
        for (const given of turns)
          session = withTrail({ ...session, ...at("years") }, { ...session, ...at("next", given) }, now);
        const kept = JSON.stringify(session.trail ?? []);
        expect(kept).not.toContain(noura);
        expect(Buffer.byteLength(kept)).toBeLessThan(1_100);
      }),
    );
  });

  it("is of today and yesterday", () => {
    const days = [50, 20, 1].map((hours) => ({
      asked: "renew:years",
      at: new Date(now.getTime() - hours * 3_600_000).toISOString(),
    }));
    expect(recentTrail(days, now)).toEqual(days.slice(1));
  });
});
