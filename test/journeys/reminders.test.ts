import { describe, expect, it } from "vitest";
import { reminders } from "../../src/journeys/reminders.js";
import { fakeWorld } from "../support/fake-world.js";
import { chatWith } from "../support/journey.js";

describe("reminders", () => {
  it("are said not to be sent yet, so that nobody relies on one", async () => {
    const { now } = await chatWith(reminders, fakeWorld(), "reminders").opens();
    expect(now.ids).toEqual(["reminders-not-yet"]);
    expect(now.text).toContain("Reminders are not sent yet");
    expect(now.buttons[0]).toMatchObject({ kind: "command", command: "renew" });
  });
});
