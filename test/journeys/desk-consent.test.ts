import { describe, expect, it } from "vitest";
import type { Access } from "../../src/journeys/access-port.js";
import { consentAnswer, deskConsent } from "../../src/journeys/desk-consent.js";
import { privacy } from "../../src/journeys/privacy.js";
import { date, fakeWorld } from "../support/fake-world.js";
import { chatWith } from "../support/journey.js";

const look: Access = {
  on: date("2026-06-09"),
  time: "14:05",
  staff: "Sara",
  role: "agent",
  what: "looked",
  by: "civil-id",
  reason: undefined,
};

describe("answering the staff", () => {
  it.each([
    ["allow-7", "desk-consent-given", [true]],
    ["refuse-7", "desk-consent-not-given", [false]],
    ["allow-8", "desk-consent-over", []],
    ["allow", "desk-consent-over", []],
    [undefined, "desk-consent-over", []],
  ])("%s says %s", async (argument, said, allowed) => {
    const world = fakeWorld();
    const chat = await chatWith(deskConsent, world, "desk-consent").opens(argument);
    expect(chat.now.ids).toEqual([said]);
    expect(world.did.allowed).toEqual(allowed);
  });
});

describe("an answer to the staff's question", () => {
  it("is the command of its button with which question, and nothing else", () => {
    const typed = (argument?: string) =>
      consentAnswer({ kind: "command", command: "desk-consent", ...(argument === undefined ? {} : { argument }) });
    expect(typed("allow-7")).toEqual({ consent: 7, allowed: true });
    expect(typed("refuse-7")).toEqual({ consent: 7, allowed: false });
    for (const none of [undefined, "", "allow", "allow-x", "allow-7-8"]) expect(typed(none)).toBeUndefined();
    expect(consentAnswer({ kind: "command", command: "helped", argument: "allow-7" })).toBeUndefined();
    expect(consentAnswer({ kind: "text", text: "allow-7" })).toBeUndefined();
  });
});

describe("who looked", () => {
  it("is told with name, role, time and reason", async () => {
    const world = fakeWorld();
    world.records.accesses = [{ ...look, what: "break-glass", by: undefined, reason: "Hospital asked" }, look];
    const chat = await chatWith(privacy, world, "privacy").opens("looks");
    expect(chat.now.text).toBe(
      [
        "These people of the team looked at your data, the latest first:",
        "• 9 Jun 2026, 14:05: Sara (agent) saw the full details for a minute without asking you.",
        "The reason given: Hospital asked",
        "• 9 Jun 2026, 14:05: Sara (agent) looked you up by a civil ID.",
      ].join("\n"),
    );
  });

  it("is said to be nobody, or more than are shown", async () => {
    const world = fakeWorld();
    expect((await chatWith(privacy, world, "privacy").opens("looks")).now.ids).toEqual(["desk-consent-no-looks"]);
    world.records.accesses = Array.from({ length: 12 }, () => look);
    const { ids } = (await chatWith(privacy, world, "privacy").opens("looks")).now;
    expect(ids.slice(-2)).toEqual(["desk-consent-more-looks", "desk-consent-all-looks"]);
  });

  it("begins with what is gravest, and is not nobody because of it alone", async () => {
    const world = fakeWorld();
    world.records.gravest = [{ ...look, what: "break-glass", by: undefined, reason: "Hospital asked" }];
    const chat = chatWith(privacy, world, "privacy");
    const alone = ["desk-consent-looks-gravest", "desk-consent-look", "desk-consent-reason"];
    expect((await chat.opens("looks")).now.ids).toEqual(alone);
    world.records.accesses = [look];
    expect((await chatWith(privacy, world, "privacy").opens("looks")).now.ids).toEqual([
      ...alone,
      "desk-consent-looks-besides",
      "desk-consent-look",
    ]);
  });
});
