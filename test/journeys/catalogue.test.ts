import { describe, expect, it } from "vitest";
import { journeys } from "../../src/journeys/catalogue.js";
import { commands } from "../../src/journeys/message.js";
import { fakeWorld, provedAccount, unprovedAccount } from "../support/fake-world.js";
import { chatWith } from "../support/journey.js";

describe("the catalogue", () => {
  it("has a journey for every command but those of the turn itself", () => {
    expect([...Object.keys(journeys), "cancel", "resume"].sort()).toEqual([...commands].sort());
  });

  it("begins each with something to say or somewhere to lead, in both languages", async () => {
    for (const [command, journey] of Object.entries(journeys))
      for (const account of [undefined, unprovedAccount, provedAccount])
        for (const language of ["ar", "en"] as const) {
          const chat = await chatWith(
            journey,
            fakeWorld({ account, language }),
            command as keyof typeof journeys,
          ).opens();
          if (chat.now.leadsTo === undefined) expect([command, chat.now.text]).not.toEqual([command, ""]);
        }
  });
});
