// What somebody who waits for a person writes is the team's where it is words, and nobody's where it answers the bot.
import { describe, expect, it } from "vitest";
import type { Input } from "../../src/journeys/input.js";
import { isForTeam } from "../../src/turns/for-team.js";
import type { Answered } from "../../src/turns/patience.js";
import type { Session } from "../../src/turns/session.js";
import { line } from "../../src/words/line.js";
import { noura, nouraPhone } from "../support/people-world.js";

const asked = (key: string, answers: Record<string, string> = {}): Session => ({
  draft: { id: "d", command: "register", answers, pending: { key, fingerprint: "f" } },
});
const says = (text: string): Input => ({ kind: "text", text });
const written = (text: string, isEdited = false) => ({ message: "1", text, isEdited });
const unread: Answered["failed"] = { how: "unread", what: { said: "x" }, why: line("not-understood") };

function goes(input: Input, before: Session, answered: Omit<Answered, "says">): boolean {
  const text = input.kind === "text" ? input.text : "";
  return isForTeam({ input, content: written(text) }, before, { says: [], ...answered });
}

describe("what goes to the team of a chat that waits", () => {
  it("is what no question took and nothing understood", () => {
    expect(goes(says("my maid's renewal went wrong"), {}, { session: {}, failed: unread })).toBe(true);
    expect(
      goes({ kind: "media", media: "photo" }, {}, { session: {}, failed: { ...unread, what: { sent: "photo" } } }),
    ).toBe(true);
  });

  it.each([
    ["a civil ID", noura, "civil-id"],
    ["a name", "Noura Al Rashoud", "name"],
    ["an e-mail address", "noura@example.com", "email"],
  ])("is not %s that the question took, nor one that it refused", (_what, text, key) => {
    const taken = asked("next", { [key]: text });
    expect(goes(says(text), asked(key), { session: taken })).toBe(false);
    const failed = { how: "refused", what: { said: text } } as const;
    expect(goes(says(text), asked(key), { session: asked(key), failed })).toBe(false);
  });

  it("is no answer that ended a journey, and no press and no command", () => {
    expect(goes(says("I accept these terms"), asked("terms"), { session: {} })).toBe(false);
    const press: Input = { kind: "press", fingerprint: "f", value: "2" };
    expect(isForTeam({ input: press, content: undefined }, asked("years"), { says: [], session: {} })).toBe(false);
    const command: Input = { kind: "command", command: "renew" };
    expect(goes(command, {}, { session: asked("who") })).toBe(false);
  });

  it.each([noura, nouraPhone.slice(-8)])("is no bare number of somebody's: %s", (text) => {
    expect(goes(says(text), {}, { session: {}, failed: unread })).toBe(false);
  });

  it("is nothing that may be a code, and words where a code is awaited", () => {
    const failed: Answered["failed"] = { ...unread, what: { sent: "proof" } };
    expect(goes(says("123 456"), asked("phone"), { session: asked("phone"), failed })).toBe(false);
    expect(goes(says("١٢٣٤٥٦ is it"), asked("phone"), { session: asked("phone"), failed })).toBe(false);
    expect(goes(says("no code has come"), asked("phone"), { session: asked("phone"), failed })).toBe(true);
  });

  it("is a sentence that the bot answers as well, and no name of what it does", () => {
    const left = { ...asked("who"), aside: { id: "d", command: "register", answers: {} } } as const;
    expect(goes(says("when does my cover end please"), asked("civil-id"), { session: left })).toBe(true);
    expect(goes(says("renew"), asked("civil-id"), { session: left })).toBe(false);
    expect(
      goes(
        says("what have I paid so far"),
        { draft: { ...asked("x").draft, id: "m", command: "start", answers: {} } },
        { session: {} },
      ),
    ).toBe(true);
  });
});
