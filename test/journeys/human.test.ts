import { describe, expect, it } from "vitest";
import { human } from "../../src/journeys/human.js";
import { render } from "../../src/messages/render.js";
import { fakeWorld } from "../support/fake-world.js";
import { chatWith, speak } from "../support/journey.js";

describe("the way to a person", () => {
  it("is the hotline for now, said plainly, its number set alone for copying", async () => {
    for (const language of ["ar", "en"] as const) {
      const { now } = await chatWith(human, fakeWorld({ language, service: { hotline: "1800" } }), "human").opens();
      expect(now.ids).toEqual(["human-hotline", "human-number"]);
      expect(now.text.split("\n")).toHaveLength(2);
      const [message] = now.messages;
      if (message === undefined) throw new Error("nothing was said");
      const { text, code } = render(message, language, speak, "");
      expect(code.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(["1800"]);
    }
  });

  it("is a person who joins the chat, where the staff meets; asked for once, with the hotline beside", async () => {
    const world = fakeWorld();
    world.isStaffed = true;
    const { now } = await chatWith(human, world, "human").opens();
    expect(now.ids).toEqual(["human-coming", "human-or-hotline", "human-number"]);
    expect(world.did.asked).toEqual([`${world.draft}:human`]);
  });

  it("shows the way back to the menu, so that nobody is left there", async () => {
    const { now } = await chatWith(human, fakeWorld({ account: undefined }), "human").opens();
    expect(now.buttons[0]).toMatchObject({ kind: "command", command: "start", argument: "menu" });
  });
});
