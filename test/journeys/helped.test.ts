import { describe, expect, it } from "vitest";
import { helped, helpedButtons } from "../../src/journeys/helped.js";
import { fakeWorld } from "../support/fake-world.js";
import { chatWith } from "../support/journey.js";

async function answering(argument: string | undefined) {
  const world = fakeWorld({ argument });
  const { now } = await chatWith(helped, world, "helped").opens();
  return { helped: world.did.helped, ids: now.ids, next: now.leadsTo };
}

describe("whether a person helped", () => {
  it("is kept, with thanks; whoever was not helped is shown the ways to a person again", async () => {
    expect(await answering("7-yes")).toEqual({ helped: new Map([[7, true]]), ids: ["helped-yes"], next: undefined });
    expect(await answering("7-no")).toEqual({ helped: new Map([[7, false]]), ids: ["helped-no"], next: undefined });
  });

  it("is asked by two buttons that say of which conversation", async () => {
    const pressed = helpedButtons(7)
      .flat()
      .map((button) => button.kind === "command" && `/${button.command} ${button.argument}`);
    expect(pressed).toEqual(["/helped 7-yes", "/helped 7-no"]);
    expect((await answering("7-yes")).helped).toEqual(new Map([[7, true]]));
  });

  it("is the menu when it is written, or made up", async () => {
    for (const argument of [undefined, "7", "x-yes", "7-maybe"])
      expect(await answering(argument)).toEqual({
        helped: new Map(),
        ids: [],
        next: { command: "start", argument: "menu" },
      });
  });
});
