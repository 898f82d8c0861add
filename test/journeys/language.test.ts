import { describe, expect, it } from "vitest";
import { language } from "../../src/journeys/language.js";
import { fakeWorld } from "../support/fake-world.js";
import { chatWith } from "../support/journey.js";

describe("the language", () => {
  it.each([
    ["ar", "en", "From now on this chat is in English."],
    ["en", "ar", "هذه المحادثة بالعربية من الآن."],
  ] as const)("changes from %s to %s, and says so in the new one", async (from, to, said) => {
    const chat = await chatWith(language, fakeWorld({ language: from }), "language").opens();
    await chat.presses(to);
    expect(chat.now.state).toBe("ended");
    expect(chat.now.text).toBe(said);
    expect(chat.world.language).toBe(to);
  });

  it.each(["ar", "en"] as const)("changes at once by the button that names it: %s", async (to) => {
    const chat = await chatWith(language, fakeWorld(), "language").opens(to);
    expect(chat.now.state).toBe("ended");
    expect(chat.world.language).toBe(to);
  });

  it("lets a stranger read again who speaks, in words that they understand now", async () => {
    const chat = await chatWith(language, fakeWorld({ account: undefined, language: "ar" }), "language").opens("en");
    expect(chat.now.ids).toEqual(["language-chosen", "start-operator", "start-never"]);
    expect(chat.now.text).toContain("run by Example Office");
  });

  it("is asked for in both languages, whichever is spoken, and where it is none of ours", async () => {
    for (const spoken of ["ar", "en"] as const)
      for (const argument of [undefined, "fr"]) {
        const chat = await chatWith(language, fakeWorld({ language: spoken }), "language").opens(argument);
        expect(chat.now.text).toBe("اختر اللغة.\nChoose a language.");
      }
  });

  it("is explained on the way, and may be left as it is", async () => {
    const chat = await chatWith(language, fakeWorld(), "language").opens();
    await chat.presses("Help");
    expect(chat.now.ids[0]).toBe("language-help");
    await chat.presses("Stop");
    expect(chat.now.state).toBe("cancelled");
    expect(chat.world.language).toBe("en");
  });

  it("is asked again when something else was said", async () => {
    const chat = await chatWith(language, fakeWorld(), "language").opens();
    await chat.says("français");
    expect(chat.now.state).toBe("unread");
    expect(chat.now.asks).toBe("language");
  });
});
