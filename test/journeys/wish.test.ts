import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/journeys/message.js";
import { neededFor, type Wish, wishArgument, wishOf } from "../../src/journeys/wish.js";

const wishable = commands.filter(
  (each): each is Wish["command"] => each !== "register" && each !== "cancel" && each !== "resume",
);

describe("what a stranger asked for", () => {
  it("is read back as it was kept, whatever it was and whatever it carried", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...wishable),
        fc.option(fc.string({ minLength: 1, unit: "binary" }), { nil: undefined }),
        (command, argument) => {
          const wish: Wish = argument === undefined ? { command } : { command, argument };
          expect(wishOf(wishArgument(wish))).toEqual(wish);
        },
      ),
    );
  });

  it("is none where anything else was typed after the command", () => {
    for (const argument of [
      undefined,
      "again",
      "w1",
      "for:",
      "for:nothing",
      "for:register",
      "for:resume",
      "for:cancel",
    ])
      expect(wishOf(argument)).toBeUndefined();
  });

  it("says for what the numbers are needed, and for whom where a name was said", () => {
    const id = (command: Wish["command"], argument?: string) =>
      neededFor(argument === undefined ? { command } : { command, argument }).id;
    expect(neededFor(undefined).id).toBe("consent-need");
    expect(id("pay")).toBe("consent-need");
    expect(id("renew")).toBe("consent-need-renew");
    expect(id("renew", "w1")).toBe("consent-need-renew");
    expect(id("renew", "ماريا")).toBe("consent-need-renew-name");
    expect(id("renew", "Maria y2")).toBe("consent-need-renew-name");
    expect(id("renew", "due y1")).toBe("consent-need-renew");
    expect(id("inquire", "Maria")).toBe("consent-need-inquire-name");
    expect(id("inquire", "290051710004")).toBe("consent-need-inquire");
    expect(id("workers", "add")).toBe("consent-need-workers");
    expect(id("reminders")).toBe("consent-need-reminders");
  });
});
