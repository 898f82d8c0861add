import { describe, expect, it } from "vitest";
import { introduces, introduction, start } from "../../src/journeys/start.js";
import type { World } from "../../src/journeys/world.js";
import { fakeWorld, provedAccount } from "../support/fake-world.js";
import { chatWith } from "../support/journey.js";

const greeting = ["start-hello", "start-operator", "start-never"];

function newcomer(language: "ar" | "en") {
  const world = fakeWorld({ account: undefined, language });
  world.languageChosen = false;
  return world;
}

describe("the first message", () => {
  it.each(["ar", "en"] as const)(
    "names the operator and says what is never asked, before anything is asked, in %s",
    async (guess) => {
      const world = newcomer(guess);
      const chat = await chatWith(start, world, "start").opens();
      expect(chat.now.ids).toEqual([...greeting, "language-ask-ar", "language-ask-en"]);
      expect(chat.now.text).toContain(world.service.operator[guess]);
      expect(chat.now.text).toContain("151");
      expect(chat.now.labels.slice(0, 2)).toEqual(["العربية", "English"]);
    },
  );

  it("asks for the language in both languages at once", async () => {
    for (const guess of ["ar", "en"] as const) {
      const chat = await chatWith(start, newcomer(guess), "start").opens();
      expect(chat.now.text).toContain("اختر اللغة.\nChoose a language.");
    }
  });

  it("is not of the Ministry unless the operator is", async () => {
    const said = async (isMinistry: boolean, language: "ar" | "en") => {
      const world = fakeWorld({ language, service: { isMinistry } });
      return (await chatWith(start, world, "start").opens()).now.text;
    };
    expect(await said(false, "en")).toContain("not part of the Ministry of Health");
    expect(await said(true, "en")).not.toContain("Ministry");
    expect(await said(false, "ar")).toContain("وليست تابعة لوزارة الصحة");
    expect(await said(true, "ar")).not.toContain("وزارة");
  });
});

describe("choosing a language at the start", () => {
  it("goes on in that language, and greets anew only if the greeting was in the other one", async () => {
    const same = await chatWith(start, newcomer("ar"), "start").opens();
    await same.presses("العربية");
    expect(same.now.ids).toEqual(["menu-ask"]);
    expect(same.world.language).toBe("ar");

    const other = await chatWith(start, newcomer("ar"), "start").opens();
    await other.presses("English");
    expect(other.now.ids).toEqual([...greeting, "menu-ask"]);
    expect(other.world.language).toBe("en");
    expect(other.now.text).toContain("It is run by Example Office");
  });

  it("may be typed, in its own letters", async () => {
    for (const [word, language] of [
      ["عربية", "ar"],
      ["english", "en"],
    ] as const) {
      const chat = await chatWith(start, newcomer("en"), "start").opens();
      await chat.says(word);
      expect(chat.now.state).toBe("ended");
      expect(chat.world.language).toBe(language);
    }
  });

  it("is asked only once", async () => {
    const chat = await chatWith(start, newcomer("en"), "start").opens();
    await chat.presses("en");
    await chat.opens();
    expect(chat.now.state).toBe("ended");
    expect(chat.now.ids).toEqual([...greeting, "menu-ask"]);
  });
});

describe("the start of somebody known", () => {
  it("greets by name, in the script of the language", async () => {
    const said = async (language: "ar" | "en") => (await chatWith(start, fakeWorld({ language })).opens()).now.text;
    expect(await said("en")).toContain("Welcome back, Noura Al-Mutairi.");
    expect(await said("ar")).toContain("نورة المطيري");
  });

  it("greets without a name where none is known", async () => {
    for (const name of [{}, { ar: "", en: "" }]) {
      const chat = await chatWith(start, fakeWorld({ account: { ...provedAccount, name } })).opens();
      expect(chat.now.ids).toEqual([...greeting, "menu-ask"]);
    }
  });
});

describe("the menu alone", () => {
  it("says nothing twice to somebody who was greeted", async () => {
    const chat = await chatWith(start, fakeWorld()).opens("menu");
    expect(chat.now.ids).toEqual(["menu-ask"]);
  });

  it("asks a newcomer nothing", async () => {
    const chat = await chatWith(start, newcomer("ar"), "start").opens("menu");
    expect(chat.now.state).toBe("ended");
    expect(chat.now.ids).toEqual(["menu-ask"]);
  });
});

describe("who speaks", () => {
  it("is said by the greeting and by nothing else, whoever runs the service", async () => {
    for (const isMinistry of [true, false]) {
      const world = fakeWorld({ service: { isMinistry } });
      const { now } = await chatWith(start, world).opens();
      expect(now.messages.map(introduces)).toEqual([true]);
    }
    expect((await chatWith(start, fakeWorld()).opens("menu")).now.messages.map(introduces)).toEqual([false]);
  });
});

describe("what stands above the first answer of a chat that began with something else", () => {
  const ids = (world: World) => introduction(world).map(({ id }) => id);

  it("is the whole greeting for a newcomer, and who speaks for everybody else", () => {
    expect(ids(newcomer("ar"))).toEqual(greeting);
    expect(ids(fakeWorld())).toEqual(["page-run-by"]);
  });
});
